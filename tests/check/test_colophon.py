"""What masthead and colophon must say beside number and office."""

from dataclasses import replace

import pytest

from kjqb.check.archive import Archive, Printed
from kjqb.check.run import run
from kjqb.check.subject import Subject
from kjqb.model.article import Origin
from kjqb.model.bulletin import Conventions, Profile
from kjqb.model.issue import IssueId
from kjqb.model.source import Source

from . import texts

BODY = "平台面向全市开放，高校和院所的大型仪器统一编目，中小企业凭身份信息即可预约使用，费用按成本分摊，" * 3


def issue(
    *, title: str = texts.MASTHEAD, colophon: str = texts.COLOPHON, body: str = texts.BODY, line: str = "2024年第5期"
) -> Subject:
    head = f"{title}\n{line}\n{texts.OFFICE}"
    text = f"{head}\n%%\n★ {texts.TITLE}...2\n%%\n= {texts.TITLE}\n{body}\n%%\n{colophon}"
    return texts.issue(text, file="来稿.txt")


def found(subject: Subject, *select: str, profile: Profile = Profile.BULLETIN) -> list[tuple[str, str]]:
    report = run([subject], Conventions(select=select, profile=profile))
    return [(finding.code, finding.extent.text) for finding in report.findings]


@pytest.mark.parametrize("title", ["科技参考", "科 技 参 考", "科技参考（增刊）"])
def test_the_bulletin_s_title_passes_in_any_setting(title: str) -> None:
    assert found(issue(title=title), "M701") == []


def test_another_bulletin_s_title_is_told_and_left_alone() -> None:
    (finding,) = run([issue(title="农业简讯")], Conventions(select=("M701",))).findings
    assert (finding.message, finding.fix) == ("刊名“农业简讯”应为“科技参考”", None)


def test_outside_a_workspace_any_title_passes() -> None:
    assert found(replace(issue(title="农业简讯"), bulletin=None), "M701") == []


@pytest.mark.parametrize(
    ("phone", "wrong"),
    [
        ("0471-4366683", None),
        ("（0471）4366683", None),
        ("010-12345678转8001", None),
        ("0471-4366683、4366684", None),
        ("0471-4366683/84", None),
        ("13800000000", None),
        ("138 0000 0000", None),
        ("400-800-1234", None),
        ("12345", None),
        ("0471-4366683 传真：0471-4366684", None),
        ("4366683", "4366683"),
        ("436-6683", "436-6683"),
        ("04714366683", "04714366683"),
        ("0471-436668", "0471-436668"),
        ("0471-436668312", "0471-436668312"),
        ("1380000000", "1380000000"),
        ("4366684、0471-4366683", "4366684"),
    ],
)
@pytest.mark.parametrize("label", ["电话：", "联系电话：", "电 话:", "热线"])
def test_numbers_that_cannot_be_dialled_from_elsewhere_are_found(phone: str, wrong: str | None, label: str) -> None:
    assert found(issue(colophon=f"{texts.OFFICE}\n{label}{phone}"), "M707") == ([("M707", wrong)] if wrong else [])


@pytest.mark.parametrize(
    "colophon",
    ["责编：某人\n热线：12345", "主编：某人 联系方式：0471-1234567", "编 辑：某人\n电 话：0471-1234567"],
)
def test_fields_have_other_names_too(colophon: str) -> None:
    assert found(issue(colophon=colophon), "M706") == []


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("科技情报参考", None),
        ("科技简报", None),
        ("科技情报", None),
        ("工作通报", None),
        ("科技日报", "日报"),
        ("科技月刊", "月刊"),
        ("科技杂志", "杂志"),
    ],
)
def test_internal_material_is_called_neither_paper_nor_periodical(title: str, wrong: str | None) -> None:
    assert found(issue(title=title), "M709", profile=Profile.NEIBU) == ([("M709", wrong)] if wrong else [])


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("本刊编辑部整理。", "本刊"),
        ("本报讯，平台上线。", "本报"),
        ("平台上线（记者 某某）。", "（记者 某某）"),
        ("本报告共8章，样本刊登于该市，基本报告已交。", None),
        ("接受记者采访，刊号与杂志社一并公布。", None),
    ],
)
def test_internal_material_does_not_call_itself_so_in_its_text(body: str, wrong: str | None) -> None:
    assert found(issue(body=body), "M709", profile=Profile.NEIBU) == ([("M709", wrong)] if wrong else [])


def test_marks_of_the_cover_count_wherever_a_loose_text_has_them() -> None:
    text = issue().articles[0].source.text
    marked = text.replace("%%", "内部资料 免费交流\n（蒙）准印证号：00-0001\n%%", 1)
    subject = texts.issue(text)
    assert found(subject, "M708", profile=Profile.NEIBU) == [("M708", "科技参考")]
    passage = replace(subject.articles[0].title, source=Source(texts.FILE, marked))
    assert subject.issue
    moved = replace(
        subject,
        articles=(replace(subject.articles[0], title=passage),),
        issue=replace(subject.issue, masthead=replace(subject.issue.masthead, title=replace(passage))),
    )
    assert found(moved, "M708", profile=Profile.NEIBU) == []


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("各旗县区科技局、市直各有关部门，\n平台定于2024年5月1日开放。", "，"),
        ("市直有关单位\n平台定于2024年5月1日开放。", "位"),
        ("各县区科技局：\n平台定于2024年5月1日开放。", None),
        ("各县区科技局负责组织。\n平台定于2024年5月1日开放。", None),
        ("各县区科技局积极推进平台建设，成效明显。\n平台定于2024年5月1日开放。", None),
    ],
)
def test_addressees_end_in_a_colon(body: str, wrong: str | None) -> None:
    assert found(issue(body=body), "M713", profile=Profile.GBT9704) == ([("M713", wrong)] if wrong else [])


def archived(*printed: Printed, number: str = "2024-02") -> Archive:
    one = IssueId.parse(number)
    assert one
    return Archive((one,), lambda _: printed)


@pytest.mark.parametrize(
    ("others", "line", "said"),
    [
        (["2024-04"], "2024年第5期", []),
        (["2024-03"], "2024年第5期", ["上一期是2024年第3期，本期应为2024年第4期，或缺第4期"]),
        (["2024-01", "2024-06"], "2024年第5期", ["上一期是2024年第1期，本期应为2024年第2期，或缺第2期至第4期"]),
        (["2023-12"], "2024年第1期", []),
        (["2023-12"], "2024年第2期", ["上一期是2023年第12期，本期应为2024年第1期，或缺第1期"]),
        (["2024-06"], "2024年第5期", []),
        (["2024-05"], "2024年第5期", ["2024年第5期已经有了，期号重复"]),
    ],
)
def test_numbers_follow_each_other(others: list[str], line: str, said: list[str]) -> None:
    known = tuple(found for found in map(IssueId.parse, others) if found)
    subject = replace(issue(line=line), archive=Archive(known, lambda _: (Printed("别的文章", ""),)))
    report = run([subject], Conventions(select=("M703",)))
    assert [finding.message for finding in report.findings] == said
    assert all((finding.severity.value == "error") == ("重复" in finding.message) for finding in report.findings)


def test_an_issue_that_has_been_imported_is_not_its_own_double() -> None:
    subject = replace(issue(line="2024年第2期"), archive=archived(Printed(texts.TITLE, "")))
    assert found(subject, "M703") == []


@pytest.mark.parametrize(("share", "is_found"), [(1.0, True), (0.7, True), (0.5, False), (0.0, False)])
def test_a_text_that_is_mostly_the_same_is_an_article_printed_again(share: float, is_found: bool) -> None:
    text = "".join(f"第{number}个平台面向企业开放仪器{number * 37}台，" for number in range(60))
    kept = text[: round(share * len(text))]
    other = Printed("别的题目", f"{kept}{''.join(reversed(text[len(kept) :]))}")
    report = run([replace(issue(body=text), archive=archived(other))], Conventions(select=("C811",)))
    assert [finding.extent.text for finding in report.findings] == ([texts.TITLE] if is_found else [])


def test_markup_and_marks_do_not_hide_a_text_printed_again() -> None:
    varied = "".join(f"第{number}个平台面向企业开放仪器{number * 37}台，" for number in range(60))
    other = Printed("别的题目", varied.replace("平台", "**平台**").replace("，", " ,\n"))
    assert found(replace(issue(body=varied), archive=archived(other)), "C811") == [("C811", texts.TITLE)]


def test_the_likeness_that_counts_is_an_option() -> None:
    text = "".join(f"第{number}个平台面向企业开放仪器{number * 37}台，" for number in range(60))
    subject = replace(issue(body=text), archive=archived(Printed("别的题目", text[: len(text) // 2])))
    strict = Conventions(select=("C811",), options={"C811": {"similarity": 40}})
    assert len(run([subject], strict).findings) == 1
    assert found(subject, "C811") == []


def test_a_title_printed_before_is_found_and_later_issues_do_not_count() -> None:
    other = Printed(texts.TITLE.replace("科技", " 科技"), "别的正文。")
    assert found(replace(issue(), archive=archived(other)), "C811") == [("C811", texts.TITLE)]
    assert found(replace(issue(), archive=archived(other, number="2024-06")), "C811") == []


@pytest.mark.parametrize("title", ["某市科技创新工作纪实（续）", "某市科技创新工作纪实（连载）", "本资料征稿启事"])
def test_instalments_and_standing_notes_come_again(title: str) -> None:
    subject = issue(body=BODY)
    (article,) = subject.articles
    source = Source(texts.FILE, title)
    passage = replace(article.title, text=title, source=source, pieces=())
    named = replace(subject, articles=(replace(article, title=passage),), archive=archived(Printed(title, BODY)))
    assert found(named, "C811") == []


def test_where_some_articles_bear_their_source_one_without_is_found() -> None:
    subject = issue(body=f"{texts.BODY}\n= 乙县推广保护性耕作\n{texts.BODY}")
    assert found(subject, "M710") == []
    first, second = subject.articles
    named = replace(first, origin=Origin(name="某市科技局网站"))
    assert found(replace(subject, articles=(named, second)), "M710") == [
        ("M710", texts.TITLE),
        ("M710", "乙县推广保护性耕作"),
    ]

"""An issue against a Word file: what has been changed in Word alone."""

import pytest

from kjqb.actions.hand_edits import against
from kjqb.actions.incoming import Incoming
from kjqb.check.run import run
from kjqb.model.bulletin import Conventions

from . import texts, words

BODY = "平台面向全市开放，建成2个基地。\n## 一、建设情况\n各县申报“先行区”项目。\n仪器设备集中登记。"


def compose(body: str, *, title: str = texts.TITLE, colophon: str = texts.COLOPHON) -> str:
    head = f"{texts.MASTHEAD}\n2024年第1期\n{texts.OFFICE}"
    return f"{head}\n%%\n★ {title}.....2\n%%\n= {title}\n{body}\n%%\n{colophon}"


def found(word: bytes) -> list[tuple[str, str]]:
    """Message and place of what the Word file has otherwise."""
    subject = against(texts.issue(compose(BODY)), Incoming(words.FILE, word))
    report = run([subject], Conventions(select=("D010",)))
    return [(finding.message, finding.extent.text) for finding in report.findings]


def edited(body: str) -> list[tuple[str, str]]:
    return found(words.issue(compose(body)))


def test_a_file_with_the_same_text_has_no_edits() -> None:
    assert edited(BODY) == []
    assert edited(BODY.replace("全市开放", "〔颜色：FF0000〕全市↵开放〔颜色：自动〕")) == []


@pytest.mark.parametrize(
    ("was", "now", "message", "place"),
    [
        ("全市", "全县", "Word文件把“市”改为“县”", "市"),
        ("全市开放", "开放", "Word文件删去了“全市”", "全市"),
        ("全市", "全市各县", "Word文件在此处加了“各县”", "市"),
        ("建成2", "建成 2", "Word文件在此处加了空格", "成"),
        ("“先行区”", "“示范区”", "Word文件把“先行”改为“示范”", "先行"),
        ("平台面向", "", "Word文件删去了“平台面向”", "平台面向"),
        ("开放，", "开放。", "Word文件把“，”改为“。”", "，"),
        ("## 一、建设情况", "## 一、建设进展", "Word文件把“情况”改为“进展”", "情况"),
    ],
)
def test_a_changed_paragraph_is_told_where_it_differs(was: str, now: str, message: str, place: str) -> None:
    assert edited(BODY.replace(was, now, 1)) == [(message, place)]


def test_a_paragraph_that_word_lacks_is_told_whole() -> None:
    text = "仪器设备集中登记。"
    assert edited(BODY.replace(f"\n{text}", "")) == [(f"Word文件没有这一段“{text}”", text)]


def test_paragraphs_that_only_word_has_are_told_behind_the_one_before_them() -> None:
    more = BODY.replace("\n##", "\n平台由市级部门管理。\n平台已投入运行。\n##")
    assert edited(more) == [("Word文件在此之后多出2段“平台由市级部门管理。”", "。")]


def test_a_paragraph_that_was_moved_is_lacking_here_and_added_there() -> None:
    first, *rest = BODY.split("\n")
    assert [message[:8] for message, _ in edited("\n".join([*rest, first]))] == ["Word文件没有", "Word文件在此"]


def test_title_colophon_and_masthead_are_compared() -> None:
    word = words.issue(compose(BODY, title="某县建成科技资源共享平台"))
    assert [message for message, _ in found(word)] == ["Word文件把“市”改为“县”"] * 2
    word = words.issue(compose(BODY, colophon=texts.COLOPHON.replace("1234567", "7654321")))
    assert [place for _, place in found(word)] == ["1234567"]


def test_an_edit_within_an_address_or_a_number_of_a_document_is_found_as_well() -> None:
    body = "资料见https://example.cn/a，文号为国发〔2024〕5号。"
    subject = against(
        texts.issue(compose(body)), Incoming(words.FILE, words.issue(compose(body.replace("cn/a", "cn/b"))))
    )
    (finding,) = run([subject], Conventions(select=("D010",))).findings
    assert finding.message == "Word文件把“a”改为“b”"


def test_a_file_of_another_issue_is_one_finding() -> None:
    other = "\n".join(f"另一期的第{number}段文字。" for number in range(20))
    mine = "\n".join(f"本期刊登的正文，共有{number}项。" for number in range(20))
    subject = against(
        texts.issue(compose(mine)), Incoming(words.FILE, words.issue(compose(other, title="另一期的题目")))
    )
    (finding,) = run([subject], Conventions(select=("D010",))).findings
    assert "可能拿错了文件" in finding.message


def test_tracked_changes_are_compared_as_accepted_and_told() -> None:
    end, tracked = "登记。</w:t></w:r>", "<w:ins><w:r><w:t>完毕</w:t></w:r></w:ins><w:r><w:t>。</w:t></w:r>"
    document = words.changed(words.issue(compose(BODY)), end, f"登记</w:t></w:r>{tracked}")
    assert found(document) == [
        ("Word文件在此处加了“完毕”", "记"),
        ("Word文件里有没有接受的修订，比较时按全部接受", "仪器设备集中登记完毕。"),
    ]

"""kjqb.toml, issue.toml and front matter: what they may say, and how their faults are told."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.errors import ExitCode, Fault, FaultyFileError, KjqbError
from kjqb.model.article import Licence
from kjqb.model.bulletin import Bulletin, Profile, Severity
from kjqb.model.issue import IssueId
from kjqb.model.page_setup import BULLETIN, GBT9704, PageSetup
from kjqb.model.source import Source
from kjqb.units import mm, pt
from kjqb.workspace.article_file import BadFrontMatterError, FrontMatterMissingError, read_article
from kjqb.workspace.bulletin_file import read_bulletin
from kjqb.workspace.contents_file import contents_text, read_contents
from kjqb.workspace.decode import Decoder
from kjqb.workspace.issue_file import IssueFrame, read_issue_frame
from kjqb.workspace.layout_table import page_setup
from kjqb.workspace.schema import LayoutTable
from kjqb.workspace.toml_document import TomlSyntaxError, read_toml
from kjqb.workspace.write_bulletin import bulletin_text

from ..workspaces import THREE, make

HEAD = 'format = 1\n[bulletin]\ntitle = "编排样刊"\n'
ISSUE = "format = 1\nyear = 2024\nnumber = 3\n"


def bulletin(text: str, head: str = HEAD) -> Bulletin:
    return read_bulletin(Source("kjqb.toml", head + text))


def issue(text: str, head: str = ISSUE) -> IssueFrame:
    return read_issue_frame(Source("issue.toml", head + text), IssueId(2024, 3), bulletin(""))


def faults_of_bulletin(text: str, head: str = HEAD) -> tuple[Fault, ...]:
    with pytest.raises(FaultyFileError) as caught:
        bulletin(text, head)
    assert caught.value.exit_code == ExitCode.BAD_INPUT
    return caught.value.faults


def faults_of_issue(text: str, head: str = ISSUE) -> tuple[Fault, ...]:
    with pytest.raises(FaultyFileError) as caught:
        issue(text, head)
    return caught.value.faults


def told(faults: tuple[Fault, ...]) -> list[str]:
    return [f"{fault.where}：{fault.what}" for fault in faults]


def test_title_and_format_are_enough():
    read = bulletin("")
    assert read.title.text == "编排样刊"
    assert str(read.title.extent.where) == "kjqb.toml:3:10"
    assert (read.office, read.frequency, read.colophon, read.page_setup) == (None, "irregular", (), BULLETIN)
    assert read.conventions.select == ("ALL",)


def test_every_key_is_read():
    read = read_bulletin(
        Source(
            "kjqb.toml",
            """\
format = 1
[bulletin]
title = "编排样刊"
office = "样刊编辑部"
frequency = "monthly"
profile = "neibu"
[colophon]
lines = [["样刊编辑部编辑"], ["电话", "0000"]]
[contents]
heading = "目次"
marker = ""
[layout]
preset = "gbt9704"
articles = "new-page"
first-page = 3
[check]
select = ["P", "S5"]
ignore = ["P101"]
fail-on = "error"
[check.K201]
style = "keep"
[index.readings]
"单县" = "shan4 xian4"
[[ignore]]
code = "P101"
text = "甲"
reason = "依原文"
""",
        )
    )
    assert read.office is not None
    assert (read.office.text, read.frequency) == ("样刊编辑部", "monthly")
    assert [line.text for line in read.colophon] == ["样刊编辑部编辑", "电话：0000"]
    assert (read.contents.heading, read.contents.marker) == ("目次", "")
    assert read.page_setup == replace(GBT9704, run_on=False, first_page=3)
    conventions = read.conventions
    assert (conventions.select, conventions.ignore, conventions.fail_on) == (("P", "S5"), ("P101",), Severity.ERROR)
    assert conventions.options == {"K201": {"style": "keep"}}
    assert conventions.profile is Profile.NEIBU
    assert read.readings == {"单县": "shan4 xian4"}
    (ignore,) = conventions.ignores
    assert (ignore.code, ignore.text, ignore.reason) == ("P101", "甲", "依原文")
    assert ignore.passage
    assert str(ignore.passage.extent.where) == "kjqb.toml:25:9"


def test_a_printed_line_of_the_colophon_knows_where_its_strings_stand():
    (line,) = bulletin('[colophon]\nlines = [["电话", "00\\u0030"]]\n').colophon
    assert line.text == "电话：000"
    assert [line.at(start, start + 1).text for start in (0, 2, 3, 5)] == ["电", "", "0", "\\u0030"]
    assert line.is_verbatim(0, 2)
    assert not line.is_verbatim(2, 3)
    assert line.part(3, 6).text == "000"


def test_a_byte_order_mark_is_passed_over():
    assert bulletin("", head="\ufeff" + HEAD).title.text == "编排样刊"


@pytest.mark.parametrize(
    ("text", "what", "hint"),
    [
        ("[layuot]\n", "kjqb.toml:4:2：不认识的键“layuot”", "是否想写“layout”？"),
        ("offce = 'x'\n", "kjqb.toml:4:1：[bulletin]里不认识的键“offce”", "是否想写“office”？"),
        ("[layout]\nfont_size = '15pt'\n", "kjqb.toml:5:1：[layout]里不认识的键“font_size”", "是否想写“font-size”？"),
        ("[check]\nxyz = 1\n", "kjqb.toml:5:1：[check]里不认识的键“xyz”", "这里可以写：select、ignore、fail-on"),
        ("[check.k201]\n", "kjqb.toml:4:8：[check]里不认识的键“k201”", "这里可以写：select、ignore、fail-on"),
        ("office = 3\n", "kjqb.toml:4:10：“office”应为文字，这里是整数", '例如：office = "某某中心"'),
        ("frequency = 'montly'\n", "kjqb.toml:4:13：“frequency”不能是“montly”", "是否想写“monthly”？"),
        ("profile = 'x'\n", "kjqb.toml:4:11：“profile”不能是“x”", "可以是：bulletin、gbt9704、neibu、qikan"),
        ("profile = true\n", "kjqb.toml:4:11：“profile”不能是“真假值”", "可以是："),
        ("[contents]\nmarker = ['★']\n", "kjqb.toml:5:10：“marker”应为文字，这里是列表", "改成文字"),
        ("[layout]\npreset = 'buletin'\n", "kjqb.toml:5:10：“preset”不能是“buletin”", "是否想写“bulletin”？"),
        ("[layout]\npitch = '30'\n", "kjqb.toml:5:9：“pitch”应为长度", "30pt"),
        ("[layout]\ncharacters = 500\n", "kjqb.toml:5:14：“characters”不能是500", "应在10到100之间"),
        ("[layout]\nlines = 21.5\n", "kjqb.toml:5:9：“lines”应为整数，这里是小数", "改成整数"),
        ("[layout]\nlines = true\n", "kjqb.toml:5:9：“lines”应为整数，这里是真假值", "改成整数"),
        ("[layout]\nmargins = '37mm'\n", "kjqb.toml:5:11：“margins”应为一张表，这里是文字", "top"),
        ("[layout]\npaper = 'A9'\n", "kjqb.toml:5:9：“paper”不能是“A9”", "A3、A4、A5"),
        ("[layout]\npaper = '0mm x 9mm'\n", "“paper”不能是“0mm x 9mm”", "210mm x 297mm"),
        ("[layout]\ncharacters = 60\n", "超出纸宽210.0 mm", "减少每行字数"),
        ("[layout]\nlines = 30\n", "超出纸高297.0 mm", "减少每页行数"),
        ("[layout]\nmargins = { left = '90mm' }\n", "超出纸宽", "订口"),
        ("[layout]\nmargins = { top = '-1mm' }\n", "天头不能是负数", "28mm"),
        ("[layout]\nmargins = { left = '-1mm' }\n", "kjqb.toml:5:20：订口不能是负数", "28mm"),
        ("[layout]\npaper = 'A5'\n", "版心宽159.3 mm，超出纸宽148.0 mm", "减少每行字数"),
        ("[layout]\npaper = '210mm x 600mm'\n", "“paper”不能是“210mm x 600mm”", "558 mm"),
        ("[layout]\nfont-size = '1pt'\n", "“font-size”应在5磅到72磅之间", "小三"),
        (
            "[layout]\neven-pages = 'true'\n",
            "kjqb.toml:5:14：“even-pages”应为true或false（不加引号），这里是文字",
            "true",
        ),
        ("[layout]\nby-line = 1\n", "“by-line”应为true或false（不加引号），这里是整数", "改成"),
        ("[layout]\npitch = '10pt'\n", "行距10磅小于字号15磅", "加大行距"),
        ("[layout]\nfont-size = '0pt'\n", "“font-size”应在5磅到72磅之间", "小三"),
        ("[check]\nselect = 'ALL'\n", "kjqb.toml:5:10：“select”应为方括号括起的列表，这里是文字", "列表"),
        ("[check]\nignore = ['P101', 5]\n", "kjqb.toml:5:19：“ignore第2项”应为文字，这里是整数", "改成文字"),
        ("[colophon]\nlines = [['a', 'b', 'c']]\n", "kjqb.toml:5:10：刊尾第1行有3项", '["标签", "内容"]'),
        ("[colophon]\nlines = [[]]\n", "刊尾第1行有0项", "整行"),
        ("[colophon]\nlines = ['整行']\n", "kjqb.toml:5:10：“lines第1项”应为方括号括起的列表", "列表"),
        ("[[ignore]]\ncode = 'P101'\n", "kjqb.toml:4:1：[ignore]里缺少必需的键“reason”", "单位的法定名称"),
        ("[ignore]\ncode = 'P101'\n", "kjqb.toml:4:1：“ignore”应为若干张表（“[[…]]”），这里是一张表", "[[…]]"),
        ("[index.readings]\n'单县' = 4\n", "kjqb.toml:5:8：“单县”应为文字，这里是整数", "改成文字"),
        ("[contents]\nheading = '''目\n次'''\n", "“heading”里有换行", "写成一行"),
    ],
)
def test_a_fault_of_kjqb_toml_has_its_place_and_a_remedy(text: str, what: str, hint: str):
    (fault,) = faults_of_bulletin(text)
    assert what in f"{fault.where}：{fault.what}"
    assert hint in fault.hint


@pytest.mark.parametrize(
    ("text", "what", "hint"),
    [
        ("", "kjqb.toml:1:1：缺少必需的键“format”", "补上：format = 1"),
        ("format = 1\n", "kjqb.toml:1:1：缺少必需的键“bulletin”", "[bulletin]"),
        ("format = 1\n[bulletin]\n", "kjqb.toml:2:1：[bulletin]里缺少必需的键“title”", "title = "),
        ("format = 1\n[bulletin]\ntitle = ' '\n", "kjqb.toml:3:9：“title”不能留空", "刊名"),
        ("format = 2\n[bulletin]\ntitle = '刊'\n", "kjqb.toml:1:10：“format”不能是“2”", "更新的kjqb"),
        ("format = 1\nbulletin = '刊'\n", "kjqb.toml:2:12：“bulletin”应为一张表，这里是文字", "一张表"),
    ],
)
def test_what_is_required_is_missed(text: str, what: str, hint: str):
    faults = faults_of_bulletin(text, head="")
    assert what in told(faults)[0] or what in told(faults)[-1]
    assert any(hint in fault.hint for fault in faults)


def test_all_faults_of_a_file_are_told_in_the_order_of_their_places():
    faults = faults_of_issue("date = 2024-02-30\nwhole-number = 0\n[masthaed]\n[layout]\npreset = 'x'\nlines = 'x'\n")
    assert [fault.where.line for fault in faults] == [4, 5, 6, 8, 9]


@pytest.mark.parametrize(
    ("text", "what", "hint"),
    [
        ("date = 2024-02-30\n", "issue.toml:4:8：日期“2024-02-30”不存在", "天数"),
        ("date = 2024-13-01 # 注\n", "issue.toml:4:8：日期“2024-13-01”不存在", "月份"),
        ("date = 2024-1-5\n", "issue.toml:4:8：日期“2024-1-5”的写法不对", "2024-01-05"),
        ("date = '2024-01-05'\n", "issue.toml:4:8：“date”应为日期（不加引号），这里是文字", "2026-11-20"),
        ("date = 2024-01-05T10:00:00\n", "issue.toml:4:8：“date”应为日期（不加引号），这里是日期和时间", "日期"),
        ("whole-number = 0\n", "issue.toml:4:16：“whole-number”不能是0", "应在1到999999之间"),
        ("articles = ['甲.md', '甲.md']\n", "issue.toml:4:21：“甲.md”列了两次", "删去"),
        ("articles = ['../甲.md']\n", "issue.toml:4:13：“../甲.md”不是文章的文件名", "只写文件名"),
        ("articles = ['/etc/passwd']\n", "“/etc/passwd”不是文章的文件名", "只写文件名"),
        ("articles = ['甲.txt']\n", "“甲.txt”不是文章的文件名", ".md"),
        ("articles = ['甲.md']\n[printed]\n'乙.md' = 2\n", "issue.toml:6:10：“乙.md”不在本期文章之列", "删去这一行"),
        ("[printed]\n'甲.md' = 0\n", "issue.toml:5:10：“甲.md”不能是0", "应在1到99999之间"),
        ("[layout]\ncharacters = 60\n", "issue.toml:5:14：每行60字", "减少每行字数"),
    ],
)
def test_a_fault_of_issue_toml_has_its_place_and_a_remedy(text: str, what: str, hint: str):
    (fault,) = faults_of_issue(text)
    assert what in f"{fault.where}：{fault.what}"
    assert hint in fault.hint


def test_year_and_number_must_be_those_of_the_folder():
    (fault,) = faults_of_issue("", head="format = 1\nyear = 2024\nnumber = 4\n")
    assert f"{fault.where}：{fault.what}" == "issue.toml:3:10：这里写的是2024年第4期，文件夹名说的是2024年第3期"


def test_a_number_that_no_issue_can_bear_is_a_fault():
    assert "应在1到366之间" in faults_of_issue("", head="format = 1\nyear = 2024\nnumber = 367\n")[0].hint


@pytest.mark.parametrize(
    ("text", "what", "place"),
    [
        ("a = \n", "等号后面的值无法识别", "4:5"),
        ("a = '\n", "引号没有配对", "5:1"),
        ('a = "\n', "引号没有配对", "4:6"),
        ("a = [1\nb = 2\n", "方括号没有配对", "5:1"),
        ("a = 题\n", "等号后面的值无法识别", "4:5"),
        ("a = “题”\n", "等号后面的值无法识别", "4:5"),
        ("题 = 1\n", "这一行的写法不对", "4:1"),
        ("a 1\n", "键的后面缺少“=”", "4:3"),
        ("a = 1 b = 2\n", "多余的内容", "4:7"),
        ("title = 'x'\n", "这个键重复了", "4:12"),
        ("[bulletin]\n", "这个表名重复了", "4:10"),
        ("[a\n", "表名后面缺少“]”", "4:3"),
        ('a = "\\d"\n', "反斜杠的用法不对", "4:8"),
        ("a = {b = 1 c}\n", "花括号没有配对", "4:12"),
        ("a = " + "[" * 500 + "\n", "套得太深", "1:1"),
        ("a = " + "9" * 5000 + "\n", "有一个数太大", "1:1"),
    ],
)
def test_a_syntax_error_is_said_in_chinese_with_its_place(text: str, what: str, place: str):
    with pytest.raises(TomlSyntaxError, match="TOML语法有误") as caught:
        bulletin(text)
    assert what in caught.value.what
    assert str(caught.value.where) == f"kjqb.toml:{place}"
    assert caught.value.hint
    assert (caught.value.slug, caught.value.exit_code) == ("toml-syntax", ExitCode.BAD_INPUT)


def test_a_syntax_error_keeps_its_line_behind_crlf():
    with pytest.raises(TomlSyntaxError) as caught:
        bulletin("a = \r\n", head=HEAD.replace("\n", "\r\n"))
    assert str(caught.value.where) == "kjqb.toml:4:5"


def test_so_many_impossible_dates_end_the_reading():
    with pytest.raises(TomlSyntaxError, match="日期或时间不存在"):
        bulletin("".join(f"k{number} = 2024-02-30\n" for number in range(60)))


@given(st.text(max_size=60), st.sampled_from([HEAD, ISSUE, ""]))
def test_any_text_is_read_or_refused_with_a_place(text: str, head: str):
    try:
        bulletin(text, head)
    except KjqbError as error:
        assert error.where is not None  # noqa: PT017 - either outcome is right


def test_an_issue_takes_from_kjqb_toml_what_it_does_not_say():
    read = issue("")
    assert (read.masthead.title.text, read.masthead.office) == ("编排样刊", None)
    assert (read.colophon, read.page_setup, read.listed, read.date) == ((), BULLETIN, None, None)


def test_every_key_of_the_layout_holds_for_the_bulletin_and_gives_way_to_the_issue(tmp_path: Path):
    ours = (
        "first-page = 5\narticles = 'new-page'\neven-pages = true\nby-line = false\nsource-line = false\nlines = 18\n"
        "font-size = '四号'\npitch = '28pt'\ncharacters = 26\npaper = 'A4'\nmargins = { top = '30mm', left = '20mm' }\n"
    )
    theirs = (
        "first-page = 3\narticles = 'run-on'\neven-pages = false\nby-line = true\nsource-line = true\nlines = 17\n"
        "font-size = '小四'\npitch = '27pt'\ncharacters = 25\npaper = '200mm x 290mm'\n"
        "margins = { top = '31mm', left = '21mm' }\n"
    )

    def read(of_issue: str) -> PageSetup:
        files = {**THREE, "kjqb.toml": THREE["kjqb.toml"] + "[layout]\n" + ours}
        files["issues/2024-01/issue.toml"] = THREE["issues/2024-01/issue.toml"] + "[layout]\n" + of_issue
        setup = make(tmp_path, files).issue(IssueId(2024, 1)).page_setup
        assert setup
        return setup

    assert read("") == PageSetup(
        "bulletin", pt(14), pt(0), pt(28), 26, 18, mm(30), mm(20), mm(210), mm(297), 5, False, True, False, False
    )
    assert read(theirs) == PageSetup(
        "bulletin", pt(12), pt(0), pt(27), 25, 17, mm(31), mm(21), mm(200), mm(290), 3, True, False, True, True
    )


def test_a_preset_of_the_issue_takes_the_place_of_the_grid_alone():
    base = replace(BULLETIN, first_page=2, run_on=False, even_pages=True, by_line=False, source_line=False)
    decoder = Decoder(read_toml(Source("issue.toml", "")))
    setup = page_setup(LayoutTable(preset="gbt9704"), base, decoder, ())
    assert setup == replace(GBT9704, first_page=2, run_on=False, even_pages=True, by_line=False, source_line=False)


def test_letters_are_spaced_only_at_the_size_of_the_preset():
    assert bulletin("[layout]\npreset = 'gbt9704'\n").page_setup.letter_spacing == pt(-0.25)
    assert bulletin("[layout]\npreset = 'gbt9704'\nfont-size = '小三'\n").page_setup.letter_spacing == pt(0)
    assert bulletin("[layout]\npreset = 'gbt9704'\nfont-size = '三号'\n").page_setup.letter_spacing == pt(-0.25)


def test_page_break_before_is_true_or_false():
    text = "+++\ntitle = '题'\npage-break-before = {}\n+++\n"
    assert read_article(Source("甲.md", text.format("true"))).page_break_before
    assert not read_article(Source("甲.md", text.format("false"))).page_break_before
    with pytest.raises(BadFrontMatterError, match="应为true或false（不加引号），这里是文字") as caught:
        read_article(Source("甲.md", text.format("'true'")))
    assert str(caught.value.where) == "甲.md:3:21"


def test_an_issue_overrides_masthead_colophon_and_layout():
    read = issue(
        "date = 2024-03-20\nwhole-number = 36\narticles = ['甲.md']\n[masthead]\noffice = '样刊编辑部'\n"
        "[colophon]\nlines = [['电话', '0000']]\n[layout]\nlines = 20\n[printed]\n'甲.md' = 2\n"
    )
    assert read.date == date(2024, 3, 20)
    assert read.whole_number == 36
    assert read.masthead.title.source.name == "kjqb.toml"
    assert read.masthead.office
    assert read.masthead.office.source.name == "issue.toml"
    assert [line.text for line in read.colophon] == ["电话：0000"]
    assert read.page_setup == replace(BULLETIN, lines=20)
    assert (read.printed, str(read.where("甲.md"))) == ({"甲.md": 2}, "issue.toml:6:14")


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("font-size = '四号'\npitch = '28pt'", {"font_size": pt(14), "pitch": pt(28)}),
        ("characters = 28", {"characters": 28}),
        ("paper = 'A5'\ncharacters = 20\nlines = 12", {"paper_width": mm(148), "paper_height": mm(210)}),
        ("paper = '184mm × 260mm'\nlines = 18\ncharacters = 25", {"paper_width": mm(184), "paper_height": mm(260)}),
    ],
)
def test_a_centred_page_stays_centred(text: str, changed: dict[str, object]):
    setup = bulletin(f"[layout]\n{text}\n").page_setup
    assert abs(setup.margin_left.twips - setup.margin_right.twips) <= 1
    for name, value in changed.items():
        assert getattr(setup, name) == value


def test_margins_that_are_stated_stand():
    setup = bulletin("[layout]\nmargins = { top = '30mm', left = '20mm' }\n").page_setup
    assert (setup.margin_top, setup.margin_left) == (mm(30), mm(20))


def test_the_official_preset_keeps_its_margin():
    setup = bulletin("[layout]\npreset = 'gbt9704'\ncharacters = 26\n").page_setup
    assert (setup.margin_left, setup.characters) == (GBT9704.margin_left, 26)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1).filter(str.strip))
def test_what_init_writes_reads_back(title: str):
    for office in ("", title):
        read = read_bulletin(Source("kjqb.toml", bulletin_text(title, office, "gbt9704")))
        assert read.title.text == title
        assert (read.office.text if read.office else "") == office
        assert read.page_setup == GBT9704


def test_every_key_of_the_front_matter_is_read():
    article = read_article(
        Source(
            "甲.md",
            '+++\ntitle = " 题目 "\nsection = "栏目"\nregions = ["330203"]\nkeywords = ["词"]\nauthors = ["者"]\n'
            '[source]\nname = "某报"\nurl = "https://example.org"\ndate = 2024-01-02\nlicence = "news"\n'
            '[sort]\n"单县" = "shan4 xian4"\n[[ignore]]\ncode = "P101"\nreason = "依原文"\n+++\n正文。\n',
        )
    )
    assert (article.title.text, str(article.title.extent.where)) == ("题目", "甲.md:2:11")
    assert (article.section, article.regions, article.keywords, article.authors) == (
        "栏目",
        ("330203",),
        ("词",),
        ("者",),
    )
    assert (article.origin.date, article.origin.licence) == (date(2024, 1, 2), Licence.NEWS)
    assert (article.readings, article.ignores[0].code) == ({"单县": "shan4 xian4"}, "P101")
    assert [passage.text for passage in article.passages][1:] == ["正文。"]


def test_faults_of_front_matter_have_their_place_in_the_article():
    with pytest.raises(BadFrontMatterError) as caught:
        read_article(Source("甲.md", '\n+++\r\ntitel = "题"\r\n[source]\r\ndate = 2024-02-30\r\n+++\r\n'))
    assert told(caught.value.faults) == [
        "甲.md:3:1：不认识的键“titel”",
        "甲.md:3:1：缺少必需的键“title”",
        "甲.md:5:8：日期“2024-02-30”不存在",
    ]
    assert (caught.value.slug, caught.value.exit_code) == ("bad-front-matter", ExitCode.BAD_INPUT)


def test_a_syntax_error_in_front_matter_has_its_place_in_the_article():
    with pytest.raises(TomlSyntaxError) as caught:
        read_article(Source("甲.md", "+++\ntitle = 题目\n+++\n"))
    assert str(caught.value.where) == "甲.md:2:9"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("正文。\n", "开头没有“+++”"),
        ("", "开头没有“+++”"),
        ("---\ntitle: 题\n---\n", "开头没有“+++”"),
        ("+++\ntitle = '题'\n", "没有配对"),
    ],
)
def test_an_article_without_front_matter_is_refused(text: str, what: str):
    with pytest.raises(FrontMatterMissingError, match=what.replace("+", r"\+")) as caught:
        read_article(Source("甲.md", text))
    assert str(caught.value.where) == "甲.md:1:1"
    assert "title" in caught.value.hint or "+++" in caught.value.hint


class Listed:
    def __init__(self, title: str, page: int, file: str) -> None:
        self.title, self.page, self.file = title, page, file


@given(
    st.lists(
        st.builds(Listed, st.text("甲乙\"\\ '", min_size=1).filter(str.strip), st.integers(1, 999), st.just("a/甲.md"))
    )
)
def test_a_stored_contents_list_reads_back(entries: list[Listed]):
    text = contents_text(entries, target="word", pages=12)
    contents = read_contents(Source("toc.toml", text))
    assert (contents.stored, contents.target) == (True, "word")
    assert [(entry.title.text, entry.page.text) for entry in contents.entries] == [
        (entry.title, str(entry.page)) for entry in entries
    ]
    for entry in contents.entries:
        assert entry.page.extent.text == entry.page.text
    assert contents_text(entries, target="word", pages=12) == text


def test_a_stored_contents_list_with_faults_is_refused():
    with pytest.raises(FaultyFileError) as caught:
        read_contents(Source("toc.toml", 'target = "word"\n[[entry]]\nfile = "甲.md"\ntitle = "甲"\npage = "2"\n'))
    assert told(caught.value.faults) == [
        "toc.toml:1:1：缺少必需的键“pages”",
        "toc.toml:5:8：“page”应为整数，这里是文字",
    ]

"""What articles and issues say twice: short names, bodies, places, times, figures, quotes."""

import pytest

from kjqb.check.finding import Report
from kjqb.check.run import run
from kjqb.check.subject import Subject
from kjqb.model.bulletin import Conventions

from . import texts


def report(body: str, line: str = "2024年第1期", *, title: str = "某市科技工作综述") -> Report:
    text = f"科技参考\n{line}\n{texts.OFFICE}\n%%\n★ {title}.....2\n%%\n= {title}\n{body}\n%%\n{texts.COLOPHON}"
    return run([texts.issue(text, file="来稿.txt")], Conventions(select=("C8",)))


def found(body: str, line: str = "2024年第1期", *, title: str = "某市科技工作综述") -> list[tuple[str, str]]:
    return [(finding.code, finding.extent.text) for finding in report(body, line, title=title).findings]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("印发《某市科研项目管理办法》（下称《办法》）。\n各单位遵照执行。", "下称《办法》"),
        ("印发《某市科研项目管理办法》（以下简称“《办法》”）。\n各单位遵照执行。", "以下简称“《办法》”"),
        ("印发《某市科研项目管理办法》（简称《办法》）。\n各单位遵照执行。", "简称《办法》"),
        (
            "印发《某市科研项目管理办法》（某科发〔2024〕1号，以下简称《办法》）。\n遵照执行。",
            "以下简称《办法》",
        ),
        ("甲县科技创新服务中心（以下称“服务中心”）揭牌。\n该中心有3人。", "以下称“服务中心”"),
        ("甲县科技创新服务中心，以下简称“服务中心”，已经揭牌。\n该中心有3人。", "以下简称“服务中心”"),
        ("仪器设备共享服务平台（以下简称：共享平台）上线。\n仪器300台。", "以下简称：共享平台"),
        ("会议设在党校（行政学院）〔以下简称校（院）〕。\n会期两天。", "以下简称校（院）"),
    ],
)
def test_short_names_of_all_forms_that_nothing_uses_are_found(text: str, wrong: str) -> None:
    assert found(text) == [("C801", wrong)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("根据《通知》要求，各县区抓好落实。", "《通知》"),
        ("《条例》共8章。", "《条例》"),
        ("（《方案》见附件。）", "《方案》"),
        ("——《若干措施》提出12条。", "《若干措施》"),
        ("落实《实施意见》，各县区建立台账。", "《实施意见》"),
        ("## 一、《意见》出台\n各县区抓好落实。", "《意见》"),
    ],
)
def test_short_names_that_nobody_defines_are_found(text: str, wrong: str) -> None:
    assert found(text) == [("C802", wrong)]


def test_a_short_name_whose_full_name_stands_there_is_less_grave() -> None:
    (finding,) = report("印发《某市创新平台管理办法》。《办法》共6章，《办法》分三步实施。").findings
    assert (finding.code, finding.severity.value) == ("C802", "warning")


def test_a_full_name_that_begins_in_the_midst_of_a_clause_is_found_and_left_to_the_editor() -> None:
    text = "全市成立甲县科技创新服务中心（以下简称服务中心）。服务中心有3人，由甲县科技创新服务中心党支部管理。"
    (finding,) = report(text).findings
    assert (finding.code, finding.extent.text, finding.fix) == ("C803", "甲县科技创新服务中心", None)


def test_a_fragment_leaves_names_to_what_stands_around_it() -> None:
    lone = "原则同意《某示范区总体方案》（以下简称《方案》），《办法》另行印发。"
    assert run([Subject.of_article(texts.article(lone))], Conventions(select=("C8",))).findings == ()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("由国家卫生健康委牵头。\n国家卫健委印发通知。", "卫健委"),
        ("省发展改革委、省财政厅牵头。省发改委负责。", "发改委"),
        ("宁夏科技厅牵头。\n宁夏科学技术厅负责。", "科技厅"),
        ("市人社局发布公告。\n市人力资源社会保障局受理申请。\n市人力资源社会保障局公示。", "人社局"),
    ],
)
def test_the_rarer_of_two_names_of_a_body_is_found(text: str, wrong: str) -> None:
    assert found(text) == [("C804", wrong)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("乌鲁木齐市出台政策。乌市各区落实。", "乌市"),
        ("襄樊市的企业参展。", "襄樊市"),
        ("四川省绵阳县的企业参展。", "绵阳县"),
        ("呼和浩特市土默特左县的牧民参训。", "土默特左县"),
        ("宁波海曙县的企业参展。", "海曙县"),
        ("浙江省杭州市余杭市的企业参展。", "余杭市"),
    ],
)
def test_places_that_are_not_called_so_are_found(text: str, wrong: str) -> None:
    assert found(text) == [("C805", wrong)]


def test_an_issue_before_the_change_uses_the_name_of_its_day() -> None:
    assert found("莱芜市的企业参展。", "2018年第3期") == []
    assert found("莱芜市的企业参展。", "2019年第3期") == [("C805", "莱芜市")]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("日前，某市召开会议。", "日前"),
        ("省科技厅日前印发通知。", "日前"),
        ("前不久，某市召开会议。", "前不久"),
        ("某省去年新增企业3家。", "去年"),
        ("上月，某市召开会议。", "上月"),
        ("目前已建成平台12个。", "目前"),
    ],
)
def test_times_without_a_date_are_found(text: str, wrong: str) -> None:
    assert found(text) == [("C806", wrong)]


@pytest.mark.parametrize(
    ("text", "line", "wrong"),
    [
        ("12月，某市召开会议。", "2024年第1期", "12月"),
        ("11月底，全市完成改造。", "2024年第1期", "11月"),
        ("1—10月，全市完成改造。", "2024年第1期", "10月"),
        ("截至10 月，全市完成改造。", "2024年第6期", "10 月"),
        ("2016年，园区建站。10月，企业开放。", "2024年第1期", "10月"),
    ],
)
def test_months_of_an_unknown_year_are_found(text: str, line: str, wrong: str) -> None:
    assert found(text, line) == [("C807", wrong)]


def test_months_that_the_issue_can_look_back_on_are_its_own_year_s() -> None:
    assert found("1—10月，全市完成改造。", "2024年第11期") == []
    assert found("10月，全市完成改造。", "2024年第36期") == []


@pytest.mark.parametrize(
    ("text", "line", "wrong"),
    [
        ("该办法将于2023年1月1日起施行。", "2024年第1期", "2023年1月1日"),
        ("该办法将于2024年1月1日起施行。", "2024年第2期", "2024年1月1日"),
        ("会议拟于2022年5月召开。", "2024年第1期", "2022年5月"),
        ("2025年1月，该市已建成平台。", "2024年第1期", "2025年1月"),
        ("2026年3月15日，平台正式启动了试运行。", "2024年第1期", "2026年3月15日"),
        ("截至2025年6月，该市已建成平台12个。", "2024年第1期", "2025年6月"),
    ],
)
def test_dates_on_the_wrong_side_of_the_issue_are_found(text: str, line: str, wrong: str) -> None:
    assert found(text, line) == [("C808", wrong)]


def test_a_date_of_the_issue_s_own_month_may_be_to_come_or_past() -> None:
    assert found("该办法将于2024年1月1日起施行。") == []
    assert found("2024年1月31日，该市已建成平台。") == []


@pytest.mark.parametrize(
    "text",
    [
        "全市高新技术企业总数达到560家。全市高新技术企业总数达到650家。",
        "2023年，全市高新技术企业总数达560家。\n2023年，全市高新技术企业总数为650家。",
        "2023年全市高新技术企业总数达560家，全市高新技术企业总数突破650家。",
    ],
)
def test_two_values_of_an_indicator_are_found(text: str) -> None:
    assert found(text) == [("C809", "650家")]


def test_the_bare_one_of_quoted_terms_is_found() -> None:
    assert found("推进“放管服”改革，深化放管服成效。") == [("C810", "放管服")]
    usual = "“星火营”开营。“星火营”设三个班，“星火营”学员结业，星火营基地挂牌。"
    assert found(usual) == [("C810", "星火营")]


RIGHT = [
    "《某市科研项目管理办法》由市科技局解释。该办法共6章。",
    "印发《〈某市科学技术进步条例〉实施办法》。",
    "各单位按照《关于印发〈某市创新平台管理办法〉的通知》执行。",
    "会议审议《行动方案》。",
    "某市印发《某市科研项目管理办法》（以下简称《办法》），《办法》共6章。"
    "《关于贯彻落实〈某市科研项目管理办法〉的通知》同时印发。",
    "内蒙古自治区简称“内蒙古”，欧洲核子研究中心（简称CERN）发布成果。",
    "自由贸易试验区（以下简称自贸试验区）挂牌，自贸试验区面积120平方公里。",
    "他在《科技日报》发表《规划纲要研究》，填写《通知单》。",
    "报送材料截止日前提交，到期日前办结，工作日前来办理，30日前完成，次日前公布。",
    "文明年创建活动开展，证明年检合格，说明年度安排。",
    "前年均降水量下降，提前年度检修，目前年产量稳定，当今年轻人热爱科学。",
    "截至目前，全市建成平台12个。",
    "2023年，全市新增平台12个，较去年增加3个。",
    "每年3月开展科技活动周，6月底前完成申报，12月以前验收。",
    "第12期科技讲座开讲，12月龄的羔羊出栏。",
    "从2023年10月到12月，各县区开展自查。",
    "2023年1—9月，全市实现技术交易额12亿元。其中9月实现2亿元。",
    "去年11月，某市在2023年度考核中列第一位。",
    "该市于2023年8月启动试点，9月扩大到全部县区，11月完成评估。",
    "当年4月，项目开工；同年10月，项目投产。",
    "到2025年，全市研发投入强度达到2%以上，力争2026年建成10个平台。",
    "2025年底前，全市已备案的平台全部开放。",
    "2022年3月，市政府宣布将于2023年建成科学中心。",
    "2023年5月，他曾提出将于2023年10月投产，因疫情推迟。",
    "2024年全国科技活动周将于5月举办，新规将于2024年6月1日起施行。",
    "甲县建成平台3个，乙县建成平台5个，丙旗建成平台8个。",
    "一季度全市高新技术企业总数达560家，二季度全市高新技术企业总数达650家。",
    "2022年全市高新技术企业总数达560家，2023年全市高新技术企业总数达650家。",
    "全市规上工业企业研发费用由3.5亿元增至4.2亿元。",
    "“创新”是第一动力，创新驱动发展，坚持创新引领。",
    "市科技局、县科技局和省科技厅联动，科技部、工业和信息化部支持。",
    "卫生健康部门、市卫生健康委、县卫生健康局联合开展义诊。",
    "衢州市科技局与宁波市科学技术局签约，绵阳市科学技术局见证。",
    "原莱芜市划归济南市管辖，2008年，襄樊市启动建设。",
    "呼和浩特市新城区科技局走访企业，宁波市江北区、镇海区协同推进。",
    "宁波市区县联动，内蒙古自治区旗县区协同，四川省市县三级发力。",
    "呼和浩特市新城市规划启动，北京市东城市民中心开放。",
    "四川省绵阳市各县（市、区）协同，四川巴中县（区）联动，陕西西安区块链企业、广西南宁区域中心参展。",
    "打招呼市民热情回应，义乌市、金华市企业参展，新增城市10个。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_texts_pass(text: str) -> None:
    assert found(text) == []


def test_figures_of_two_places_are_two_figures() -> None:
    text = "= 甲市做法\n全市高新技术企业总数达560家。\n= 乙市做法\n全市高新技术企业总数达650家。"
    whole = f"科技参考\n2024年第1期\n{texts.OFFICE}\n%%\n★ 甲市做法.....2\n%%\n{text}\n%%\n{texts.COLOPHON}"
    assert texts.check_issue(whole, "C8").findings == ()

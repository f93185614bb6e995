"""Values with units: what is written wrongly in them, and what only looks so."""

import pytest

from kjqb.check.rule import Example
from kjqb.check.subject import Kind
from kjqb.check.units import in_right_case, is_unit, quantities
from kjqb.model.bulletin import Severity

from . import texts

UNITS = ("U", "K205")


def found(text: str, *select: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.extent.text) for finding in texts.check_article(text, *(select or UNITS)).findings]


def messages(text: str, code: str) -> list[str]:
    return [finding.message for finding in texts.check_article(text, code).findings]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("含量0.18mg/kg，达3万KW。", [("0.18", "mg/kg"), ("3万", "KW")]),
        ("三百 KG，300余km，数千 t", [("三百", "KG"), ("300余", "km"), ("数千", "t")]),
        ("C919，X100KG，A-5KM", []),
        ("5 kg-10 kg", [("5", "kg"), ("10", "kg")]),
        ("5 KM2，1,234.5 m³", [("5", "KM2"), ("1,234.5", "m³")]),
    ],
)
def test_a_value_is_read_with_the_letters_behind_it(text: str, read: list[tuple[str, str]]) -> None:
    assert [(text[one.value.start : one.value.end], one.symbol) for one in quantities(text)] == read


@pytest.mark.parametrize(
    ("symbol", "right"),
    [
        ("KG", ("kg",)),
        ("Kw", ("kW",)),
        ("MG/KG", ("mg/kg",)),
        ("KM/H", ("km/h",)),
        ("M/S", ("m/s",)),
        ("KWH", ("kWh",)),
        ("Gwh", ("GWh",)),
        ("Mpa", ("MPa",)),
        ("MHZ", ("MHz",)),
        ("db", ("dB",)),
        ("MAH", ("mAh",)),
        ("um", ("μm",)),
        ("v", ("V",)),
        ("KM²", ("km²",)),
        ("mw", ("mW", "MW")),
        ("mpa", ("mPa", "MPa")),
        ("NM", ("nm", "Nm")),
        ("mL", ()),
        ("ml", ()),
        ("ML", ()),
        ("MW", ()),
        ("kW·h", ()),
        ("mg/(kg·d)", ()),
        ("GB", ()),
        ("Mbps", ()),
        ("M", ()),
        ("G", ()),
        ("App", ()),
        ("", ()),
    ],
)
def test_a_symbol_in_the_wrong_case_has_its_right_forms(symbol: str, right: tuple[str, ...]) -> None:
    assert in_right_case(symbol) == right


def test_a_unit_is_known_whatever_its_case() -> None:
    assert all(map(is_unit, ("kg", "KG", "mg/L", "m2", "hm²", "KM/H")))
    assert not any(map(is_unit, ("APP", "kg/APP", "GB", "G")))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("重5 KG", ["KG"]),
        ("KG类产品重5 KG，功率3 Kw。", ["KG", "Kw"]),
        ("年处理3万KG，时速120 KM/H。", ["KG", "KM/H"]),
        ("价格为5元/KG，重量（KG）和功率(KW)", ["KG", "KG", "KW"]),
        ("单位：KG", ["KG"]),
        ("知识管理（KM）和数据库（DB）", []),
        ("新增MG品牌车型，KM公司参会", []),
        ("2024H2，12V电池，5G，4K，3D，M2增长8%", []),
    ],
)
def test_wrong_capitals_count_only_where_a_unit_stands(text: str, wrong: list[str]) -> None:
    assert [excerpt for _, excerpt in found(text, "U402")] == wrong


def test_what_the_case_leaves_open_is_left_to_the_editor() -> None:
    (finding,) = texts.check_article("功率为5 mw。", "U402").findings
    assert finding.fix is None
    assert finding.message == "“mw”应为“mW”或“MW”"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("含镉0.05mg/kg，长5m，重20g。", ["0.05mg/kg", "5m", "20g"]),
        ("长5  km", ["5  km"]),
        ("占98 %，千分之5 ‰，转30 °", [" ", " ", " "]),
        ("温度25 ℃，25℃，25 °C", []),
        ("3万kW，3万 kW", []),
        ("5G、5g网络、4K、3D、5A、4S、10M、8GB", []),
        ("长5 km", []),
    ],
)
def test_a_number_and_its_letter_unit_are_one_blank_apart(text: str, wrong: list[str]) -> None:
    assert [excerpt for _, excerpt in found(text, "K205")] == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("亩产千斤，三百斤，上万斤，每斤5元，10元/斤", ["斤"] * 5),
        (
            "5里，3尺，2寸，5两，3公分，100平米，10英尺，180马力",
            ["里", "尺", "寸", "两", "公分", "平米", "英尺", "马力"],
        ),
        ("50 ppm，1200 rpm，20 mmHg，300大卡，3万度电", ["ppm", "rpm", "mmHg", "大卡", "度电"]),
        ("500亩，每亩补助，1.3万亿斤，12英寸晶圆", []),
        ("万里长征，千里之行，得寸进尺，半斤八两，四两拨千斤，千斤顶，千斤重担", []),
        ("万卡集群，2023里程碑，10尺寸，8里面，公斤，5公里，3公顷", []),
    ],
)
def test_units_that_are_not_lawful_are_told_from_words(text: str, wrong: list[str]) -> None:
    assert [excerpt for _, excerpt in found(text, "U401")] == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("渠道长30公里，另有20千米，又有5公里。", ["千米"]),
        ("渠道长30公里。\n又修20 km。", ["km"]),
        ("重5公斤，又重3千克，共8千克。", ["公斤"]),
        ("占地3万平方米，又占5 m²，再占6 m²。", ["平方米"]),
        ("时速60 km/h，长30公里。", []),
        ("每亩3公斤，共5公顷，合75亩。", []),
        ("产量3吨，5万吨，6千吨。", []),
        ("表面积3平方米，体积5立方米，长2米。", []),
    ],
)
def test_one_unit_has_one_spelling_in_an_article(text: str, wrong: list[str]) -> None:
    assert [excerpt for _, excerpt in found(text, "U403")] == wrong


def test_tables_may_have_symbols_where_the_text_has_names() -> None:
    assert found("渠道长30公里。\n| 名称 | 长度\n| 东渠 | 30 km", "U403") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("PH值，ph 6.5，Ph计，（PH值）", ["PH", "ph", "Ph", "PH"]),
        ("pH值，（PH）患者，PHP，A-PH", []),
        ("CO2、SO2和CH4，臭氧（O3）", ["CO2", "SO2", "CH4", "O3"]),
        ("PM2.5，B2B，H5N1，C2C，CO₂，GPT4O，O2O", []),
        ("800 ㎡，50㎏，3 ㎞", ["㎡", "㎏", "㎞"]),
        ("800 m2，5 km2，3m3", ["m2", "km2", "m3"]),
        ("25℃，M2增长8%，8GB", []),
    ],
)
def test_acidity_formulae_and_squares_have_their_own_forms(text: str, wrong: list[str]) -> None:
    assert [excerpt for _, excerpt in found(text, "U404")] == wrong


@pytest.mark.parametrize(
    ("text", "code", "right"),
    [
        ("保持25 ℃±2。", "U405", "(25±2) ℃"),
        ("保持25±2℃。", "U405", "(25±2) ℃"),
        ("5 kgs", "U406", "kg"),
        ("2 hrs", "U406", "h"),
        ("3 kg.，再加水", "U406", "kg"),
        ("5 mg/kg/d", "U407", "mg/(kg·d)"),
        ("30元/人/天", "U407", "元/（人·天）"),
        ("60 km/小时", "U408", "km/h"),
        ("3 t/天", "U408", "t/d"),
        ("5毫克/L", "U408", "mg/L"),
        ("摄氏25度", "U409", "25摄氏度"),
        ("摄氏零下5度", "U409", "零下5摄氏度"),
        ("摄氏二十度", "U409", "二十摄氏度"),
        ("25 °C", "U409", "℃"),
        ("25ºC", "U409", "℃"),
        ("5 k W", "U410", "kW"),
        ("3 M Hz", "U410", "MHz"),
        ("5 c m", "U410", "cm"),
    ],
)
def test_a_unit_written_wrongly_is_told_with_the_right_form(text: str, code: str, right: str) -> None:
    (message,) = messages(text, code)
    assert f"应为“{right}”" in message


@pytest.mark.parametrize("symbol", ["mμm", "kkg", "mmm", "μμF", "kMW"])
def test_a_doubled_prefix_is_found_and_left_to_the_editor(symbol: str) -> None:
    (finding,) = texts.check_article(f"膜厚为3 {symbol}。", "U410").findings
    assert finding.extent.text == symbol
    assert finding.fix is None


@pytest.mark.parametrize("unit", ["MWp", "kWe", "Vdc", "Nm³", "tce"])
def test_a_label_on_a_symbol_is_a_hint_without_a_fix(unit: str) -> None:
    (finding,) = texts.check_article(f"规模为30 {unit}。", "U406").findings
    assert (finding.extent.text, finding.severity, finding.fix) == (unit, Severity.INFO, None)


RIGHT = [
    "全市建成5G基站300个，推广4K超高清视频，开通10M专线。",
    "5A级景区、4S店和3D打印中心一并纳入。",
    "该机型搭载8GB内存，采用7 nm工艺。",
    "样品浓度为5 mM，含量为3 μmol/L，容积50 mL。",
    "装机容量100 MW，年发电量2亿千瓦时，储能时长2 h。",
    "租金为30元/（平方米·月），单价为5元/kg，用量为3 kg/亩。",
    "培养温度为(25±2) ℃，也可以写作25 ℃±2 ℃，误差为±0.5%。",
    "设计时速为350公里/小时，速度为60 km/h，人均用水2 m³/人。",
    "推广12英寸晶圆和55英寸显示屏，流转土地3万亩。",
    "功率为3～5 kW，电压为220 V，频率为50 Hz，噪声不超过60 dB。",
    "规格为5 mm×3 mm×2 mm，行距为30 cm，长10 m V形槽。",
    "减排CO₂，PM2.5浓度下降5%，转角为30°，盐度为3‰。",
    "方案A/B/C均可，2024/8/15一行不是单位。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_quantities_pass(text: str) -> None:
    assert found(text) == []


def test_an_issue_shows_units_of_cells_as_well() -> None:
    example = Example("重量（KG）", "重量（kg）", part=Kind.CELL)
    report = texts.check_issue(texts.compose(example, example.bad), "U402")
    assert [finding.extent.text for finding in report.findings] == ["KG"]

"""What the rules of wording find beyond tables: doubled characters, blends, letter words, spellings, house terms."""

import pytest

from kjqb.check.run import run
from kjqb.check.subject import Subject
from kjqb.model.bulletin import Conventions

from . import texts


def found(text: str, code: str) -> list[str]:
    return [finding.extent.text for finding in texts.check_article(text, code).findings]


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        ("全市的的平台。", "的的"),
        ("建成了了平台。", "了了"),
        ("平台在在园区。", "在在"),
        ("这是是平台。", "是是"),
        ("甲县和和乙县。", "和和"),
        ("甲县及及乙县。", "及及"),
        ("甲县与与乙县。", "与与"),
        ("将于于5月启动。", "于于"),
        ("为为企业服务。", "为为"),
        ("以创新为为主线。", "为为"),
        ("选题以及以及评审。", "以及以及"),
        ("进行进行评审。", "进行进行"),
        ("高质量发展高质量发展。", "高质量发展高质量发展"),
        ("共3个个项目。", "个个"),
        ("2023年年，全市增产。", "年年"),
        ("平台的的的作用。", "的的的"),
        ("加快加快加快建设。", "加快加快加快"),
        ("的的", "的的"),
        ("平台平台建设。", "平台平台"),
        ("创新平台创新平台达36家。", "创新平台创新平台"),
        ("通过通过审核的名单。", "通过通过"),
    ],
)
def test_what_is_written_twice_is_found(text: str, doubled: str) -> None:
    assert found(text, "W908") == [doubled]


@pytest.mark.parametrize(
    "text",
    [
        "目的的确达到了，的的确确见效。",
        "为了了解实情，除了了望塔之外不了了之，成绩了不起，取得了了不起的成绩。",
        "问题存在在线平台，现在在建项目36个，实在在理。",
        "出台台账制度，市里里程碑式的项目。",
        "人人有责，天天更新，常常走访，刚刚启动，仅仅3天，个个争先，家家户户，代代相传。",
        "是是非非要分清，可是是否可行，于是是非分明。",
        "推动饱和和稳定，温和和缓，碳中和和碳达峰。",
        "以及及时上报，普及及推广，涉及及时性。",
        "参与与会代表座谈，给予与众不同的支持。",
        "关于于洪区的规划，对于于都县的帮扶。",
        "行为为社会认可，认为为时尚早。",
        "针对对方诉求，面对对口支援任务。",
        "所有有关部门，国有有限公司，拥有有效专利。",
        "可以以上述材料为准，难以以下限计。",
        "非常非常重要，讨论讨论再定，一个一个落实，一步一步推进，千千万万，2023年年底，3个个体户。",
        "二〇二〇年，一九一九年，12家家庭农场，5项项目，3名名师，8人人均产值。",
        "支队支队长到场，根据根据地经验，项目项目经理负责，来越来越多。",
        "等等，等等。",
        "由平台组成的列表的列表。",
        "天空碧蓝碧蓝，湖水碧绿碧绿，道路笔直笔直。",
        "支持推广推广站的做法，落实研究研究所的规划，加快基金基金会建设。",
        "促进发展发展中国家的农业，认定国家国家级平台，小数小数点后保留两位。",
        "建设学习学习型组织，常务委员会委员会议召开，副总经理总经理助理到会。",
        "提供人民人民币结算服务，支部支部书记到场，服务服务业企业。",
        "进行进行曲创作，通过通过率审核。",
    ],
)
def test_what_only_looks_doubled_passes(text: str) -> None:
    assert found(text, "W908") == []


@pytest.mark.parametrize(
    "text",
    [
        "市政府印发《科技管理办法》将于2024年1月1日起施行。",
        "修订《科技进步条例》（2023年版）已于5月1日起实施。",
        "随着平台的建成，使企业降低了成本。",
        "会议闭幕。经过三年努力，使产量翻了一番。",
        "停产的原因是设备老化引起的。",
        "本着节约资源为原则安排经费。",
        "活动围绕服务基层为主题，分三场举行。",
        "产品深受农户所喜爱。",
        "杜绝此类事故不再发生。",
        "据统计显示，产量增长。",
    ],
)
def test_blends_are_found(text: str) -> None:
    assert len(found(text, "W910")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "新修订的《科技进步条例》将于2024年1月1日施行。",
        "《科技进步条例》将于2024年1月1日施行。",
        "修订了《科技进步条例》，新条例将于2024年1月1日施行。",
        "印发《科技管理办法》，自2024年1月1日起施行。",
        "全市通过结对帮扶，使企业掌握了新工艺。",
        "通过结对帮扶，企业掌握了新工艺。",
        "通过该平台，使用者可以查询进度。",
        "减产的原因是连续干旱。",
        "活动以服务基层为主题，围绕三个方面展开。",
        "产品为农户所喜爱，深受欢迎。",
        "防止事故再次发生，确保此类问题不再发生。",
        "据统计，产量增长；统计数据显示，效益提高。",
    ],
)
def test_sentences_that_are_whole_pass(text: str) -> None:
    assert found(text, "W910") == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("企业采用AIGC设计。", "AIGC"),
        ("AIGC辅助设计。", "AIGC"),
        ("引入“AIGC”工具。", "AIGC"),
        ("部署MES、AI等系统。", "MES"),
        ("（RFID设备除外）", "RFID"),
    ],
)
def test_a_letter_word_without_chinese_is_found(text: str, word: str) -> None:
    assert found(text, "W911") == [word]


def test_only_the_first_use_counts() -> None:
    assert found("部署MES系统。\n升级MES系统。", "W911") == ["MES"]
    assert found("部署制造执行系统（MES）。\n升级MES。", "W911") == []


def test_headings_may_be_short() -> None:
    assert found("## 一、推广MES\n部署制造执行系统（MES）。", "W911") == []


@pytest.mark.parametrize(
    "text",
    [
        "生成式人工智能（AIGC）、“数字孪生”（DT）、建筑信息模型（Building Information Model，BIM）。",
        "生成式人工智能（以下简称AIGC）得到应用。",
        "AIGC（生成式人工智能）得到应用。",
        "AIGC，即生成式人工智能，得到应用。",
        "制造执行系统简称MES，用于排产。",
        "GDP增长5%，CEO培训班开班，AI、VR和AR设备入园，建成LED生产线。",
        "装机36 MW，存储2 TB，排放CO减少，型号为JX-200和BXK300。",
        "supOS、ChatGPT、Wi-Fi和iOS可用，接入Windows API文档。",
        "A股、B超、AAA级信用、III期、IV类水质。",
        "执行GB/T 15834—2011和ISO 9001，邮箱为KJ@EXAMPLE.ORG。",
        "访问HTTPS://EXAMPLE.ORG/ABC查询。",
    ],
)
def test_letters_that_need_no_chinese_pass(text: str) -> None:
    assert found(text, "W911") == []


def test_letter_words_that_the_readers_know_can_be_named() -> None:
    conventions = Conventions(select=("W911",), options={"W911": {"known": ["MES"]}})
    assert run([Subject.of_article(texts.article("部署MES和RFID。"))], conventions).findings[0].extent.text == "RFID"


def test_the_rarer_spelling_is_found_and_of_equal_ones_the_later() -> None:
    assert found("制订规划。\n制定办法。\n制定方案。", "W907") == ["制订"]
    assert found("制订规划。\n制定办法。", "W907") == ["制定"]


@pytest.mark.parametrize(
    "text",
    [
        "制定规划，印发《标准制订办法》，制定方案。",
        "制定规划，控制定价，研制订单产品。",
        "作出部署，合作做出口贸易，制作出版物。",
        "制定规划，推进平台建设。",
        "> 制订规划。\n制定办法。",
    ],
)
def test_one_spelling_passes(text: str) -> None:
    assert found(text, "W907") == []


def house(text: str, *terms: tuple[str, str]) -> list[tuple[str, str]]:
    options = {"W909": {"terms": [list(pair) for pair in terms]}}
    report = run([Subject.of_article(texts.article(text))], Conventions(select=("W909",), options=options))
    return [(finding.extent.text, finding.message) for finding in report.findings]


def test_the_house_list_finds_nothing_until_it_is_written() -> None:
    assert house("市科委、市科技局。") == []


def test_a_fixed_wording_that_stands_within_the_right_one_is_right() -> None:
    assert house("市科学技术局与科技局。", ("科技局", "科学技术局")) == [("科技局", "“科技局”应为固定提法：科学技术局")]
    assert house("科创中国、“科创中国”。", ("科创中国", "“科创中国”")) == [
        ("科创中国", "“科创中国”应为固定提法：“科创中国”")
    ]


@pytest.mark.parametrize(
    ("text", "outside", "right"),
    [
        ("会议结束後，研究發展。", ["後", "發"], "会议结束后，研究发展。"),
        ("推動科技創新。", ["動", "創"], "推动科技创新。"),
        ("臺灣與大陸。", ["臺灣與", "陸"], "台湾与大陆。"),
        ("关於乾燥设备。", ["关於", "乾燥"], "关于干燥设备。"),
    ],
)
def test_traditional_characters_are_found(text: str, outside: list[str], right: str) -> None:
    findings = texts.check_article(text, "W905").findings
    assert [finding.extent.text for finding in findings] == outside
    for finding in reversed(findings):
        assert finding.fix
        for edit in finding.fix.edits:
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == right


def test_a_character_outside_of_the_table_without_a_standard_one_has_no_fix() -> None:
    (finding,) = texts.check_article("囧字走红。", "W905").findings
    assert finding.fix is None
    assert finding.message == "“囧”不在《通用规范汉字表》内"


def test_an_abolished_word_is_one_finding() -> None:
    findings = texts.check_article("购置傢具。", "W").findings
    assert [(finding.code, finding.extent.text) for finding in findings] == [("W912", "傢具")]

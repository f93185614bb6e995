"""Right texts of bulletins in which one rule or another had seen a fault: none of it is a finding."""

import pytest

from kjqb.check.rule import Example
from kjqb.check.subject import Kind

from . import texts

RIGHT = [
    "第一完成人平均年龄为43.5岁，比2022年年轻2.1岁。",
    "2023年年发电量36.5亿千瓦·时，2022年年降水量为380毫米。",
    "职工整夜整夜地守在试验台旁，山坡上大片大片的沙棘成熟了。",
    "某师范大学大学生创新项目获奖。",
    "基地内现有在孵企业36家，园区现在在孵企业达48家。",
    "常规疗法简称“2HRZE/4HR”方案。",
    "负责人作了题为《聚焦“五大工程” 建设创新型城市》的工作报告。",
    "《食品安全国家标准 食品接触用塑料材料及制品》（GB 4806.7—2023）规定了总迁移量限量。",
    "GB/T 43697—2024《数据安全技术 数据分类分级规则》给出了通用规则。",
    "又讯 2024年1月5日，某盟500千伏输变电工程开工。",
    "市科技局将组织专家评审。\n市科学技术局\n2024年3月29日",
    "1.煤基固废制备绿色建材关键技术\n完成单位：某建材有限责任公司、中国矿业大学（北京）\n此次获奖成果有三个特点。",
    "1 范围\n本规程规定了插秧机的选择和使用。\n2 规范性引用文件\nGB 4404.1 粮食作物种子 第1部分：禾谷类\n"
    "GB/T 15063 复合肥料\nNY/T 496 肥料合理使用准则 通则",
    "省科技厅介绍《某省科学技术奖励办法》（省政府令第312号，以下简称新《办法》）。新《办法》自2024年5月1日起施行。",
    "某大学团队以锂金属为负极，研制出能量密度达450 Wh/kg的软包电池，循环400次后容量保持率为81.2%。（来源：某日报）\n"
    "【信息通信】全国5G移动电话用户达8.74亿户。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_texts_pass(text: str) -> None:
    found = texts.check_issue(texts.compose(Example(text, text), text)).findings
    assert [(finding.code, finding.extent.text) for finding in found] == []


def test_wide_blanks_set_the_fields_of_a_colophon_apart() -> None:
    lines = f"{texts.COLOPHON}　传真：0471-7654321\n主编：王 明　责任编辑：李建国　校对：赵 琳"
    found = texts.check_issue(texts.compose(Example(lines, lines, Kind.COLOPHON), lines)).findings
    assert [(finding.code, finding.extent.text) for finding in found] == []


def test_a_paragraph_that_ends_in_a_half_width_stop_is_not_cut() -> None:
    text = f"{texts.CUT}所.\n平台面向全市开放。"
    assert [finding.code for finding in texts.check_article(text).findings] == ["P102"]


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("做到三个强化：一是强化领导；二是强化投入。", "S512", "三个强化"),
        ("做到“三个到位”：一是认识到位；二是责任到位。", "S512", "三个到位"),
        ("覆盖率达到30%以上左右。", "N313", "以上左右"),
        ("气温为-5~10℃。", "P116", "5~10"),
        ("名额不超过5个以内。", "N313", "不超过5个以内"),
        ("样品纯度偏差为千分之2.5。", "N323", "千分之2.5"),
        ("该市印发《关于修订<科技奖励办法>的通知》。", "P108", "<科技奖励办法>"),
    ],
)
def test_further_forms_of_a_fault_are_found(text: str, code: str, shown: str) -> None:
    assert [(finding.code, finding.extent.text) for finding in texts.check_article(text).findings] == [(code, shown)]


def test_no_mark_is_taken_from_a_slash_at_the_end() -> None:
    (found,) = texts.check_article("名单按县/。", "P136").findings
    assert found.fix is None

"""What editors write and checkers like to flag: none of it is a finding."""

import pytest

from . import texts

RIGHT = [
    "1—10月，全市新增科技型企业46家，同比增长100%。",
    "推广“水稻—红螯螯虾”综合种养模式。",
    "土壤的pH由5.45升至6.23，镉含量降至0.05 mg/kg。",
    "supOS工业操作系统和“31”号品种通过验收，CEO特训营开班。",
    "10年来，40年间，第二、三产业稳步发展。",
    "四措并举，从6个方面发力。",
    "——创建示范区，推动网络互联互通。",
    "该意见（2018年版）自印发之日起施行。",
    "印发《〈科技进步条例〉实施办法》。",
    "会议9:30开始，图纸比例尺为1:500，两队以3:2收场。",
    "他问：“能不能早日投产？！”众人答：“能！！！”",
    "项目支持VR和AR设备，兼容Wi-Fi 6与Windows 11 Pro。",
    "合同额10亿零817万元，产量100—150 kg。",
    "截至目前，申报截止时间未变，报名于5日截止，报名截止日期为6月30日，逾期截止受理。",
    "粮票截止到期作废。",
    "占比在5%—10%之间，误差为±0.5%，占1/3。",
    "该工艺（thermal annealing, TA）已获专利。",
    "编号为A-5-10，型号为C919，按GB/T 15834—2011执行。",
    "函数f(x, y)的值域为[0, 1]。",
    "人口30000余人，粮食1,234吨。",
    "统一是基础，万一是误报，唯一是质量。",
    "他说：“It’s done, isn’t it?”",
    "试点分两步：一、二产业先行，三产业跟进。",
    "步骤如下：1）选题；2）评审。",
    "符合第（二）项、第（五）项规定的，予以支持。",
    "排名第一，增速第三，总量第五。",
    "中心于8月15日挂牌，2024-08-15发布公告。",
    "小麦、玉米……都在其列。",
    "本期编辑组由综合保障中心派出，亩产超过500公斤。",
    "负责人李 涛到会。",
]

TITLES = [
    "内蒙古：优化科技创新体系 推动区域一体化发展",
    "某市集聚创新优势 服务地方发展",
    "科技创新成效显著 2024年再上新台阶",
    "全市新增企业突破100 创新活力持续迸发",
    "何以中国？看科技如何作答",
]

LABELS = [
    "某市科学技术局",
    "2024年1月5日",
    "联系人：某人，电话：0471-1234567",
    "（来源：某市科技局网站，2024年1月）",
    "图1 试验田分布",
    "表3-2 专项资金安排",
    "2.1 建设情况",
    "附件1 推荐名单",
    "一、优化资源配置，激发创新活力",
    "详情见通知全文，下载地址为https://example.org/notice/2024/index.html",
    "* * *",
    "（完）",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_sentences_pass(text: str) -> None:
    assert [(finding.code, finding.extent.text) for finding in texts.check_article(text).findings] == []


@pytest.mark.parametrize("title", TITLES)
def test_titles_pass(title: str) -> None:
    lines = [
        "科技参考",
        "2024年第1期",
        texts.OFFICE,
        "%%",
        f"★ {title}...2",
        "%%",
        f"= {title}",
        "甲。",
        "%%",
        texts.COLOPHON,
    ]
    assert [(finding.code, finding.extent.text) for finding in texts.check_issue("\n".join(lines)).findings] == []


@pytest.mark.parametrize("line", LABELS)
def test_lines_that_are_no_sentences_pass(line: str) -> None:
    assert [(finding.code, finding.extent.text) for finding in texts.check_article(f"甲。\n{line}").findings] == []


def test_quotations_of_several_paragraphs_pass() -> None:
    assert texts.check_article("他说：\n“先建库。\n“再育人。\n“后推广。”").findings == ()


def test_lists_that_begin_anew_pass() -> None:
    text = "一是甲。二是乙。\n一是丙。二是丁。三是戊。\n## 一、己\n（一）庚。\n（二）辛。\n## 二、壬\n（一）癸。"
    assert texts.check_article(text).findings == ()


def test_a_list_within_an_item_passes() -> None:
    assert texts.check_article("一是甲。\n二是乙：一是丙；二是丁；三是戊。\n三是己。").findings == ()

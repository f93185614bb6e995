"""The tables of wordings: each row is sound, each fault is found in any company, and borders of words are let be."""

from itertools import chain

import pytest

from kjqb.check.wording import wordings
from kjqb.tables.characters import is_standard
from kjqb.tables.read import rows

from . import texts

TABLES = ("misspelt", "variants", "house_forms", "abolished", "restored", "pleonasms", "confusables", "spellings")
BARE = {name: [row for row in rows(name) if len(row) == 2] for name in TABLES}
SURROUNDINGS = ("{}", "甲{}。", "5{}A", "，{}，", "“{}”", "（{}）")


def found(text: str, *codes: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.extent.text) for finding in texts.check_article(text, *codes).findings]


@pytest.mark.parametrize("name", TABLES)
def test_a_row_holds_two_different_wordings_and_at_most_two_patterns(name: str) -> None:
    assert all(2 <= len(row) <= 4 and row[0] != row[1] and len(row[0]) > 1 for row in rows(name))


@pytest.mark.parametrize("name", TABLES)
def test_a_row_is_there_once(name: str) -> None:
    assert len(set(rows(name))) == len(rows(name))


@pytest.mark.parametrize("name", TABLES)
def test_patterns_compile(name: str) -> None:
    for row in rows(name):
        list(wordings(name).find(f"全市{row[0]}建设。"))


@pytest.mark.parametrize("name", ["misspelt", "variants", "house_forms", "abolished", "restored", "pleonasms"])
def test_what_is_right_holds_nothing_that_the_same_table_calls_wrong(name: str) -> None:
    again = [(row[0], row[1]) for row in rows(name) if list(wordings(name).find(row[1]))]
    assert again == []


def test_what_is_right_is_right_under_the_other_tables() -> None:
    names = ("misspelt", "variants", "house_forms", "abolished", "restored")
    rights = {row[1] for row in chain.from_iterable(map(rows, names))}
    assert [(right, name) for right in rights for name in names if list(wordings(name).find(right))] == []


def test_all_that_is_right_is_written_in_standard_characters() -> None:
    assert all(is_standard(character) for name in TABLES for row in rows(name) for character in row[1])


def test_no_wording_stands_in_two_tables() -> None:
    names = ("misspelt", "variants", "house_forms", "abolished", "restored", "pleonasms")
    words = [word for name in names for word in {row[0] for row in rows(name)}]
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize("name", ["misspelt", "variants", "house_forms", "abolished", "restored"])
@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_a_row_without_context_is_found_in_any_surroundings(name: str, surroundings: str) -> None:
    missed = [
        row[0]
        for row in BARE[name]
        if [wording.found for _, wording in wordings(name).find(surroundings.format(row[0]))] != [row[0]]
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("text", "code", "wrong"),
    [
        ("帐号已注册。", "W902", "帐号"),
        ("申报材料的一部份。", "W902", "部份"),
        ("既使下雨也施工。", "W902", "既使"),
        ("节日期间外出渡假。", "W902", "渡假"),
        ("企业做为创新主体。", "W902", "做为"),
        ("工程己完成验收。", "W902", "己完成"),
        ("任命付主任一名。", "W902", "付主任"),
        ("秸杆还田。", "W902", "秸杆"),
        ("相关工作一如继往。", "W902", "一如继往"),
        ("因该加强管理。", "W902", "因该"),
        ("环绕中心，再接再砺。", "W904", "再接再砺"),
        ("推荐其它地区借鉴。", "W904", "其它"),
        ("签下海外定单。", "W904", "定单"),
        ("查明事故原由。", "W904", "原由"),
        ("购置傢俱一批。", "W912", "傢俱"),
        ("用於生产。", "W905", "用於"),
        ("请登陆官网查询。", "W906", "登陆"),
        ("登陆“科创通”平台。", "W906", "登陆"),
        ("台风在某地沿海登录。", "W906", "登录"),
        ("加强对权利运行的监督。", "W906", "权利"),
        ("维护职工合法权力。", "W906", "权力"),
        ("本条例自公布之日起实行。", "W906", "实行"),
        ("山洪爆发前转移群众。", "W906", "爆发"),
        ("火山暴发，航班停飞。", "W906", "暴发"),
        ("各地必需坚持目标导向。", "W906", "必需"),
        ("保障生活必须品供应。", "W906", "必须"),
        ("新系统正式起用。", "W906", "起用"),
        ("因操作不当，以至设备损坏。", "W906", "以至"),
        ("改革涉及到多个部门。", "W903", "涉及到"),
        ("数据来自于基层。", "W903", "来自于"),
        ("截至到2023年底。", "W903", "截至到"),
    ],
)
def test_a_wrong_wording_is_found(text: str, code: str, wrong: str) -> None:
    assert found(text, "W") == [(code, wrong)]


@pytest.mark.parametrize(
    "text",
    [
        "全部份额由国有企业持有，股份额度不变。",
        "统一是基础，用人材料齐全，本地方言丰富。",
        "债务涉及到期本金，涉及到场人员36名。",
        "按装机容量计算补贴，定按装机规模分档。",
        "因该项目用地调整，工期顺延。",
        "研究竞争机制，究竟标准如何，须由专家论证。",
        "来自己建成的园区，来自已建成的园区。",
        "搭建帐篷20顶，报到帐篷4顶，账目清楚。",
        "既使企业受益，又使农民增收。",
        "上述要求既将目标细化，又将责任压实。",
        "自己完成设计，由企业自己经营。",
        "支付主任医师津贴，支付产品研发费用。",
        "存在也不应回避，现在也不晚。",
        "过渡假说得到验证，摆渡假日不停航。",
        "两侧试验段同步施工，一侧绘有标线。",
        "相关健全机制已经建立，有关建议已经采纳。",
        "新建康养中心3处，修建康复医院1家。",
        "改建设施用房，卫健设施得到改善。",
        "火法冶炼与湿法冶金并举。",
        "出彩的对象素质较高，图像素材丰富。",
        "形成象征性符号，构成像素阵列。",
        "连续三周未发现病例，当年未完成的任务顺延。",
        "部分脏器移植技术取得突破。",
        "石灰复合肥、粉煤灰复垦技术得到推广。",
        "公开募集资金，封闭募集期为3个月。",
        "高频危害因素得到控制。",
        "依托展会平台，增加块石护坡。",
        "规定单位应当备案，确定货源，按规定单价结算。",
        "消防标识清晰，电磁器件国产化。",
        "水平空间受限，热中子反应堆运行稳定。",
        "三个月份内完成，股份量化到户，省份内调剂。",
        "每亩100元煤款，1万元来自企业自筹。",
        "中原故事、草原故里入选名录。",
        "项目原由区级部门承担。",
        "师傅会同徒弟攻关，骨干与新人结对。",
        "水下交易受限，养鱼网箱整治到位，鱼具有洄游习性。",
        "种子细胞、电子细分领域发展迅速。",
        "伸展转折自如，开发展转型路径。",
        "企业派员登陆科创板，台风登陆前做好防御。",
        "依法行使权利，公民享有受教育权利，行政权力清单已经公布。",
        "爆发力强，战争爆发，疫情暴发，山洪暴发。",
        "自2024年1月1日起施行，实行责任制。",
        "生活必需品供应充足，各级必须落实责任。",
        "起用年轻干部，新系统正式启用。",
        "规模由3家以至30家，以致影响进度。",
        "有效反映问题，发生化学反应，群众反映强烈。",
        "试验田、实验室、自由贸易试验区均已建成。",
        "慰藉、狼藉、瞭望、乾坤、宫商角徵羽均为规范写法。",
        "乾县、於潜镇的旧志已经整理。",
        "高端发展会议、制作出版、合作出资、操作出现偏差。",
    ],
)
def test_a_border_of_words_is_let_be(text: str) -> None:
    assert found(text, "W9") == []


BULLETIN = [
    "部分设备老化，尤其它们的控制系统须更换。",
    "生活必需品保供充足，项目建设必需要件齐全，人体必需氨基酸含量高。",
    "该成果为企业所必需，最必需的是资金。",
    "权力机关依法行使权力，公民依法享有权利。",
    "反应釜温度稳定，应急反应迅速，客观反应式书写规范。",
    "甲县推进国家农业高新技术产业示范区建设，获批省级重点实验室3家。",
    "全市技术合同成交额达12.6亿元，同比增长18.5%。",
    "推广小麦“一喷三防”技术，示范面积达3万亩。",
    "科技特派员下沉一线，帮助农户解决生产难题86个。",
    "建立月调度、季通报、年考核机制，形成工作闭环。",
    "会计核算、审计监督、统计调查依法开展，市委书记划定底线。",
    "党总支书记到会，兑付产品款项，支付主任津贴。",
    "建设记录完整，学会议程已定，社会义务劳动蔚然成风。",
    "以经济建设为中心，予以经费支持，给以经济补偿。",
    "修正策略，纠正策划偏差，校正策源地坐标。",
    "南极积雪监测、太极积分赛如期举行。",
    "系统记录完整，传统记忆得到保护。",
    "代表杨某发言，公布署名文章，分布署有说明。",
    "对接规划，直接规定，严格并规范流程。",
    "来自已建项目的数据，截至目前为止已归档。",
    "汽油其次，石油其实储量有限。",
    "乡村振兴示范带覆盖面积达200平方千米。",
    "既要金山银山，又要绿水青山；既能种又能养。",
    "自治区级、盟市级、旗县级平台互联互通。",
    "锡林郭勒盟、乌兰察布市、巴彦淖尔市协同推进。",
    "呼和浩特市大青山、敕勒川、昭君博物院列入名录。",
    "对草原鼠害、虫害、毒害草开展综合防治。",
    "稀土永磁、石墨电极、单晶硅产能居前。",
    "研发高镁锂比盐湖提锂、钠离子电池材料。",
    "乌兰图雅、荷兰图书展和蓝图展示区同步开放。",
    "开展“揭榜挂帅”“赛马制”项目攻关。",
    "化肥农药减量增效，畜禽粪污资源化利用率达85%。",
    "对口支援、结对帮扶、消费帮扶同步推进。",
    "做好“六稳”工作，落实“六保”任务。",
    "全市各级各类人才总量达15万人，其中高层次人才2300人。",
    "科技型中小企业评价入库420家，同比增加36家。",
    "项目总投资3.2亿元，其中自筹资金2.1亿元。",
    "经专家评审、现场考察、综合评议，确定拟立项项目86项。",
    "企业研发费用加计扣除政策享受面达92%。",
    "自动化程度高，人均产值提升，户均增收3000元。",
    "在在建工程中，存在在线监测盲区。",
    "不断完善以企业为主体、市场为导向的技术创新体系。",
    "着力打通从科技强到企业强、产业强、经济强的通道。",
    "通过搭平台、引人才、促转化，全市创新能力明显提升。",
    "为了了解企业需求，调研组走访企业56家。",
    "大会会期3天，展会会场设在甲县。",
    "加大对中小企业的支持力度，减轻企业负担。",
    "重视视频监控，提高高标准农田建设质量。",
]


@pytest.mark.parametrize("text", BULLETIN)
def test_what_bulletins_write_passes(text: str) -> None:
    assert found(text, "W9") == []


WITHIN_WORDS = [
    "多重覆盖与双重覆盖并举，土层回覆表土30厘米。",
    "计算协方差矩阵，研究干燥动力学模型。",
    "营造平安祥和的节日氛围，加强海拔较高地区的服务。",
    "上海拨付资金3亿元，青海拨款2亿元。",
    "建成避暑名城，机关干部暑期轮训，消暑名品上市。",
    "围绕幸福家园建设，发展岩溶资源产业。",
    "开展供给侧试点和用户侧试点，夹爪实现精准抓取。",
    "激发韧性，开发韧性材料，纯粹取决于市场。",
    "举办总裁培训班，下载培训资料，整理现状矿产资料。",
    "公布招聘清单，规范运营账户，记录蜜蜂密度。",
    "石蜡月产量稳定，理赔养殖险案件86起，屏幕集成度提高。",
    "内蒙古绩效评价结果公布，山脉博物馆开馆，书记律己从严。",
    "企业正策划新活动，课题升级，问题高发。",
    "今年令企业受益的政策有36项，采伐企业迹地更新达标。",
    "以经批准的规划为准，因该当事人缺席，会议延期。",
    "办实事就是解民忧，要因人而宜，不加思索不可取。",
    "上周末曾到企业调研，上世纪末经济增长较快。",
    "统筹错峰用电，薪酬建议已经反馈，专题纲要已经印发。",
    "分批选拔打造队伍，思辨论坛开幕，神秘决赛落幕。",
    "列车返回朔州，姓名为张驰、周祥。",
    "付教授介绍经验，付院长讲授课程。",
    "教师从下午4时起用电教室授课，企业起用了一批年轻干部。",
    "启用退役军人服务站，启用新人才公寓，启用党员干部教育平台。",
    "汇总不良反应情况，群众反映强烈，该指标反映温度变化。",
    "审核泄露试题案件，检查长效机制，检查院落卫生。",
    "依法剥夺政治权利，保障监督权利的行使，公布消费者权利清单。",
    "疫情过后消费爆发，数据显示暴发山洪，疫情暴发点已经封控。",
    "新作息时间自5月1日起实行，必须品质过硬。",
    "项目处于在建阶段，食品含有着色剂，飞行器具有着陆能力。",
    "春节也就是即将到来的节日，协商一致，再次重申立场。",
    "外交代表提交代码，申报道地药材，思想象征意义深远。",
    "包含义务教育阶段，依照相应规定，以此为出发点。",
]


@pytest.mark.parametrize("text", WITHIN_WORDS)
def test_rows_do_not_reach_into_right_words(text: str) -> None:
    assert found(text, "W9") == []


@pytest.mark.parametrize(
    ("text", "code", "wrong"),
    [
        ("材料重覆上报。", "W902", "重覆"),
        ("企业自已建成平台。", "W902", "自已"),
        ("标识不符和规定。", "W902", "不符和"),
        ("工作以经完成。", "W902", "以经"),
        ("任命付局长一名。", "W902", "付局长"),
        ("市科学技术局付局长到会。", "W906", "付局长"),
        ("矿区海拨约1300米。", "W902", "海拨"),
        ("新设备起用仪式。", "W906", "起用"),
        ("向调研组反应问题。", "W906", "反应"),
        ("各项制度须全面施行责任制。", "W906", "施行"),
        ("信口开合不可取。", "W904", "信口开合"),
    ],
)
def test_the_fault_is_found_where_the_border_is_none(text: str, code: str, wrong: str) -> None:
    assert found(text, "W9") == [(code, wrong)]


def test_a_form_of_the_house_does_not_cite_the_standard() -> None:
    (finding,) = texts.check_article("水份充足。", "W904").findings
    assert finding.message == "“水份”本刊用“水分”"

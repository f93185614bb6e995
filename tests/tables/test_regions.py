"""The table of regions, and finding them in titles."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjqb.tables.regions import Region, find_regions, parents, region, regions

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "seed"


def code_of(title: str) -> str | None:
    found = find_regions(title)
    return found[0].code if found else None


def test_the_table_has_all_34_provinces_and_333_prefectures():
    levels = [each.level for each in regions().values()]
    assert (levels.count(1), levels.count(2)) == (34, 333)


def test_codes_are_six_digits_and_in_order():
    codes = list(regions())
    assert all(re.fullmatch(r"[1-8]\d{5}", code) for code in codes)
    assert codes == sorted(codes)


def test_every_region_lies_in_a_province_that_is_listed():
    assert all(parents(each)[0].level == 1 for each in regions().values() if each.level > 1)


def test_the_parents_of_haishu_are_zhejiang_and_ningbo():
    haishu = regions()["330203"]
    assert [each.short for each in (*parents(haishu), haishu)] == ["浙江", "宁波", "海曙"]


@pytest.mark.parametrize(
    ("code", "short"),
    [
        ("150000", "内蒙古"),
        ("640000", "宁夏"),
        ("810000", "香港"),
        ("371722", "单县"),
        ("222400", "延边"),
        ("632500", "海南州"),
        ("220200", "吉林市"),
        ("430121", "长沙县"),
        ("310115", "浦东"),
        ("429021", "神农架"),
        ("141034", "汾西"),
        ("622927", "积石山"),
        ("150824", "乌拉特中旗"),
    ],
)
def test_short_names_are_those_that_indexes_use(code: str, short: str):
    assert regions()[code].short == short


def test_no_two_prefectures_or_provinces_share_a_short_name():
    shorts = [each.short for each in regions().values() if each.level < 3]
    assert len(shorts) == len(set(shorts))


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("宁波海曙推进科创街区建设", "330203"),
        ("浙江宁波海曙：三级地名", "330203"),
        ("浙江海曙打造创新平台", "330203"),
        ("四川绵阳引进人才", "510700"),
        ("四川省绵阳市涪城区", "510703"),
        ("内蒙古：推动一体化", "150000"),
        ("浙江衢州：服务地方发展", "330800"),
        ("四川巴中强化项目管理", "511900"),
        ("宁夏回族自治区出台条例", "640000"),
        ("广西南宁举办活动", "450100"),
        ("吉林省吉林市发展冰雪经济", "220200"),
        ("吉林推进成果转化", "220000"),
        ("海南发展南繁硅谷", "460000"),
        ("海南州发展清洁能源", "632500"),
        ("青海海南州发展清洁能源", "632500"),
        ("甘肃白银转型", "620400"),
        ("辽宁朝阳推广节水", "211300"),
        ("北京朝阳区建设国际创新中心", "110105"),
        ("甘肃合作市推进牧区改革", "623001"),
        ("宁夏同心县推广滴灌", "640324"),
        ("湖南长沙县推进智造", "430121"),
        ("湖南长沙推进智造", "430100"),
        ("锡林郭勒盟正蓝旗修复草原", "152530"),
        ("延边州发展人参产业", "222400"),
        ("海曙区推进硬科技攻坚", "330203"),
        ("助力宁波建设新材料高地", "330200"),
        ("专家组赴绵阳调研", "510700"),
        ("东西部协作：宁波推广经验", "330200"),
        ("河南宁陵推广小麦良种", "411423"),
    ],
)
def test_a_title_is_found_to_speak_of(title: str, code: str):
    assert code_of(title) == code


@pytest.mark.parametrize(
    "title",
    [
        "隆重庆祝科技工作者日",
        "推广东西部协作经验",
        "推广西部大开发经验",
        "创新乡村治理方式",
        "新乡村建设带来新面貌",
        "网上海量数据怎样治理",
        "平衡水资源与产业布局",
        "美丽水乡添新景",
        "投资阳光产业",
        "太湖南岸治理",
        "长江西段航道",
        "黄河南岸植树",
        "朝阳产业方兴未艾",
        "东方风来满眼春",
        "平安建设有成效",
        "和平利用原子能",
        "开拓合作市场",
        "白银价格走势",
        "日照时间与作物",
        "来宾畅谈科技合作",
        "上海合作组织成员国科技部长会议",
        "北海道大学代表团来访",
        "四平八稳不是办法",
        "三明治包装技术",
        "西南宁静的山村",
        "单县",
        "科技情报参考",
        "",
    ],
)
def test_a_title_is_found_to_name_no_region(title: str):
    assert find_regions(title) == ()


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("海南东方吹来满眼春", "460000"),
        ("宁夏同心协力抗旱", "640000"),
        ("甘肃合作共建实验室", "620000"),
        ("四川南部地区降雨", "510000"),
        ("江西新建实验室", "360000"),
        ("北京大兴调查研究之风", "110000"),
        ("山东惠民政策落地", "370000"),
    ],
)
def test_a_county_whose_name_is_a_word_needs_its_full_name(title: str, code: str):
    assert code_of(title) == code


def test_several_regions_are_all_found_and_a_province_is_left_out_beside_its_own_city():
    assert [each.code for each in find_regions("内蒙古与宁夏：索引中的地名")] == ["150000", "640000"]
    assert [each.code for each in find_regions("浙江：支持宁波建设新材料高地")] == ["330200"]
    assert [each.code for each in find_regions("四川与浙江宁波共建")] == ["510000", "330200"]


@pytest.mark.parametrize(
    ("named", "code"),
    [("330203", "330203"), ("海曙", "330203"), ("宁波市", "330200"), ("海南", "460000"), ("通化", "220500")],
)
def test_a_region_is_looked_up_by_code_and_by_name(named: str, code: str):
    found = region(named)
    assert found
    assert found.code == code


@pytest.mark.parametrize("named", ["鼓楼", "999999", "蓬莱仙境", ""])
def test_an_ambiguous_or_unknown_name_is_no_region(named: str):
    assert region(named) is None


@given(st.sampled_from([each for each in regions().values() if not (each.word and each.name == each.short)]))
def test_every_region_is_found_behind_the_names_of_its_parents(found: Region):
    title = "".join(each.name for each in (*parents(found), found))
    assert find_regions(title) == (found,)


def test_a_county_that_is_called_town_is_not_told_from_the_town():
    assert code_of("晋城市城区改造") == "140500"


@given(st.text())
def test_any_text_can_be_asked_for_regions(text: str):
    assert all(each.code in regions() for each in find_regions(text))


@pytest.fixture(scope="module")
def expected() -> Any:
    if not SEED.exists():
        pytest.skip(f"{SEED} is not there: the real issue's regions were NOT checked")
    return json.loads((SEED / "expected.json").read_text("utf-8"))


def test_the_titles_of_the_real_issue_have_their_regions(expected: Any):
    assert [code_of(entry["title"]) for entry in expected["toc"]] == [entry["region"] for entry in expected["toc"]]

"""编制说明: what an index covers, what it leaves out, its order, and how its locators are read (GB/T 22466—2023)."""

from __future__ import annotations

from collections.abc import Iterator

from kjqb.archive.order import Order
from kjqb.archive.records import Record
from kjqb.model.cumulative_index import By, CumulativeIndex

_ORDERS = {
    Order.PINYIN: "汉字依次比较音节、声调、笔画数、笔顺（横、竖、撇、点、折），按首字母分组",
    Order.STROKE: "汉字依次比较笔画数、笔顺（横、竖、撇、点、折），按首字笔画数分组",
}


def preface(index: CumulativeIndex, records: tuple[Record, ...], order: Order) -> tuple[str, ...]:
    """Its paragraphs, numbered; only what holds of this index."""
    return tuple(f"{number}. {text}" for number, text in enumerate(_paragraphs(index, records, order), start=1))


def _paragraphs(index: CumulativeIndex, records: tuple[Record, ...], order: Order) -> Iterator[str]:
    parts = {part.by: part.entries for part in index.parts}
    names = "、".join(by.title for by in parts)
    yield f"本索引收录《{index.title}》{index.span}，共{len(index.issues)}期、{index.articles}篇文章，设{names}。"
    yield "刊头、目次、刊尾和文内的图、表、脚注不单独标引。"
    yield (
        "出处写作“年(期):页”，如“2024(1):7”指2024年第1期第7页，页码为文章首页；同一期有几处的，期只写一次。"
        "旧刊用原刊印出的页码。"
    )
    if parts.keys() - {By.CONTENTS, By.REGION}:
        yield (
            f"标目逐字排列（GB/T 13418—1992）：{_ORDERS[order]}；"
            "以数字、字母起首的列在最前，数字按数值排列；引号、书名号、括号等标点和空格不计。"
        )
    if By.CONTENTS in parts:
        yield "总目次按期排列，一期之内依刊登次序。"
    if By.REGION in parts:
        former = "；已更名、撤并的地区用“见”指向现名" if any(entry.see for entry in parts[By.REGION]) else ""
        yield f"地区索引按行政区划代码（GB/T 2260）排列，市列于省下，县列于市下{former}。"
    if By.SUBJECT in parts:
        yield from _subjects(sum(bool(entry.locators) for entry in parts[By.SUBJECT]), records)
    if any(entry.divisions for entries in parts.values() for entry in entries):
        yield "出处较多的标目按年、期分行。"


def _subjects(headings: int, records: tuple[Record, ...]) -> Iterator[str]:
    indexed = [record for record in records if record.keywords]
    depth = sum(len(set(record.keywords)) for record in indexed) / len(records) if records else 0
    without = len(records) - len(indexed)
    left = f"，另有{without}篇没有关键词，只能从其他索引查到" if without else ""
    yield (
        f"主题索引的标目取自文章的关键词，共{headings}个，平均每篇{depth:.1f}个{left}。"
        "“见”指向所用的标目，“参见”指向相关的标目。"
    )

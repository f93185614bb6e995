import json

from kjqb.check.report import FORMATS
from kjqb.check.report.json import data

from . import texts


def test_a_report_has_the_shape_of_the_schema() -> None:
    assert data(texts.check_article("一是甲。\n二是乙。二是丙。")) == {
        "schema": "kjqb.check/1",
        "checked": {"files": 1, "blocks": 2, "characters": 12},
        "findings": [
            {
                "code": "S501",
                "slug": "enumerator-repeated",
                "severity": "error",
                "message": "序次语重复：“二是”应为“三是”",
                "file": "文章.md",
                "line": 2,
                "column": 5,
                "end_line": 2,
                "end_column": 7,
                "excerpt": "二是",
                "fix": {
                    "applicability": "unsafe",
                    "edits": [{"line": 2, "column": 5, "end_line": 2, "end_column": 7, "text": "三是"}],
                },
            }
        ],
        "summary": {"error": 1, "warning": 0, "info": 0},
        "errors_per_10000": 833.33,
        "statistics": [
            {"code": "S501", "title": "序次语重复、跳号或倒退", "count": 1, "fixable": 0, "unsafely_fixable": 1}
        ],
        "crashes": [],
    }


def test_a_finding_without_a_fix_has_none() -> None:
    assert data(texts.check_article("《甲。"))["findings"][0]["fix"] is None


def test_the_document_is_one_object_in_readable_chinese() -> None:
    report = texts.check_article("甲,乙\u200b。")
    document = FORMATS["json"](report, 80)
    assert isinstance(document, str)
    assert json.loads(document) == data(report)
    assert "半角" in document


def test_what_could_steer_a_terminal_stands_in_the_document_as_an_escape() -> None:
    report = texts.check_article("(甲\x9b\x7f\u202e\U000e0001乙)丙。")
    document = FORMATS["json"](report, 80)
    assert isinstance(document, str)
    assert document.replace("\n", "").isprintable()
    assert json.loads(document) == data(report)

"""A small workspace for commands to work in."""

from pathlib import Path

import pytest

CONFIGURATION = """\
format = 1

[bulletin]
title = "编排/样刊"
office = "样刊编辑部"

[colophon]
lines = [["编辑", "某人"]]

[check.M706]
required = ["编辑"]
"""

ISSUE = """\
format = 1
year = 2024
number = 1
date = 2024-01-20
articles = ["甲市.md", "乙县.md"]
"""

FIRST = """\
+++
title = "甲市建成科技资源共享平台"
+++

平台面向全市开放。仪器设备集中登记，中小企业可以预约使用。

## 一、主要做法

市科技局牵头，高校和院所的仪器统一编目。
"""

SECOND = """\
+++
title = "乙县推广保护性耕作"
+++

全县实施保护性耕作五万亩。
"""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a workspace with one issue of two articles, which is also the current folder."""
    root = tmp_path / "刊物"
    issue = root / "issues" / "2024-01"
    issue.mkdir(parents=True)
    (root / "kjqb.toml").write_text(CONFIGURATION, "utf-8")
    (issue / "issue.toml").write_text(ISSUE, "utf-8")
    (issue / "甲市.md").write_text(FIRST, "utf-8")
    (issue / "乙县.md").write_text(SECOND, "utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def faulty(workspace: Path) -> Path:
    """The same workspace, with a half-width comma in the second article."""
    path = workspace / "issues" / "2024-01" / "乙县.md"
    path.write_text(SECOND.replace("耕作五万亩", "耕作,共五万亩"), "utf-8")
    return workspace


@pytest.fixture
def tight(workspace: Path) -> Path:
    """The same workspace, the first article so long that the second's title nearly falls to the next page."""
    path = workspace / "issues" / "2024-01" / "甲市.md"
    path.write_text(FIRST + "\n" + ("字" * 29 + "。") * 10 + "字" * 30 + "。\n", "utf-8")
    return workspace

"""The text of a new kjqb.toml, with comments that an editor can follow."""

from __future__ import annotations

from kjqb.workspace.schema import FORMAT, FREQUENCIES
from kjqb.workspace.write_toml import toml_string, toml_strings


def bulletin_text(title: str, office: str = "", preset: str = "bulletin") -> str:
    """The text of kjqb.toml for a bulletin; without an office its line is a comment."""
    named = office or "编辑单位"
    return _TEMPLATE.format(
        format=FORMAT,
        title=toml_string(title),
        office=f"{'' if office else '# '}office = {toml_string(named)}",
        frequencies="、".join(FREQUENCIES),
        line=f"    {'' if office else '# '}{toml_strings([f'{named}编辑'])},",
        preset=toml_string(preset),
    )


_TEMPLATE = """\
# kjqb的工作区：本文件说明整份刊物，每期的内容在issues文件夹里。
# “#”后面是注释；各键的写法见“配置参考”。
format = {format}

[bulletin]
title = {title}
# 编辑单位，印在刊头
{office}
# 刊期：{frequencies}
frequency = "monthly"
# 体例：bulletin（简报）、gbt9704（公文）、neibu（内部资料）、qikan（期刊）
profile = "bulletin"

[colophon]
# 刊尾各行：一项的照印，两项的印成“标签：内容”
lines = [
{line}
    # ["电话", "……"],
]

[contents]
# 目次上方的标题，如“目次”；留空则不印
heading = ""
# 目次每条前面的符号；留空则不印
marker = "★"

[layout]
# 版式：bulletin每行30字、每页21行，gbt9704每行28字、每页22行
preset = {preset}
# 文章接排（run-on），或另起一页（new-page）
articles = "run-on"

[check]
# 选用和不用的检查规则；“kjqb rule”列出全部规则
select = ["ALL"]
ignore = []
# 出现不低于这一级的问题，检查即不通过：error、warning、info
fail-on = "warning"
"""

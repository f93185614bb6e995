"""Generate the reference pages from the code; with --check only say whether they are up to date.

rules/*.md come from the registry of rules, reference/configuration.md from the schema of the files, and
reference/commands.md from the help of every command.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from kjqb.check import pages
from kjqb.check.registry import rules
from kjqb.cli.program import COMMANDS, root
from kjqb.workspace.reference import reference

DOCS = Path(__file__).parent
NOTICE = "<!-- 本页由 docs/generate.py 生成，请勿手工修改 -->\n\n"
WIDTH = "100"


def generated() -> Iterator[tuple[Path, str]]:
    """Every generated page: its path below docs/ and its text."""
    yield Path("rules/README.md"), pages.index(rules().values())
    for rule in rules().values():
        yield Path(f"rules/{rule.code}.md"), pages.page(rule)
    yield Path("reference/configuration.md"), reference()
    yield Path("reference/commands.md"), commands()


def commands() -> str:
    """The help of all commands."""
    runner = CliRunner(env={"COLUMNS": WIDTH, "NO_COLOR": "1"})
    parts = ["# 命令参考\n"]
    for name in ("", *sorted(COMMANDS)):
        arguments = [name, "--help"] if name else ["--help"]
        said = runner.invoke(root, arguments, prog_name="kjqb").stdout
        parts.append(f"## {f'kjqb {name}'.strip()}\n\n```\n{said.rstrip()}\n```\n")
    return "\n".join(parts)


def main() -> int:
    """Write or check; 1 when a page is out of date."""
    check = "--check" in sys.argv[1:]
    wanted = {DOCS / path: NOTICE + text.rstrip() + "\n" for path, text in generated()}
    here = {*(DOCS / "rules").glob("*.md"), *(DOCS / "reference").glob("*.md")}
    stale = sorted(path for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text)
    stale += sorted(here - wanted.keys())
    if check:
        for path in stale:
            print(f"out of date: {path.relative_to(DOCS.parent)} (run `make docs`)")
        return 1 if stale else 0
    for path in here - wanted.keys():
        path.unlink()
    for path, text in wanted.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

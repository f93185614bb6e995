"""The checker's speed: time a character as a paragraph grows, the slowest rules, and zhlint on the same text.

zhlint is a linter of Chinese punctuation for Node.js. KJQB_ZHLINT names the folder of its package, where
`npm install zhlint` has put it; without it that comparison is left out, and said to be.
"""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from kjqb.check.registry import rules
from kjqb.check.rule import Rule
from kjqb.check.run import run
from kjqb.check.subject import Subject
from kjqb.model.article import Article, Paragraph
from kjqb.model.bulletin import Conventions
from kjqb.model.source import Passage, Source
from kjqb.text.spans import Span
from kjqb.workspace.workspace import Workspace

SIZES = (3_000, 30_000, 300_000)
SLOWEST = 5
ROUNDS = 3
_NODE = """
import {readFileSync} from "node:fs";
const {run} = await import(process.argv[1]);
const text = readFileSync(process.argv[2], "utf-8");
let least = Infinity;
for (let round = 0; round < Number(process.argv[3]); round++) {
  const start = performance.now();
  run(text, {rules: {preset: "default"}});
  least = Math.min(least, performance.now() - start);
}
console.log(least / 1000);
"""


def main(workspace: Workspace) -> None:
    """Measure and print everything."""
    issue = workspace.issue(workspace.newest())
    clean = "".join(
        block.passage.text for article in issue.articles for block in article.blocks if isinstance(block, Paragraph)
    )
    faulty = "".join(example.bad.replace("\n", "") for rule in rules().values() for example in rule.examples)
    print(f"  check, {len(rules())} rules, one paragraph of the sample issue's text, of the rules' bad examples:")
    for size in SIZES:
        costs = [microseconds(text, size) for text in (clean, faulty)]
        print(f"    {size} characters: {costs[0]:.2f} and {costs[1]:.2f} microseconds a character")
    slowest = sorted(((microseconds(clean, SIZES[-1], rule), rule.code) for rule in rules().values()), reverse=True)
    print("    slowest: " + ", ".join(f"{code} {cost:.2f}" for cost, code in slowest[:SLOWEST]))
    against_zhlint(clean)


def microseconds(text: str, size: int, only: Rule | None = None) -> float:
    """Time a character that a paragraph of so many takes, by all rules or by one; the least of some rounds."""
    looked = subject(repeated(text, size))
    conventions = Conventions(select=(only.code,)) if only else Conventions()
    return min(seconds(looked, conventions) for _ in range(ROUNDS)) / size * 1e6


def repeated(text: str, size: int) -> str:
    """The text, over and over, up to so many characters."""
    return (text * (size // len(text) + 1))[:size]


def subject(text: str) -> Subject:
    """An article of one paragraph."""
    source = Source("a.md", text)
    paragraph = Paragraph(Passage.verbatim(source, Span(0, len(text))))
    return Subject.of_article(Article("a.md", Passage.verbatim(source, Span(0, 0)), (paragraph,)))


def seconds(looked: Subject, conventions: Conventions) -> float:
    """What the rules take for a subject, by the processor's clock."""
    start = time.process_time()
    run([looked], conventions)
    return time.process_time() - start


def against_zhlint(text: str) -> None:
    """Characters a second beside zhlint's, each in its own process once it is loaded, on the same paragraph."""
    package, node = os.environ.get("KJQB_ZHLINT", ""), shutil.which("node")
    if not (package and node):
        print("    zhlint: KJQB_ZHLINT names no package, or there is no node: NOT compared")
        return
    size = SIZES[1]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.md"
        path.write_text(repeated(text, size), "utf-8")
        command = (node, "--input-type=module", "-e", _NODE, (Path(package) / "lib/index.js").as_uri(), path)
        told = subprocess.run([*command, str(ROUNDS)], check=True, capture_output=True, encoding="utf-8")
    theirs = size / float(told.stdout.splitlines()[-1])
    ours = 1e6 / microseconds(text, size)
    print(f"    {ours:.3g} characters a second, zhlint {theirs:.3g}: {ours / theirs:.2f} times")

"""Findings, and the report that they make up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kjqb.check.rule import Applicability, Hit, Rule
from kjqb.errors import ExitCode, KjqbError, Where
from kjqb.model.bulletin import Severity
from kjqb.model.source import Extent
from kjqb.text.spans import Edit, Span, apply_edits


@dataclass(frozen=True, slots=True)
class Fix:
    """How a finding is mended: edits of its source that belong together, all or none."""

    applicability: Applicability
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at a place: a rule's hit, with all that a reader or a program wants to know of it."""

    rule: Rule
    extent: Extent
    message: str
    fix: Fix | None = None
    graded: Severity | None = None
    """Where it is not as grave as its rule's card says."""

    @classmethod
    def of(cls, rule: Rule, hit: Hit) -> Finding:
        """The finding that a rule's hit is."""
        return cls(rule, hit.extent, hit.message, Fix(rule.fix, hit.edits) if hit.edits else None, hit.severity)

    @property
    def code(self) -> str:
        """Its rule's code."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.graded or self.rule.severity

    @property
    def file(self) -> str:
        """The name of the file it stands in."""
        return self.extent.source.name

    @property
    def where(self) -> Where:
        """Its first character's place."""
        return self.extent.where

    @property
    def mended(self) -> str:
        """What its stretch reads with its fix made; as it stands where it has none."""
        origin = self.extent.span.start
        edits = self.fix.edits if self.fix else ()
        moved = (Edit(Span(edit.span.start - origin, edit.span.end - origin), edit.text) for edit in edits)
        return apply_edits(self.extent.text, moved)

    def is_fixable(self, *, unsafe: bool) -> bool:
        """Whether `--fix` (or `--unsafe-fixes`) mends it."""
        if self.fix is None:
            return False
        return self.fix.applicability is Applicability.SAFE or (
            unsafe and self.fix.applicability is Applicability.UNSAFE
        )


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that failed on a file; our fault, never the text's."""

    rule: Rule
    file: str
    error: Exception = field(compare=False)

    @property
    def message(self) -> str:
        """What happened."""
        return f"规则{self.rule.code}在检查时出错：{type(self.error).__name__}: {self.error}"


class RuleCrashedError(KjqbError):
    """A crash, as it is told to the user."""

    slug = "rule-crashed"
    exit_code = ExitCode.INTERNAL

    def __init__(self, crash: Crash) -> None:
        where = Where(crash.file) if crash.file else None
        hint = f"这是程序的缺陷，请连同该文件报告给我们；可先用“--ignore {crash.rule.code}”跳过这条规则"
        super().__init__(crash.message, where=where, hint=hint)
        self.__cause__ = crash.error


@dataclass(frozen=True, slots=True)
class Counted:
    """How often a rule's fault was found."""

    rule: Rule
    count: int
    fixable: int
    """How many of them `--fix` mends."""
    unsafely_fixable: int
    """How many more `--unsafe-fixes` mends."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How much was looked at."""

    names: tuple[str, ...]
    """Of the files."""
    blocks: int
    characters: int
    """Blanks not counted."""

    @property
    def files(self) -> int:
        """How many files."""
        return len(self.names)


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found, in the order of the files given, and of places within each."""

    findings: tuple[Finding, ...]
    checked: Checked
    crashes: tuple[Crash, ...] = ()
    """Rules that could not look at everything: what they would have found is not known."""

    @property
    def summary(self) -> dict[Severity, int]:
        """Findings of each severity, the gravest first."""
        return {severity: sum(finding.severity is severity for finding in self.findings) for severity in Severity}

    @property
    def errors(self) -> int:
        """Findings of the gravest kind in the text itself; how a Word file is laid out does not count."""
        return sum(found.severity is Severity.ERROR and not found.rule.is_of_word for found in self.findings)

    @property
    def errors_per_10000(self) -> float:
        """Errors for every 10,000 characters, to two places; 0 where there is no text."""
        return round(self.errors * 10_000 / self.checked.characters, 2) if self.checked.characters else 0.0

    def fixable(self, *, unsafe: bool = False) -> int:
        """How many findings `--fix` (or `--unsafe-fixes`) mends."""
        return sum(finding.is_fixable(unsafe=unsafe) for finding in self.findings)

    @property
    def statistics(self) -> tuple[Counted, ...]:
        """By rule, the most frequent first, of equally frequent ones the lower code."""
        rules = {finding.code: finding.rule for finding in self.findings}
        counted = Counter(finding.code for finding in self.findings)
        safe = Counter(finding.code for finding in self.findings if finding.is_fixable(unsafe=False))
        either = Counter(finding.code for finding in self.findings if finding.is_fixable(unsafe=True))
        ranked = sorted(rules, key=lambda code: (-counted[code], code))
        return tuple(Counted(rules[code], counted[code], safe[code], either[code] - safe[code]) for code in ranked)

    def exit_code(self, fail_on: Severity) -> ExitCode:
        """INTERNAL if a rule crashed, else FINDINGS if a finding is at least as grave as `fail_on`."""
        if self.crashes:
            return ExitCode.INTERNAL
        failed = any(finding.severity.rank <= fail_on.rank for finding in self.findings)
        return ExitCode.FINDINGS if failed else ExitCode.OK

"""Findings, and the report that they make up."""

from __future__ import annotations

from dataclasses import dataclass

from kjqb.check.rule import Applicability, Hit, Rule
from kjqb.errors import ExitCode, Where
from kjqb.model.bulletin import Severity
from kjqb.model.source import Extent
from kjqb.text.spans import Edit


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

    def is_fixable(self, *, unsafe: bool) -> bool:
        """Whether `--fix` (or `--unsafe-fixes`) mends it."""
        if self.fix is None:
            return False
        return self.fix.applicability is Applicability.SAFE or (
            unsafe and self.fix.applicability is Applicability.UNSAFE
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """How much was looked at."""

    files: int
    blocks: int
    characters: int
    """Blanks not counted."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found, in the order of the files given, and of places within each."""

    findings: tuple[Finding, ...]
    checked: Checked

    @property
    def summary(self) -> dict[Severity, int]:
        """Findings of each severity, the gravest first."""
        return {severity: sum(finding.severity is severity for finding in self.findings) for severity in Severity}

    @property
    def errors_per_10000(self) -> float:
        """Errors for every 10,000 characters, to two places; 0 where there is no text."""
        errors = self.summary[Severity.ERROR]
        return round(errors * 10_000 / self.checked.characters, 2) if self.checked.characters else 0.0

    def fixable(self, *, unsafe: bool = False) -> int:
        """How many findings `--fix` (or `--unsafe-fixes`) mends."""
        return sum(finding.is_fixable(unsafe=unsafe) for finding in self.findings)

    def exit_code(self, fail_on: Severity) -> ExitCode:
        """FINDINGS if one is at least as grave as `fail_on`."""
        failed = any(finding.severity.rank <= fail_on.rank for finding in self.findings)
        return ExitCode.FINDINGS if failed else ExitCode.OK

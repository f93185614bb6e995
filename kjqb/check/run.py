"""The run: every rule over everything it looks at, and the report of what they found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kjqb.check.finding import Checked, Finding, Report
from kjqb.check.options import read_options
from kjqb.check.overlap import one_for_each_place
from kjqb.check.protect import Protected, protected
from kjqb.check.registry import find, selected
from kjqb.check.registry import rules as all_rules
from kjqb.check.rule import Hit, Rule
from kjqb.check.subject import Part, Subject, Suppressions
from kjqb.check.suppress import Suppression, suppress, suppressions
from kjqb.errors import ExitCode, KjqbError, Where
from kjqb.model.article import Article
from kjqb.model.bulletin import Conventions
from kjqb.model.source import Passage
from kjqb.text.spans import Span

Looked = Part | Article | Subject | Suppressions


class RuleCrashedError(KjqbError):
    """A rule that failed; our fault, never the text's."""

    slug = "rule-crashed"
    exit_code = ExitCode.INTERNAL

    def __init__(self, rule: Rule, file: str, error: Exception) -> None:
        super().__init__(
            f"规则{rule.code}在检查时出错：{type(error).__name__}: {error}",
            where=Where(file),
            hint=f"这是程序的缺陷，请连同该文件报告给我们；可先用“--ignore {rule.code}”跳过这条规则",
        )


def run(subjects: Sequence[Subject], conventions: Conventions | None = None, *, partial: bool = False) -> Report:
    """Check the subjects against the conventions.

    With `partial` the subjects are only some of those that the ignores of kjqb.toml were written for: such an ignore
    is then not called unused. Raises UnknownSelectorError, OptionError, and RuleCrashedError.
    """
    conventions = conventions or Conventions()
    rules = selected(conventions)
    options = _options(conventions)
    found = [finding for subject in subjects for finding in _unprotected(_findings(rules, options, subject))]
    entries = list(suppressions(subjects, conventions))
    remaining, unused = suppress(one_for_each_place(found), entries)
    remaining += _quality(rules, [entry for entry in unused if not (partial and entry.files is None)])
    return Report(tuple(_ordered(remaining, subjects)), _checked(subjects))


def _options(conventions: Conventions) -> dict[str, object | None]:
    """Every rule's options by code; those of rules that do not run are validated as well."""
    for code in conventions.options:
        find(code)
    return {code: read_options(rule, conventions.options.get(code, {})) for code, rule in all_rules().items()}


def _findings(rules: Iterable[Rule], options: dict[str, object | None], subject: Subject) -> Iterator[Finding]:
    looked_at: dict[type, tuple[Looked, ...]] = {
        Part: tuple(subject.parts),
        Article: subject.articles,
        Subject: (subject,),
    }
    for rule in rules:
        for looked in looked_at.get(rule.scope, ()):
            yield from (Finding.of(rule, hit) for hit in _hits(rule, options[rule.code], looked))


def _hits(rule: Rule, options: object | None, looked: Looked) -> list[Hit]:
    try:
        return list(rule.find(looked) if options is None else rule.find(looked, options))
    except Exception as error:
        # A rule may fail in any way; whatever it is, it is told with the rule's name and never passes for a clean text.
        raise RuleCrashedError(rule, _file_of(looked), error) from error


def _file_of(looked: Looked) -> str:
    match looked:
        case Part(passage=passage):
            return passage.source.name
        case Article(file=file):
            return file
        case Subject():
            return next((passage.source.name for passage in looked.passages), "")
        case Suppressions(unused=unused, unknown=unknown):
            return next((ignore.passage.source.name for ignore in (*unused, *unknown) if ignore.passage), "")


def _unprotected(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Without findings inside of what is protected, and without fixes that would touch it."""
    guards: dict[str, Protected] = {}
    for finding in findings:
        if finding.file not in guards:
            guards[finding.file] = protected(finding.extent.source.text)
        guard = guards[finding.file]
        if guard.contains(finding.extent.span):
            continue
        touched = finding.fix is not None and any(guard.touches(edit.span) for edit in finding.fix.edits)
        yield replace(finding, fix=None) if touched else finding


def _quality(rules: Iterable[Rule], unused: list[Suppression]) -> Iterator[Finding]:
    """What the rules say that look at the suppressions themselves; those of rules that did not run are let be."""
    rules = tuple(rules)
    codes = {rule.code for rule in rules}
    ignores = [suppression.ignore for suppression in unused]
    looked = Suppressions(
        unused=tuple(ignore for ignore in ignores if ignore.code in codes),
        unknown=tuple(ignore for ignore in ignores if ignore.code not in all_rules()),
    )
    for rule in rules:
        if rule.scope is Suppressions:
            yield from (Finding.of(rule, hit) for hit in _hits(rule, None, looked))


def _ordered(findings: Iterable[Finding], subjects: Iterable[Subject]) -> list[Finding]:
    """By file, in the order in which the subjects bring them, then by place."""
    files: dict[str, int] = {}
    for subject in subjects:
        for passage in subject.passages:
            files.setdefault(passage.source.name, len(files))

    def place(finding: Finding) -> tuple[int, str, Span, str]:
        return files.get(finding.file, len(files)), finding.file, finding.extent.span, finding.code

    return sorted(findings, key=place)


def _checked(subjects: Iterable[Subject]) -> Checked:
    """Printed texts, each place of a source once, however many issues share it."""
    places: dict[tuple[str, int], Passage] = {}
    for subject in subjects:
        for passage in subject.passages:
            if passage.text:
                places.setdefault((passage.source.name, passage.extent.span.start), passage)
    return Checked(
        files=len({file for file, _ in places}),
        blocks=len(places),
        characters=sum(len("".join(passage.text.split())) for passage in places.values()),
    )

"""The run: every rule over everything it looks at, and the report of what they found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kjqb.check.finding import Checked, Finding, Report
from kjqb.check.guard import guarded
from kjqb.check.options import OptionError, read_options
from kjqb.check.overlap import one_for_each_place
from kjqb.check.registry import hint_for, selected
from kjqb.check.registry import rules as all_rules
from kjqb.check.rule import Hit, Rule
from kjqb.check.subject import HandEdited, Part, Subject, Suppressions
from kjqb.check.suppress import suppress, suppressions
from kjqb.check.word_layout import WordLayout
from kjqb.errors import ExitCode, KjqbError, Where
from kjqb.model.article import Article, Ignore
from kjqb.model.bulletin import Conventions
from kjqb.model.source import Passage
from kjqb.text.spans import Span

Looked = Part | Article | Subject | WordLayout | HandEdited | Suppressions


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


def run(
    subjects: Sequence[Subject],
    conventions: Conventions | None = None,
    *,
    partial: bool = False,
    catalogue: Mapping[str, Rule] | None = None,
) -> Report:
    """Check the subjects against the conventions, with the rules of the catalogue (all that there are).

    With `partial` the subjects are only some of those that the ignores of kjqb.toml were written for: such an ignore
    is then not called unused. Raises UnknownSelectorError, OptionError, and RuleCrashedError.
    """
    conventions = conventions or Conventions()
    catalogue = all_rules() if catalogue is None else catalogue
    rules = selected(conventions, catalogue)
    options = _options(conventions, catalogue)
    found = [finding for subject in subjects for finding in guarded(_findings(rules, options, subject), subject)]
    entries = list(suppressions(subjects, conventions))
    remaining, unused = suppress(one_for_each_place(found), entries)
    judged = [suppression.ignore for suppression in unused if not (partial and suppression.files is None)]
    remaining += _of_suppressions(rules, options, _idle(judged, rules, catalogue))
    return Report(tuple(_ordered(remaining, subjects)), _checked(subjects))


def _options(conventions: Conventions, catalogue: Mapping[str, Rule]) -> dict[str, object | None]:
    """Every rule's options by code; those of rules that do not run are validated as well."""
    for code in conventions.options:
        if code not in catalogue:
            raise OptionError(f"没有编号为“{code}”的规则，不能设[check.{code}]", hint=hint_for(code, catalogue))
    return {code: read_options(rule, conventions.options.get(code, {})) for code, rule in catalogue.items()}


def _findings(rules: Iterable[Rule], options: dict[str, object | None], subject: Subject) -> Iterator[Finding]:
    parts = tuple((part, frozenset(part.text)) for part in subject.parts)
    for rule in rules:
        for looked in _looked_at(rule, subject, parts):
            yield from (Finding.of(rule, hit) for hit in _hits(rule, options[rule.code], looked))


def _looked_at(rule: Rule, subject: Subject, parts: Iterable[tuple[Part, frozenset[str]]]) -> Iterable[Looked]:
    """What the rule looks at; of the parts, each with its characters, those that hold one of the rule's cues."""
    if rule.scope is Part:
        return (part for part, characters in parts if not rule.cues or not rule.cues.isdisjoint(characters))
    if rule.scope is Article:
        return subject.articles
    whole = {Subject: subject, WordLayout: subject.word, HandEdited: subject.edited}
    looked = whole.get(rule.scope)
    return () if looked is None else (looked,)


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
        case WordLayout(placed=placed):
            return next((each.source.name for each in placed), "")
        case HandEdited(source=source):
            return source.name
        case Suppressions(unused=unused, unknown=unknown):
            return next((ignore.passage.source.name for ignore in (*unused, *unknown) if ignore.passage), "")


def _idle(ignores: list[Ignore], rules: Iterable[Rule], catalogue: Mapping[str, Rule]) -> Suppressions:
    """The idle ones of rules that ran, and those of rules that do not exist; the others are let be."""
    codes = {rule.code for rule in rules}
    return Suppressions(
        unused=tuple(ignore for ignore in ignores if ignore.code in codes),
        unknown=tuple(ignore for ignore in ignores if ignore.code not in catalogue),
    )


def _of_suppressions(
    rules: Iterable[Rule], options: dict[str, object | None], looked: Suppressions
) -> Iterator[Finding]:
    for rule in rules:
        if rule.scope is Suppressions:
            yield from (Finding.of(rule, hit) for hit in _hits(rule, options[rule.code], looked))


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

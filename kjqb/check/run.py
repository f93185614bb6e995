"""The run: every rule over everything it looks at, and the report of what they found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kjqb.check.finding import Checked, Crash, Finding, Report
from kjqb.check.guard import guarded
from kjqb.check.options import OptionError, read_options
from kjqb.check.overlap import one_for_each_place
from kjqb.check.registry import hint_for, selected
from kjqb.check.registry import rules as all_rules
from kjqb.check.rule import Rule
from kjqb.check.subject import HandEdited, Part, Subject, Suppressions
from kjqb.check.suppress import suppress, suppressions
from kjqb.check.word_layout import WordLayout
from kjqb.model.article import Article, Ignore
from kjqb.model.bulletin import Conventions
from kjqb.model.source import Passage
from kjqb.text.spans import Span

Looked = Part | Article | Subject | WordLayout | HandEdited | Suppressions


def run(
    subjects: Sequence[Subject],
    conventions: Conventions | None = None,
    *,
    partial: bool = False,
    catalogue: Mapping[str, Rule] | None = None,
) -> Report:
    """Check the subjects against the conventions, with the rules of the catalogue (all that there are).

    With `partial` the subjects are only some of those that the ignores of kjqb.toml were written for: such an ignore
    is then not called unused. A rule that crashes is told in the report; the others run all the same. Raises
    UnknownSelectorError and OptionError.
    """
    conventions = conventions or Conventions()
    catalogue = all_rules() if catalogue is None else catalogue
    rules = selected(conventions, catalogue)
    look = _Look(_options(conventions, catalogue))
    found = [finding for subject in subjects for finding in guarded(look.findings(rules, subject), subject)]
    entries = list(suppressions(subjects, conventions))
    remaining, unused = suppress(one_for_each_place(found), entries)
    judged = [suppression.ignore for suppression in unused if not (partial and suppression.files is None)]
    remaining += look.findings_of(_idle(judged, look.sound(rules), catalogue), rules)
    return Report(tuple(_ordered(remaining, subjects)), _checked(subjects), tuple(look.crashes.values()))


def _options(conventions: Conventions, catalogue: Mapping[str, Rule]) -> dict[str, object | None]:
    """Every rule's options by code; those of rules that do not run are validated as well."""
    for code in conventions.options:
        if code not in catalogue:
            raise OptionError(f"没有编号为“{code}”的规则，不能设[check.{code}]", hint=hint_for(code, catalogue))
    return {code: read_options(rule, conventions.options.get(code, {})) for code, rule in catalogue.items()}


@dataclass(frozen=True, slots=True)
class _Look:
    """Rules at work: their options, and those that crashed, once for each file."""

    options: Mapping[str, object | None]
    crashes: dict[tuple[str, str], Crash] = field(default_factory=dict)

    def findings(self, rules: Iterable[Rule], subject: Subject) -> Iterator[Finding]:
        """What the rules find in a subject."""
        parts = tuple((part, frozenset(part.text)) for part in subject.parts)
        everywhere = frozenset().union(*(characters for _, characters in parts))
        for rule in rules:
            if rule.cues and rule.cues.isdisjoint(everywhere):
                continue
            for looked in _looked_at(rule, subject, parts):
                yield from self._found(rule, looked)

    def findings_of(self, suppressions: Suppressions, rules: Iterable[Rule]) -> Iterator[Finding]:
        """What those of the rules that look at suppressions find."""
        for rule in rules:
            if rule.scope is Suppressions:
                yield from self._found(rule, suppressions)

    def sound(self, rules: Iterable[Rule]) -> Iterator[Rule]:
        """The rules that have not crashed so far."""
        crashed = {code for code, _ in self.crashes}
        return (rule for rule in rules if rule.code not in crashed)

    def _found(self, rule: Rule, looked: Looked) -> list[Finding]:
        options = self.options[rule.code]
        try:
            hits = list(rule.find(looked) if options is None else rule.find(looked, options))
        except Exception as error:  # noqa: BLE001 - a rule may fail in any way, and none passes for a clean text
            file = _file_of(looked)
            self.crashes.setdefault((rule.code, file), Crash(rule, file, error))
            return []
        return [Finding.of(rule, hit) for hit in hits]


def _looked_at(rule: Rule, subject: Subject, parts: Iterable[tuple[Part, frozenset[str]]]) -> Iterable[Looked]:
    """What the rule looks at; of the parts, each with its characters, those that hold one of the rule's cues."""
    if rule.scope is Part:
        return (part for part, characters in parts if not rule.cues or not rule.cues.isdisjoint(characters))
    if rule.scope is Article:
        return subject.articles
    whole = {Subject: subject, WordLayout: subject.word, HandEdited: subject.edited}
    looked = whole.get(rule.scope)
    return () if looked is None else (looked,)


def _file_of(looked: Looked) -> str:
    match looked:
        case Part(passage=passage):
            return passage.source.name
        case Article(file=file):
            return file
        case Subject():
            files = (article.file for article in looked.articles)
            return next(files, None) or next((passage.source.name for passage in looked.passages), "")
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
        names=tuple(dict.fromkeys(file for file, _ in places)),
        blocks=len(places),
        characters=sum(len("".join(passage.text.split())) for passage in places.values()),
    )

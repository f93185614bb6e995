"""From texts to paragraphs broken into lines, by an issue's styles and a program's rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kjqb.layout.inline import OWN_NUMBER, Inline, printed
from kjqb.layout.linebreak import Measure, break_lines
from kjqb.layout.pages import LaidNote, LaidText
from kjqb.layout.styles import HEADINGS, Role, StyleSheet
from kjqb.layout.titles import title_inset
from kjqb.model.article import Note
from kjqb.model.page_setup import PageSetup
from kjqb.model.source import Passage
from kjqb.text.marks import Tone
from kjqb.text.spacing import Setting, Spacing, spaced
from kjqb.units import Length

_SETTINGS = {
    Role.TITLE: Setting.TITLE,
    Role.CONTENTS_ENTRY: Setting.TITLE,
    **dict.fromkeys(HEADINGS, Setting.HEADING),
}


@dataclass(frozen=True, slots=True)
class Composer:
    """What a text needs to become lines."""

    setup: PageSetup
    styles: StyleSheet
    spacing: Spacing
    program: Measure

    def text(self, text: str, role: Role) -> LaidText:
        """A paragraph of words that bear no marks."""
        return self.inline(Inline(spaced(text, self.spacing, _SETTINGS.get(role, Setting.PLAIN))), role)

    def passage(self, passage: Passage, role: Role, notes: Mapping[str, Note]) -> LaidText:
        """A paragraph of an article, and the footnotes that hang on it."""
        laid = self.inline(self.printed(passage, role), role)
        return replace(laid, notes=self.notes(passage, notes)) if passage.marks else laid

    def title(self, text: str) -> LaidText:
        """An article's title, its lines of like length."""
        inline = Inline(spaced(text, self.spacing, Setting.TITLE))
        inset = title_inset(inline.text, self.setup.measure, self.styles[Role.TITLE].type, self.program)
        return self.inline(inline, Role.TITLE, inset)

    def printed(self, passage: Passage, role: Role) -> Inline:
        """A passage as it is printed."""
        return printed(passage, self.spacing, _SETTINGS.get(role, Setting.PLAIN))

    def inline(
        self, inline: Inline, role: Role, inset: Length = Length(0), *, measure: Length | None = None
    ) -> LaidText:
        """A printed text in lines of the measure, or of another one, less what the role's indents take."""
        style = self.styles[role]
        room = (measure or self.setup.measure) - style.left_indent - style.right_indent - inset - inset
        lines = break_lines(inline, room, style.type, self.program, indent=style.first_indent)
        return LaidText(tuple(line.inline for line in lines), role, style, inset=inset)

    def notes(self, passage: Passage, notes: Mapping[str, Note]) -> tuple[LaidNote, ...]:
        """The footnotes that hang on a passage, in order."""
        places = sorted((mark.start, mark.label) for mark in passage.marks if mark.tone is Tone.NOTE)
        return tuple(self._note(notes[label]) for _, label in places)

    def _note(self, note: Note) -> LaidNote:
        first, *rest = (self.printed(passage, Role.NOTE) for passage in note.passages)
        opening = Inline.join((Inline(f"{OWN_NUMBER} "), first))
        return LaidNote(tuple(self.inline(inline, Role.NOTE) for inline in (opening, *rest)))

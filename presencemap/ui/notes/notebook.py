"""The notebook: my notes as the node last told them, and whose are new to me.

Owns what was seen already, by person; it lasts over a restart. Knows no widget.
"""

import json
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from presencemap.app.commands import ShowNotes
from presencemap.app.views import Json
from presencemap.ui.preferences import Preferences
from presencemap.ui.team import Team

_START: Final = 12
"""Letters of an id: enough to tell one person's notes apart."""


class Notebook(QObject):
    """`changed`: notes, or what is new. `came` with the person: one of theirs that is new."""

    changed = Signal()
    came = Signal(str)

    def __init__(self, team: Team, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._team = team
        self._preferences = preferences
        self._notes: dict[str, list[Json]] = {}
        self._seen = _read(preferences.notes_seen)
        self._learnt = False
        team.notes_changed.connect(self.ask)
        if team.running:
            self.ask()

    @property
    def people(self) -> list[str]:
        """With whom there are notes, the latest first."""
        last = {person: notes[-1]["at"] for person, notes in self._notes.items()}
        return sorted(last, key=lambda person: last[person], reverse=True)

    def between(self, person: str) -> list[Json]:
        """My notes with a person, as they were written."""
        return self._notes.get(person, [])

    def name_of(self, person: str) -> str:
        """What the notes call a person; who left the team is on no card any more."""
        notes = self.between(person)
        return str(notes[-1]["name"]) if notes else ""

    @property
    def unseen(self) -> frozenset[str]:
        """Who wrote what I haven't looked at."""
        theirs = self._theirs().items()
        return frozenset(p for p, ids in theirs if not ids <= self._seen.get(p, frozenset()))

    def see(self, person: str) -> None:
        """What this person wrote so far is seen."""
        if person in self.unseen:
            self._seen[person] = self._theirs()[person]
            known = {p: sorted(ids) for p, ids in self._seen.items() if p in self._notes}
            self._preferences.notes_seen = json.dumps(known)
            self.changed.emit()

    @Slot()
    def ask(self) -> None:
        """Learn the notes anew."""
        self._team.ask(ShowNotes(), self._take)

    def _take(self, notes: list[Json]) -> None:
        before = self._theirs()
        self._notes = {}
        for note in notes:
            self._notes.setdefault(note["person"], []).append(note)
        after = self._theirs().items()
        fresh = {p for p, ids in after if ids - before.get(p, frozenset())}
        learnt, self._learnt = self._learnt, True
        self.changed.emit()
        for person in fresh & self.unseen if learnt else ():
            self.came.emit(person)

    def _theirs(self) -> dict[str, frozenset[str]]:
        """Each person's notes to me, by the starts of their ids."""
        return {
            person: frozenset(str(n["id"])[:_START] for n in notes if not n["mine"])
            for person, notes in self._notes.items()
        }


def _read(text: str) -> dict[str, frozenset[str]]:
    """What was kept; nothing where that can't be read."""
    try:
        kept = json.loads(text or "{}")
        return {person: frozenset(map(str, ids)) for person, ids in kept.items()}
    except (ValueError, AttributeError, TypeError):
        return {}

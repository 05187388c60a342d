"""Cues read on a thread of their own, which ends with the reading.

Owns which sources a person named, and how these are kept as a text. Reads no other, writes none,
and keeps nothing of what it read but the day's entries of the calendar, in memory.
"""

import json
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Thread
from typing import Self

from presencemap.app.calendar_file import CalendarFile
from presencemap.app.git_head import Head, head_of
from presencemap.domain.cue import Cue, Entry, SourceUnreadable, branch_cue, entry_cue


@dataclass(frozen=True, slots=True)
class CueSources:
    """Whether cues are wanted, the work trees of git to look into, a calendar file ("" none)."""

    on: bool = False
    folders: tuple[str, ...] = ()
    calendar: str = ""

    @classmethod
    def read(cls, text: str) -> Self:
        """As `written`; off and none where that can't be read."""
        try:
            kept = json.loads(text or "{}")
            folders = tuple(str(folder) for folder in kept.get("folders", ()))
            return cls(kept.get("on") is True, folders, str(kept.get("calendar", "")))
        except (ValueError, AttributeError, TypeError):
            return cls()

    def written(self) -> str:
        """One line that keeps it."""
        kept = {"on": self.on, "folders": self.folders, "calendar": self.calendar}
        return json.dumps(kept)


@dataclass(frozen=True, slots=True)
class Found:
    """What the sources say, the calendar first; and which of them can't be read."""

    cues: tuple[Cue, ...] = ()
    troubles: tuple[SourceUnreadable, ...] = ()


class CueReader:
    """Reads; one after the other, or at once where one of them takes long."""

    def __init__(self) -> None:
        self._calendar = CalendarFile()
        self._asked = CueSources()
        self._reading: Future[Found] | None = None

    def read(self, sources: CueSources, now: int) -> Future[Found]:
        """What they say at ``now``, ms; while that is still being read, the same answer."""
        if self._reading is not None and not self._reading.done() and self._asked == sources:
            return self._reading
        self._asked, self._reading = sources, Future()
        work = (sources, now, self._reading)
        # A daemon: what hangs in a network's folder must not keep the program from ending.
        Thread(target=self._work, args=work, name="presencemap-cues", daemon=True).start()
        return self._reading

    def _work(self, sources: CueSources, now: int, reading: Future[Found]) -> None:
        try:
            reading.set_result(self._found(sources, now))
        except Exception as error:  # noqa: BLE001 - who asked hears it
            reading.set_exception(error)

    def _found(self, sources: CueSources, now: int) -> Found:
        troubles: list[SourceUnreadable] = []
        entries: tuple[Entry, ...] = ()
        heads: list[Head] = []
        try:
            if sources.calendar:
                entries = self._calendar.entries(sources.calendar, now)
        except SourceUnreadable as trouble:
            troubles.append(trouble)
        for folder in sources.folders:
            try:
                heads.append(head_of(folder))
            except SourceUnreadable as trouble:
                troubles.append(trouble)
        cues = (entry_cue(entries, now), _latest(heads))
        return Found(tuple(cue for cue in cues if cue is not None), tuple(troubles))


def _latest(heads: list[Head]) -> Cue | None:
    """From the one that was worked on last, of those whose branch says something."""
    newest = sorted(heads, key=lambda head: head.touched, reverse=True)
    return next((cue for head in newest if (cue := branch_cue(head.text)) is not None), None)

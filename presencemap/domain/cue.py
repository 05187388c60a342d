"""Cues: what a git branch, or an entry of one's own calendar, may say of what one is on.

A cue becomes a draft, never more. Knows no file and no clock.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from presencemap.domain.errors import UserError
from presencemap.domain.graphemes import length
from presencemap.domain.status import MAX_TEXT
from presencemap.domain.text import clean

_BRANCH: Final = "ref: refs/heads/"
_TRUNKS: Final = {"main", "master", "trunk", "develop", "development", "dev", "default"}
"""What everybody's repository has says nothing of what one is on."""
_BARE: Final = {"feature", "features", "feat", "topic", "task", "story", "wip"}
"""Before a slash they say no more than that there is a branch; ``fix/`` does."""
_APART: Final = re.compile(r"(?<![A-Za-z0-9])([A-Z][A-Z0-9]+-[0-9]+)(?![A-Za-z0-9])|[-_/]+")
"""A ticket, or what stands between words."""


class CueKind(Enum):
    """Where a cue comes from."""

    BRANCH = "branch"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Cue:
    """What I may be on. ``name``: as its source has it; ``text``: as one would say it.

    ``until``: when that is over, ms; None where the source doesn't know.
    """

    kind: CueKind
    name: str
    text: str
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a calendar, from ``begins`` until before ``ends``, ms."""

    title: str
    begins: int
    ends: int


class Trouble(Enum):
    """Why a source can't be read."""

    NOT_WHOLE = "not_whole"
    NO_FOLDER = "no_folder"
    NO_REPOSITORY = "no_repository"
    NO_FILE = "no_file"
    TOO_LARGE = "too_large"
    NO_CALENDAR = "no_calendar"
    UNREADABLE = "unreadable"


class SourceUnreadable(UserError):
    """What was named to take cues from isn't there, or is something else."""

    def __init__(self, path: str, trouble: Trouble) -> None:
        super().__init__(f"{path}: {trouble.value}")
        self.path, self.trouble = path, trouble


def branch_cue(head: str) -> Cue | None:
    """From a repository's HEAD; None on a trunk, and where no branch is checked out."""
    before, _, name = head.strip().partition(_BRANCH)
    name = clean(name)
    # No branch begins with a dot; where branches are kept otherwise, such a name stands for that.
    if before or not name or name[0] == "." or name.casefold() in _TRUNKS:
        return None
    first, slash, rest = name.partition("/")
    said = rest if slash and first.casefold() in _BARE else name
    text = clean(_APART.sub(lambda found: found[1] or " ", said))
    return Cue(CueKind.BRANCH, name, _fitting(text)) if text else None


def entry_cue(entries: Iterable[Entry], now: int) -> Cue | None:
    """From what stands in the calendar now: of several what began last, then what ends first."""
    on = [each for each in entries if each.begins <= now < each.ends and clean(each.title)]
    if not on:
        return None
    entry = max(on, key=lambda each: (each.begins, -each.ends, each.title))
    name = clean(entry.title)
    return Cue(CueKind.ENTRY, name, _fitting(name), entry.ends)


def _fitting(text: str) -> str:
    return text if length(text) <= MAX_TEXT else f"{clean(text[: MAX_TEXT - 1])}…"

"""Finding by a few letters: which people, places and topics are meant, the likeliest first.

Pure: subjects and a text in, subjects out. Knows neither cards nor screens; whatever has a name may
be a subject.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from heapq import nsmallest
from typing import Final

from rapidfuzz import fuzz, process

from presencemap.domain.text import fold

MISTAKEN_FROM: Final = 4
"""Letters from which a text may have a mistake in it: shorter, everything is like it."""
_ALIKE: Final = 82.0
"""How alike a part of a name is that was mistyped, of 100."""
_LETTERS_LOST: Final = 3
"""So many letters too many are no slip."""


class SubjectKind(IntEnum):
    """What is found; of two found as well, the lower comes first."""

    PERSON = 0
    PLACE = 1
    TOPIC = 2
    JOB = 3
    TOWN = 4


@dataclass(frozen=True, slots=True)
class Subject:
    """Something to be found. ``also``: what else is known of it; ``rank`` parts equals, low first.

    ``id`` is a person's, a place's, the topic itself, a job's, or a town's label. ``people``: how
    many are at a place, on a topic or a job; ``called``: other names that it has.
    """

    kind: SubjectKind
    id: str
    name: str
    also: tuple[str, ...] = ()
    rank: int = 0
    people: int = 0
    called: tuple[str, ...] = ()


class Finder:
    """What is to be found, prepared once, asked at every letter. Immutable: any thread may ask.

    ``before``: an older one, whose work on the subjects that are still the same is taken over.
    """

    def __init__(self, subjects: Iterable[Subject], before: "Finder | None" = None) -> None:
        known = before.prepared if before is not None else {}
        self.prepared: dict[Subject, tuple[str, str, str]] = {
            each: known.get(each) or _prepared(each) for each in subjects
        }
        self._subjects = tuple(self.prepared)
        ready = self.prepared.values()
        self._names = [name for name, _, _ in ready]
        self._joined = [joined for _, joined, _ in ready]
        self._texts = [text for _, _, text in ready]

    def find(self, text: str, limit: int = 8, also: Iterable[str] = ()) -> list[Subject]:
        """At most ``limit`` subjects, the likeliest first.

        A whole name goes before the start of one, that before the start of its later words, those
        before what else is known; names with a mistake in them come last. ``also``: other words for
        the text, such as a town's own name; who or what is called so goes before who is there.
        """
        wanted = fold(text)
        if not wanted:
            return []
        found: list[int] = []
        for tier in self._tiers(wanted, tuple(map(fold, also)), limit):
            fresh = set(tier).difference(found)
            found += nsmallest(limit - len(found), fresh, key=self._turn)
            if len(found) == limit:
                break
        return [self._subjects[at] for at in found]

    def _tiers(self, wanted: str, also: tuple[str, ...], limit: int) -> Iterator[list[int]]:
        """Ever wider rings round what was typed; what isn't asked for is never looked at."""
        close, words = f" {wanted.replace(' ', '')}", [f" {word}" for word in wanted.split()]
        inside = [at for at, joined in enumerate(self._joined) if close in joined]
        yield [at for at in inside if self._names[at] == wanted]
        yield [at for at in inside if self._joined[at].startswith(close)]
        yield inside
        first, *rest = words
        known = [at for at, text in enumerate(self._texts) if first in text]
        known = [at for at in known if all(word in self._texts[at] for word in rest)]
        yield [at for at in known if all(word in f" {self._names[at]}" for word in words)]
        yield known
        for other in also:
            called = f" {other.replace(' ', '')}"
            yield [at for at, joined in enumerate(self._joined) if called in joined]
            yield [at for at, text in enumerate(self._texts) if f" {other} " in text]
        if len(wanted) >= MISTAKEN_FROM:
            alike = process.extract(
                wanted, self._names, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=limit
            )
            for name, _, at in alike:
                # A short name is inside many a longer text, which it can't have been meant by.
                yield [at] if len(name) > len(wanted) - _LETTERS_LOST else []

    def _turn(self, at: int) -> tuple[int, int, int, int]:
        subject = self._subjects[at]
        return subject.kind, subject.rank, len(subject.name), at


def _prepared(subject: Subject) -> tuple[str, str, str]:
    """The name, the joined words of all its names, and all that is known; folded."""
    name, *others = map(fold, (subject.name, *subject.called))
    known = fold(" ".join((subject.name, *subject.called, *subject.also)))
    return name, "".join(map(_joined, (name, *others))), f" {known} "


def _joined(name: str) -> str:
    """A folded name from each of its words on, without spaces: "s hertogen" and "shertogen"."""
    words = name.split()
    return "".join(f" {''.join(words[at:])}" for at in range(len(words)))

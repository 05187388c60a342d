"""Who is named, unasked, to somebody who is on something: which of these pairs are right.

The parts tell it. A pair is right where the one named is an expert of the theme that the other is
on, or is on it too. Nobody is right for who uses its words in another sense, or for small talk.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from presencemap.app.knowledge.evidence import evidence_in
from presencemap.app.knowledge.inquiry import NAMED
from presencemap.app.knowledge.library import Library
from presencemap.domain.expertise import CLEAR, Expert, experts, on_the_same
from presencemap.domain.topic_names import AS_WRITTEN
from tests.expertise.company import CLIENTS, HERE, NOW, SMALL_TALK, Company
from tests.expertise.shelves import filled

SHOWN: Final = 2
"""So many are named on a card."""


@dataclass(frozen=True)
class Case:
    """What somebody is on; who may be named, the likeliest first; and for whom that is right."""

    about: str
    found: tuple[Expert, ...]
    right: frozenset[str]
    held_out: bool


@dataclass(frozen=True)
class Judged:
    """How many were named, how many of these rightly, and how many rightly could have been."""

    named: int
    right: int
    could: int

    @property
    def precision(self) -> float:
        """Of those named."""
        return self.right / self.named if self.named else 1.0

    @property
    def recall(self) -> float:
        """Of those that could have been."""
        return self.right / self.could if self.could else 1.0

    @property
    def worth(self) -> float:
        """F at one half: nobody asked for it, so what is wrong counts more than what is missed."""
        both = 0.25 * self.precision + self.recall
        return 1.25 * self.precision * self.recall / both if both else 0.0


def cases(made: Company) -> list[Case]:
    """Of everybody who is on something, and of each line of small talk."""
    library = Library()
    filled(library, made)
    found = [*_cases(made, library)]
    library.close()
    return found


def _cases(made: Company, library: Library) -> Iterator[Case]:
    tuned = {*tomllib.loads((HERE / "themes_1.toml").read_text("utf-8"))}
    for person, card in made.cards.items():
        activity = card.status.activity if card.status is not None else None
        if activity is None:
            continue
        theme, meant = made.on[person], person not in made.otherwise
        others = {other for other, on in made.on.items() if on == theme} - made.otherwise
        right = (made.experts[theme] | others) - {person} if meant else frozenset()
        yield _case(library, person, activity.text, right, held_out=theme not in tuned)
    lines = [line for each in SMALL_TALK.values() for line in each]
    for number, line in enumerate(lines):
        said = line.replace("{client}", CLIENTS[number % len(CLIENTS)])
        yield _case(library, "", said, frozenset(), held_out=bool(number % 2))


def _case(
    library: Library, person: str, about: str, right: frozenset[str], *, held_out: bool
) -> Case:
    found = library.find(about)
    evidence = evidence_in(found, library, AS_WRITTEN, NOW)
    others = [each for each in evidence if each.person != person]
    return Case(about, tuple(experts(others, found.worth, NOW, NAMED)), right, held_out)


def judged_pairs(some: list[Case], least: float) -> Judged:
    """The pairs that a card shows where so much must be in common; 0: a clear sign is enough."""
    named = right = 0
    for case in some:
        clear = [
            each
            for each in case.found
            if any(reason.sign in CLEAR for reason in each.reasons)
            and on_the_same(each, case.about, AS_WRITTEN, least)
        ]
        named += len(clear[:SHOWN])
        right += sum(each.person in case.right for each in clear[:SHOWN])
    return Judged(named, right, sum(min(SHOWN, len(case.right)) for case in some))

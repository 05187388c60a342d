"""Expertise: who knows about something, by what they said and did in everybody's sight.

Evidence in, people out, each with the reasons. The order is all that is made of the reckoning: no
number of it is shown, so that nobody has a score. Pure: ``now`` is a parameter.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from presencemap.domain.topic import topics_in
from presencemap.domain.topic_names import TopicNames

DAY: Final = 86_400_000
FEWEST: Final = 3
"""So many people are named even where the evidence is thin."""
_THIN: Final = 0.2
"""The share of the best one's evidence under which nobody else is named."""


class Sign(StrEnum):
    """What tells that a person knows about something, or looks for the same."""

    TALENT = "talent"
    SOLVED = "solved"
    ANSWERED = "answered"
    ON_IT = "on_it"
    ON_JOB = "on_job"
    WORKED = "worked"
    LINK = "link"
    COMPANION = "companion"


CLEAR: Final = frozenset(
    {Sign.TALENT, Sign.SOLVED, Sign.ANSWERED, Sign.ON_IT, Sign.ON_JOB, Sign.COMPANION}
)
"""What tells enough by itself to name somebody who wasn't asked for."""
NEAR: Final = 0.35
"""How much must be in common with who is named unasked, where no topic is (docs/decisions/0078)."""
_WORDS: Final = 2
"""So many words are something in common; one is chance."""
_HAS: Final = 0.5
"""How surely something must be about a word to have it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that a person said or did.

    ``strengths``: how well it is about each word that was asked, 0 to 1. ``about``: the talent, the
    words of now, a job's name, or a topic. ``thanked``: somebody said thanks for it.
    """

    person: str
    sign: Sign
    strengths: tuple[float, ...]
    at: int
    about: tuple[str, ...] = ()
    thanked: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """All that a person did of one kind. ``about``: what it was about, the most frequent first."""

    sign: Sign
    count: int
    about: tuple[str, ...] = ()
    thanked: int = 0
    last: int = 0
    """When the last of it was."""


@dataclass(frozen=True, slots=True)
class Expert:
    """A person who may know, with the reasons, the weightiest first.

    ``companion``: they look for the same themselves. ``near``: how much of what was asked the
    clearest thing of theirs has, by two words at least, 0 to 1.
    """

    person: str
    reasons: tuple[Reason, ...]
    companion: bool = False
    near: float = 0.0


@dataclass(frozen=True, slots=True)
class _Weight:
    """How much one thing of a kind says; ``half``: days until it says half of that."""

    much: float
    half: float | None = None


_WEIGHTS: Final = {
    Sign.SOLVED: _Weight(0.6, 180),
    Sign.TALENT: _Weight(0.4),
    Sign.ANSWERED: _Weight(0.3, 90),
    Sign.ON_IT: _Weight(0.3),
    Sign.ON_JOB: _Weight(0.3),
    Sign.LINK: _Weight(0.2, 60),
    Sign.WORKED: _Weight(0.15, 30),
    Sign.COMPANION: _Weight(0.02),
}
_THANKED: Final = 1.5
"""Of what was thanked for, so many times as much."""


def experts(
    evidence: Iterable[Evidence], worth: Sequence[float], now: int, limit: int | None = None
) -> list[Expert]:
    """Who may know, by the strength of the evidence; ``worth`` is that of each word asked.

    For each word the evidence of one person adds up as independent hints do: two weak ones say
    more than one, and never more than certainty. Companions alone come last.
    """
    of_person: defaultdict[str, list[Evidence]] = defaultdict(list)
    for each in evidence:
        of_person[each.person].append(each)
    known = {person: _known(found, worth, now) for person, found in of_person.items()}
    order = sorted(known, key=lambda person: (-known[person], person))
    if not order:
        return []
    least = known[order[0]] * _THIN
    named = [person for at, person in enumerate(order) if at < FEWEST or known[person] >= least]
    likely = [person for person in named if known[person] > 0][:limit]
    return [_expert(person, of_person[person], worth) for person in likely]


def on_the_same(expert: Expert, about: str, names: TopicNames, least: float = NEAR) -> bool:
    """Whether somebody may be named, unasked, to who is on that: by a topic in common, or words."""
    topics = {names.key(topic) for topic in topics_in(about)}
    told = (each for reason in expert.reasons if reason.sign in CLEAR for each in reason.about)
    return expert.near >= least or any(
        names.key(each) in topics or any(names.key(topic) in topics for topic in topics_in(each))
        for each in told
    )


def _known(evidence: list[Evidence], worth: Sequence[float], now: int) -> float:
    doubts = [1.0] * len(worth)
    for each in evidence:
        hint = _hint(each, worth, now)
        doubts = [
            doubt * (1 - hint * strength)
            for doubt, strength in zip(doubts, each.strengths, strict=True)
        ]
    return sum((1 - doubt) * value for doubt, value in zip(doubts, worth, strict=True))


def _hint(evidence: Evidence, worth: Sequence[float], now: int) -> float:
    """How much it says, 0 to 1: less the older it is, and the less of the question it is about."""
    weight = _WEIGHTS[evidence.sign]
    much = weight.much * _part(evidence, worth)
    if evidence.thanked:
        much *= _THANKED
    if weight.half is not None:
        much *= 0.5 ** (max(0, now - evidence.at) / DAY / weight.half)
    return min(much, 1.0)


def _part(evidence: Evidence, worth: Sequence[float]) -> float:
    """How much of what was asked it is about, 0 to 1."""
    total = sum(worth)
    meets = sum(s * value for s, value in zip(evidence.strengths, worth, strict=True))
    return meets / total if total else 0.0


def _expert(person: str, evidence: list[Evidence], worth: Sequence[float]) -> Expert:
    of_sign: defaultdict[Sign, list[Evidence]] = defaultdict(list)
    for each in evidence:
        of_sign[each.sign].append(each)
    reasons = tuple(_reason(sign, of_sign[sign]) for sign in _WEIGHTS if sign in of_sign)
    clear = (each for each in evidence if each.sign in CLEAR)
    several = (each for each in clear if sum(s >= _HAS for s in each.strengths) >= _WORDS)
    near = max((_part(each, worth) for each in several), default=0.0)
    return Expert(person, reasons, Sign.COMPANION in of_sign, near)


def _reason(sign: Sign, evidence: list[Evidence]) -> Reason:
    times: defaultdict[str, int] = defaultdict(int)
    for each in evidence:
        for what in each.about:
            times[what] += 1
    about = tuple(sorted(times, key=lambda what: (-times[what], what)))
    thanked = sum(each.thanked for each in evidence)
    return Reason(sign, len(evidence), about, thanked, max(each.at for each in evidence))

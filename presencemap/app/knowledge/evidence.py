"""Evidence: what the entries found tell of the people who said them.

A question tells nothing of who asked it, and much of who answered: what it is about, the answers
are about, whatever their words.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from presencemap.app.knowledge.by_word import Strengths
from presencemap.app.knowledge.entries import TALENT, OnIt
from presencemap.app.knowledge.library import Found, Library
from presencemap.domain.expertise import DAY, Evidence, Sign
from presencemap.domain.post import PostKind, ReactionKind
from presencemap.domain.status import Kind
from presencemap.domain.topic import topics_in
from presencemap.domain.topic_names import TopicNames
from presencemap.store.search import Entry, SearchIndex

OPEN_FOR: Final = 30 * DAY
"""How long who asked, and got no solution, counts as one who still looks for it."""
_AS_ASKED: Final = 0.9
"""How much an answer is about what the question is about."""
_OF_KIND: Final = {
    TALENT: Sign.TALENT,
    PostKind.LINK.value: Sign.LINK,
    PostKind.RESHARE.value: Sign.LINK,
}


@dataclass(frozen=True, slots=True)
class _Question:
    entry: Entry
    strengths: Strengths
    solved: bool


def evidence_in(found: Found, library: Library, names: TopicNames, now: int) -> list[Evidence]:
    """All that tells who knows about what was asked."""
    questions = _questions(found, library.index)
    own = {entry.post: strengths for entry, strengths in found.entries if entry.post}
    told = [*_answers(questions, own, library.index, names)]
    thanks = _done(library.index, list(own), ReactionKind.THANK)
    for entry, strengths in found.entries:
        question = questions.get(entry.post)
        if question is not None:
            if not question.solved and now - entry.at < OPEN_FOR:
                told.append(_told(entry, Sign.COMPANION, strengths, names))
        elif entry.of not in questions:
            sign = _OF_KIND.get(entry.kind, Sign.WORKED)
            thanked = bool(thanks[entry.post])
            told.append(_told(entry, sign, strengths, names, thanked=thanked))
    told += (each for on in found.people for each in _now(*on, now))
    told += (
        Evidence(person, Sign.ON_JOB, strengths, 0, (job.name,))
        for job, strengths in found.jobs
        for person in job.people
    )
    return told


def _questions(found: Found, index: SearchIndex) -> dict[bytes, _Question]:
    """The questions found, and those that an answer was found to."""
    asked = {e.post: (e, s) for e, s in found.entries if e.kind == PostKind.QUESTION}
    above = {e.of for e, _ in found.entries if e.of is not None and e.kind == PostKind.REPLY}
    nothing = (0.0,) * len(found.words)
    for entry in index.versions([post for post in above if post not in asked]):
        if entry.kind == PostKind.QUESTION:
            asked[entry.post] = entry, nothing
    solved = _done(index, list(asked), ReactionKind.SOLVE)
    return {
        post: _Question(entry, strengths, entry.author in solved[post])
        for post, (entry, strengths) in asked.items()
    }


def _answers(
    questions: dict[bytes, _Question],
    own: dict[bytes, Strengths],
    index: SearchIndex,
    names: TopicNames,
) -> Iterator[Evidence]:
    """What others answered: of one person on one question the best."""
    answers = [each for each in index.about(list(questions)) if each.kind == PostKind.REPLY]
    thanks = _done(index, [each.post for each in answers], ReactionKind.THANK)
    best: dict[tuple[str, bytes], Evidence] = {}
    for entry in answers:
        question = questions[entry.of or b""]
        if entry.author == question.entry.author:
            continue
        mine = own.get(entry.post, question.strengths)
        strengths = tuple(
            max(a, _AS_ASKED * b) for a, b in zip(mine, question.strengths, strict=True)
        )
        by = thanks[entry.post]
        helped = question.solved and question.entry.author in by
        sign = Sign.SOLVED if helped else Sign.ANSWERED
        about = names.names(topics_in(question.entry.text))
        each = Evidence(entry.author, sign, strengths, entry.at, about, thanked=bool(by))
        before = best.get((entry.author, question.entry.post))
        if before is None or (each.sign is Sign.SOLVED, each.thanked) > (
            before.sign is Sign.SOLVED,
            before.thanked,
        ):
            best[entry.author, question.entry.post] = each
    yield from best.values()


def _now(on: OnIt, strengths: Strengths, now: int) -> Iterator[Evidence]:
    """What a person is on now, unless that is over."""
    status = on.status.at(now)
    if status.activity is not None:
        activity = status.activity
        stuck = activity.kind is Kind.STRUGGLING_WITH
        sign = Sign.COMPANION if stuck else Sign.ON_IT
        yield Evidence(on.person, sign, strengths, status.since, (activity.text,))


def _told(
    entry: Entry, sign: Sign, strengths: Strengths, names: TopicNames, *, thanked: bool = False
) -> Evidence:
    about = (entry.text,) if sign is Sign.TALENT else names.names(topics_in(entry.text))
    return Evidence(entry.author, sign, strengths, entry.at, about, thanked)


def _done(
    index: SearchIndex, posts: list[bytes], kind: ReactionKind
) -> defaultdict[bytes, set[str]]:
    """Who did that with each of these posts."""
    done: defaultdict[bytes, set[str]] = defaultdict(set)
    for each in index.reactions(posts):
        if each.kind == kind:
            done[each.post].add(each.author)
    return done

"""The company in our library, and beside it in what else one might have taken."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from presencemap.app.knowledge.entries import OnIt, Talents, said
from presencemap.app.knowledge.evidence import evidence_in
from presencemap.app.knowledge.library import Library
from presencemap.domain.expertise import experts
from presencemap.domain.stems import asked
from presencemap.domain.topic_names import AS_WRITTEN
from presencemap.store.search import Reaction
from tests.expertise.company import NOW, Company, Question

Ranker = Callable[[str], Sequence[str]]
"""A question in, people out, the best first."""


def filled(library: Library, made: Company) -> None:
    """A library that has the company in it."""
    stems = library.stems
    entries = [said(post, stems) for post in made.posts]
    reactions = [
        Reaction(f"{who} {post} {kind}".encode(), bytes.fromhex(post), who, kind.value)
        for who, post, kind in made.reactions
    ]
    library.take(entries, reactions)
    library.meet(_told(made))


def _told(made: Company) -> Iterator[OnIt | Talents]:
    """What people say of themselves."""
    for card in made.cards.values():
        yield Talents(f"profile of {card.person.id}".encode(), card.person)
        if card.status is not None:
            yield OnIt(f"status of {card.person.id}".encode(), card.person.id, card.status)


def ours(library: Library) -> Ranker:
    """Our order of people."""

    def ranked(text: str) -> list[str]:
        found = library.find(text)
        evidence = evidence_in(found, library, AS_WRITTEN, NOW)
        return [expert.person for expert in experts(evidence, found.worth, NOW)]

    return ranked


def texts_of(made: Company) -> list[tuple[str, str]]:
    """(person, text) of all that ours looks through too: posts, links, talents, what is on now."""
    texts = [
        (p.author, " ".join((p.said.text, *(link.title for link in p.said.links))))
        for p in made.posts
    ]
    for card in made.cards.values():
        texts += ((card.person.id, talent) for talent in card.person.profile.talents)
        if card.status is not None and card.status.activity is not None:
            texts.append((card.person.id, card.status.activity.text))
    return texts


class PlainFts5:
    """FTS5 as it comes: its own tokenizer, its own bm25; each text a document."""

    def __init__(self, made: Company) -> None:
        self._db = sqlite3.connect(":memory:")
        self._db.execute("CREATE VIRTUAL TABLE texts USING fts5(person UNINDEXED, text)")
        self._db.executemany("INSERT INTO texts VALUES (?, ?)", texts_of(made))

    def by_best(self, text: str) -> list[str]:
        """People in the order of their best text."""
        return list(dict.fromkeys(person for person, _ in self._found(text)))

    def by_sum(self, text: str) -> list[str]:
        """People by all their texts: the ranks of these added up."""
        sums: defaultdict[str, float] = defaultdict(float)
        for person, rank in self._found(text):
            sums[person] -= rank
        return sorted(sums, key=lambda person: -sums[person])

    def _found(self, text: str) -> list[tuple[str, float]]:
        either = " OR ".join(f'"{word}"' for word in asked(text))
        return self._db.execute(
            "SELECT person, rank FROM texts WHERE texts MATCH ? ORDER BY rank", (either,)
        ).fetchall()


def keyword_count(made: Company) -> Ranker:
    """People by how many of their texts have one of the words in them."""
    texts = [(person, set(text.casefold().split())) for person, text in texts_of(made)]

    def ranked(text: str) -> list[str]:
        wanted = set(asked(text))
        counts = Counter(person for person, words in texts if words & wanted)
        return [person for person, _ in counts.most_common()]

    return ranked


FIRST: Final = 3


def judged(ranker: Ranker, questions: Sequence[Question]) -> tuple[float, float]:
    """(precision at 3, mean reciprocal rank)."""
    precise = reciprocal = 0.0
    for question in questions:
        people = list(ranker(question.text))
        precise += sum(p in question.relevant for p in people[:FIRST]) / FIRST
        rank = next((at for at, p in enumerate(people, 1) if p in question.relevant), None)
        reciprocal += 1 / rank if rank else 0.0
    return precise / len(questions), reciprocal / len(questions)

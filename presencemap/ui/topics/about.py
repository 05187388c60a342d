"""All that is told about one topic: out of the graph, the colleagues' cards and what was shared.

Pure but for translation: knows no widget and no node.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from presencemap.app.views import Json
from presencemap.domain.job import Job
from presencemap.domain.person import Person
from presencemap.domain.roster import Card
from presencemap.domain.text import fold
from presencemap.domain.topic_graph import Question, Topic
from presencemap.ui.people import wording
from presencemap.ui.people.row_facts import RowFacts


@dataclass(frozen=True, slots=True)
class Told:
    """A person on the panel; ``knows``: the talents for which they are named."""

    facts: RowFacts
    knows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Faced:
    """A question, by whom, who joined it, and what I may do: ``mine``, ``joined`` already."""

    question: Question
    name: str
    ago: str
    joined: tuple[RowFacts, ...] = ()
    mine: bool = False
    in_it: bool = False


@dataclass(frozen=True, slots=True)
class SharedLink:
    """A link that was given on the topic, by whom and when, in words."""

    url: str
    title: str
    meta: str


@dataclass(frozen=True, slots=True)
class About:
    """A topic as its panel shows it; ``shared``: other topics, with how many people of this one.

    ``jobs``: those that have this topic. ``job``: the job that it is, ``mine``: and I am on it.
    ``joined``: the topics that are part of it.
    """

    name: str
    followed: bool = False
    questions: tuple[Faced, ...] = ()
    on_it: tuple[Told, ...] = ()
    talents: tuple[Told, ...] = ()
    links: tuple[SharedLink, ...] = ()
    shared: tuple[tuple[str, int], ...] = ()
    joined: tuple[str, ...] = ()
    jobs: tuple[Job, ...] = ()
    job: Job | None = None
    mine: bool = False

    @property
    def title(self) -> str:
        """What it is called: ``#peppol``, or the job's name."""
        return f"#{self.name}" if self.job is None else self.job.name


def about(
    topic: Topic,
    facts: Mapping[str, RowFacts],
    cards: Iterable[Card],
    *,
    followed: bool,
    shared: Mapping[str, int],
    links: tuple[SharedLink, ...],
    jobs: Iterable[Job] = (),
    me: str,
    now: int,
    joined: tuple[str, ...] = (),
) -> About:
    """What is told about a topic, or a job, at a moment (ms); ``jobs``: all of the team."""
    own = topic.job
    names = (topic.name, *joined) if own is None else own.topics
    on_it = tuple(Told(facts[person]) for person in topic.people if person in facts)
    asked = tuple(
        _faced(question, facts, me, now) for question in topic.questions if question.asker in facts
    )
    on = set(topic.people)
    knowing = [
        Told(facts[card.person.id], talents)
        for card in cards
        if card.person.id not in on
        and card.person.id in facts
        and not card.me
        and (talents := talents_on(card.person, names))
    ]
    knowing.sort(key=lambda told: (told.facts.stale, told.facts.order))
    return About(
        topic.name,
        followed,
        asked,
        on_it,
        tuple(knowing),
        links,
        tuple(shared.items()),
        joined,
        () if own is not None else tuple(job for job in jobs if _is_about(job, names)),
        own,
        own is not None and me in own.people,
    )


def _is_about(job: Job, topics: Iterable[str]) -> bool:
    return not {fold(topic) for topic in topics}.isdisjoint(map(fold, job.topics))


def talents_on(person: Person, topics: Iterable[str]) -> tuple[str, ...]:
    """The talents of a person with all words of one of the topics in them."""
    wanted = [set(fold(topic).split()) for topic in topics]
    talents = ((talent, set(fold(talent).split())) for talent in person.profile.talents)
    return tuple(talent for talent, words in talents if any(each <= words for each in wanted))


def shared_links(posts: Sequence[Json], now: int) -> tuple[SharedLink, ...]:
    """The links in posts as ``stream --json`` has them, each once, the newest first."""
    found: dict[str, SharedLink] = {}
    for post in posts:
        at = round(datetime.fromisoformat(post["at"]).timestamp() * 1000)
        for link in post["links"]:
            title = link["title"] or link["url"].split("//", 1)[-1]
            meta = ", ".join(filter(None, [post["name"], wording.day_or_time(at, now)]))
            found.setdefault(link["url"], SharedLink(link["url"], title, meta))
    return tuple(found.values())


def _faced(question: Question, facts: Mapping[str, RowFacts], me: str, now: int) -> Faced:
    return Faced(
        question,
        facts[question.asker].name,
        wording.age(max(0, now - question.at)),
        tuple(facts[person] for person in question.joined if person in facts),
        question.asker == me,
        me in question.joined,
    )

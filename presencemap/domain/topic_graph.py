"""The topic graph: the live topics and jobs, who is on each of them, and what is asked about it.

Made of what people say now, of open questions and of jobs, kept as these come and go: a change
costs what its topics have, not the team. Pure: ``now`` is a parameter, nothing here knows a place
or a pixel.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from presencemap.domain.job import Job
from presencemap.domain.text import fold

_HOUR: Final = 3_600_000
_WARMTH: Final = ((_HOUR, 1.0), (4 * _HOUR, 0.85), (24 * _HOUR, 0.7), (72 * _HOUR, 0.55))
"""How strongly a topic is drawn that was last spoken of within so many ms."""
_COLDEST: Final = 0.45


def job_topic(job: str) -> str:
    """The name under which the job of that id is among the topics: no topic has such a name."""
    return f"job:{job}"


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who is known: the topics they are on, and since when (ms).

    ``struggle``: in which words, "" for none; ``order``: whom to show before others. ``here``: not
    only last seen, so that they work on their jobs.
    """

    person: str
    topics: tuple[str, ...] = ()
    since: int = 0
    struggle: str = ""
    order: tuple[object, ...] = ()
    here: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """Something asked in the open; ``stirred``: when somebody last did something about it, in ms.

    ``post``: its id, "" for what a person says to struggle with, which nobody can join.
    """

    post: str
    asker: str
    text: str
    topics: tuple[str, ...]
    at: int
    joined: tuple[str, ...] = ()
    stirred: int = 0


@dataclass(frozen=True, slots=True)
class Topic:
    """A live topic, by its most frequent spelling, or a job that doesn't rest.

    ``people``: who is on it now, in their order; ``stirred``: when it was last spoken of, in ms.
    """

    name: str
    people: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    stirred: int = 0
    job: Job | None = None

    @property
    def title(self) -> str:
        """What it is called: ``#peppol``, or the job's name."""
        return f"#{self.name}" if self.job is None else self.job.name

    def warmth(self, now: int) -> float:
        """How strongly it is drawn, from 1 to under a half, in steps: it rarely changes."""
        if self.job is not None:
            return 1.0
        age = now - self.stirred
        return next((warmth for within, warmth in _WARMTH if age <= within), _COLDEST)


def asked_about(topic: str, questions: Iterable[Question]) -> frozenset[str]:
    """Who is on a topic by what they ask in the open about it, or joined, whatever they are on."""
    key = fold(topic)
    asked = (question for question in questions if key in map(fold, question.topics))
    return frozenset(who for question in asked for who in (question.asker, *question.joined))


class TopicIndex:
    """Tell it who speaks and what is asked; it has the ``topics``, the liveliest first."""

    def __init__(self) -> None:
        self._voices: dict[str, Voice] = {}
        self._on: defaultdict[str, dict[str, Voice]] = defaultdict(dict)
        self._asked: dict[str, list[Question]] = {}
        self._involved: dict[str, set[str]] = {}
        self._jobs: dict[str, Job] = {}
        self._works_on: defaultdict[str, list[str]] = defaultdict(list)
        self._topics: dict[str, Topic] = {}
        self._changed: set[str] = set()
        self._ordered: tuple[Topic, ...] = ()

    def hear(self, person: str, voice: Voice | None) -> None:
        """What this person says from now on; None: they aren't here."""
        before = self._voices.pop(person, None)
        for name in before.topics if before else ():
            self._on[fold(name)].pop(person, None)
            self._changed.add(fold(name))
        if voice is not None:
            self._voices[person] = voice
            for name in voice.topics:
                self._on[fold(name)][person] = voice
                self._changed.add(fold(name))
        self._changed |= self._involved.get(person, set())
        self._changed.update(self._works_on.get(person, ()))

    def ask(self, questions: Iterable[Question]) -> None:
        """What is asked from now on, in place of all before."""
        self._changed.update(self._asked)
        self._asked, self._involved = {}, {}
        for question in questions:
            for key in map(fold, question.topics):
                self._asked.setdefault(key, []).append(question)
                for person in (question.asker, *question.joined):
                    self._involved.setdefault(person, set()).add(key)
        self._changed.update(self._asked)

    def staff(self, jobs: Iterable[Job]) -> None:
        """The jobs there are from now on, in place of all before."""
        self._changed.update(self._jobs)
        self._jobs = {fold(job_topic(job.id)): job for job in jobs}
        self._works_on.clear()
        for key, job in self._jobs.items():
            for person in job.people:
                self._works_on[person].append(key)
        self._changed.update(self._jobs)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """All of them, by people and questions: no clock decides, as clocks differ."""
        if self._changed:
            for key in self._changed:
                topic = self._made(key)
                if topic is None:
                    self._topics.pop(key, None)
                    self._on.pop(key, None)
                else:
                    self._topics[key] = topic
            self._changed.clear()
            self._ordered = tuple(sorted(self._topics.values(), key=_liveliness))
        return self._ordered

    def topic(self, name: str) -> Topic | None:
        """The topic of that name, in any spelling."""
        key = fold(name)
        return next((topic for topic in self.topics if fold(topic.name) == key), None)

    def on(self, person: str) -> tuple[str, ...]:
        """The topics of a person, folded: those they name, of what they ask or join, their jobs."""
        voice = self._voices.get(person)
        if voice is None:
            return ()
        involved = sorted(self._involved.get(person, ()))
        jobs = self._works_on.get(person, ()) if voice.here else ()
        return tuple(dict.fromkeys([*map(fold, voice.topics), *involved, *jobs]))

    def shared(self, topic: Topic) -> dict[str, int]:
        """The other topics, not jobs, of those who are on this one, and of how many; most first."""
        counts = Counter(key for person in topic.people for key in self.on(person))
        del counts[fold(topic.name)]
        names = {self._topics[key].name: n for key, n in counts.items() if key not in self._jobs}
        return dict(sorted(names.items(), key=lambda item: (-item[1], item[0])))

    def _made(self, key: str) -> Topic | None:
        if key in self._jobs:
            return self._crew(self._jobs[key])
        voices, asked = self._on.get(key, {}), self._asked.get(key, [])
        if not voices and not asked:
            return None
        spellings = Counter(_spellings(key, voices.values(), asked))
        name = min(spellings, key=lambda each: (-spellings[each], each))
        involved = [p for question in asked for p in (question.asker, *question.joined)]
        here = {person: self._voices[person] for person in involved if person in self._voices}
        people = sorted((here | voices).values(), key=lambda each: (each.order, each.person))
        asking = {question.asker for question in asked}
        struggles = [
            Question("", each.person, each.struggle, each.topics, each.since, (), each.since)
            for each in voices.values()
            if each.struggle and each.person not in asking
        ]
        questions = sorted([*asked, *struggles], key=lambda each: (-each.stirred, each.asker))
        stirred = max([*(q.stirred for q in questions), *(each.since for each in voices.values())])
        return Topic(name, tuple(each.person for each in people), tuple(questions), stirred)

    def _crew(self, job: Job) -> Topic | None:
        known = [self._voices[person] for person in job.people if person in self._voices]
        crew = sorted((each for each in known if each.here), key=lambda v: (v.order, v.person))
        if not crew:
            return None
        stirred = max(each.since for each in crew)
        return Topic(job_topic(job.id), tuple(each.person for each in crew), (), stirred, job)


def _spellings(key: str, voices: Iterable[Voice], asked: Iterable[Question]) -> Iterator[str]:
    said = [*(voice.topics for voice in voices), *(question.topics for question in asked)]
    return (name for names in said for name in names if fold(name) == key)


def _liveliness(topic: Topic) -> tuple[int, int, str]:
    return -len(topic.people), -len(topic.questions), topic.name

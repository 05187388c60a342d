"""From what everybody says to the topic map's scene: topics, their places, who sits where.

A pure reckoning over what the list shows and the open questions, that remembers what it has read:
it runs on a worker, for 10,000 people too. Knows no widget and no node.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product, zip_longest
from typing import Final

from presencemap.domain.job import Job
from presencemap.domain.roster import Freshness
from presencemap.domain.status import Kind
from presencemap.domain.text import fold
from presencemap.domain.topic_graph import Question, Topic, TopicIndex, Voice
from presencemap.domain.topic_layout import (
    FEW,
    NARROW,
    SHOWN,
    WIDE,
    Point,
    arranged,
    led,
    radius,
)
from presencemap.ui.people.row_facts import RowFacts
from presencemap.ui.topics.rims import room_on
from presencemap.ui.topics.routing import routed
from presencemap.ui.topics.scene import LABEL, Asked, Hub, Seat, TopicScene
from presencemap.ui.topics.seating import Seating

CARDS: Final = 5
"""So many questions have a card; the others are a badge on their hub."""
_OF_ONE: Final = 2
"""Of these, of one topic while others are asked about."""
_BETWEEN_TWO: Final = 3
BETWEEN: Final = 20
"""So many people at most are drawn between topics."""
_ACROSS: Final = 3
"""Nobody is drawn between more topics."""
_LEARNT: Final = 1.2
"""So many times as many people as before are no update: they come from the store."""
_LOOKED_AT: Final = 24
"""Of each topic, for who is on others as well."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known: the people as the list has them, what is asked, and what is about me.

    ``chosen``: a topic that is shown in any case; ``person``: whose face is. ``talents``: mine.
    ``most``: so many hubs read well; of `FEW` the map is a narrow one.
    """

    people: Sequence[RowFacts] = ()
    questions: tuple[Question, ...] = ()
    followed: frozenset[str] = frozenset()
    talents: tuple[str, ...] = ()
    me: str | None = None
    only_followed: bool = False
    chosen: str | None = None
    person: str | None = None
    now: int = 0
    most: int = SHOWN
    jobs: tuple[Job, ...] = ()

    @property
    def laid_out(self) -> int:
        """So many topics have a place: a wide map's stays theirs, whatever its width."""
        return self.most if self.most <= FEW else SHOWN


class Surveyed:
    """Ask it for the ``scene`` with everybody each time: whoever says the same costs nothing."""

    def __init__(self) -> None:
        self._people: Sequence[RowFacts] = ()
        self._facts: dict[str, RowFacts] = {}
        self._questions: tuple[Question, ...] = ()
        self._jobs: tuple[Job, ...] = ()
        self._kinds: Counter[Kind] = Counter()
        self._topics = TopicIndex()
        self._laid_out = self._most = SHOWN
        self._carded: frozenset[tuple[str, str]] = frozenset()
        self._seating = Seating()

    def scene(self, survey: Survey, shown: Mapping[str, Point]) -> TopicScene:
        """The scene, one step on from where hubs are shown.

        Afresh while a team is being learnt, and for a window of another kind.
        """
        known = len(self._people)
        self._read(survey)
        if len(survey.people) > known * _LEARNT or survey.laid_out != self._laid_out:
            shown = {}
        if not shown or survey.most != self._most:
            self._seating.forget()
        self._laid_out, self._most = survey.laid_out, survey.most
        shape = WIDE if survey.laid_out >= SHOWN else NARROW
        followed = frozenset(map(fold, survey.followed))
        placed, topics = self._placed(survey, followed)
        sizes = {
            topic.name: radius(len(topic.people)) if len(topic.people) > 1 else LABEL
            for topic in placed
        }
        places, goal = led(shown, sizes, shape), arranged(sizes, shape)
        drawn = {topic.name for topic in topics}
        hubs = [
            Hub(
                topic.name,
                places[topic.name],
                sizes[topic.name],
                len(topic.people),
                len(topic.questions),
                topic.warmth(survey.now),
                followed=_follows(topic, followed, survey.me),
                job=topic.job.name if topic.job is not None else "",
            )
            for topic in topics
        ]
        asked = self._asked(topics, followed, survey)
        ahead = filter(None, [survey.person, survey.me, *(each.question.asker for each in asked)])
        seats = tuple(self._seats(hubs, topics, tuple(ahead), survey.me))
        drifting = any(places[name] != goal[name] for name in drawn) or not self._seating.settled
        everything = self._topics.topics
        chosen = self._topics.topic(survey.chosen) if survey.chosen else None
        return TopicScene(
            tuple(topics),
            tuple(hubs),
            seats,
            asked,
            tuple(
                (topic.name, topic.title, len(topic.people))
                for topic in everything
                if topic.name not in drawn
            ),
            tuple(self._listed(survey)) if survey.most <= FEW else (),
            chosen,
            tuple(self._topics.shared(chosen).items()) if chosen is not None else (),
            {kind: self._kinds[kind] for kind in Kind if self._kinds[kind]},
            people=self._kinds.total(),
            alone=len(survey.people) < 2,
            drifting=drifting,
            most=survey.most,
        )

    def _read(self, survey: Survey) -> None:
        """Take in who says something else than before."""
        before, self._people = self._people, survey.people
        pairs = zip_longest(survey.people, before)
        changed = [facts for facts, was in pairs if facts is not was and facts is not None]
        if len(survey.people) < len(before):
            gone = self._facts.keys() - {facts.id for facts in survey.people}
            for person in gone:
                self._hear(person, None)
        for facts in changed:
            if self._facts.get(facts.id) is not facts:
                self._hear(facts.id, facts)
        if survey.questions != self._questions:
            self._questions = survey.questions
            self._topics.ask(survey.questions)
        if survey.jobs != self._jobs:
            self._jobs = survey.jobs
            self._topics.staff(survey.jobs)

    def _hear(self, person: str, facts: RowFacts | None) -> None:
        before = self._facts.pop(person, None)
        for each, step in ((before, -1), (facts, 1)):
            if each is not None and each.kind is not None and each.topics:
                self._kinds[each.kind] += step
        if facts is not None:
            self._facts[person] = facts
        here = facts is not None and facts.freshness is not Freshness.GONE
        self._topics.hear(person, _voice(facts) if here and facts is not None else None)

    def _placed(self, survey: Survey, followed: frozenset[str]) -> tuple[list[Topic], list[Topic]]:
        """(placed, drawn): the liveliest, and the one that is chosen."""
        topics: Iterable[Topic] = self._topics.topics
        if survey.only_followed:
            topics = (topic for topic in topics if _follows(topic, followed, survey.me))
        placed = list(islice(topics, survey.laid_out))
        drawn = placed[: survey.most]
        chosen = self._topics.topic(survey.chosen) if survey.chosen else None
        if chosen is not None and chosen not in drawn:
            drawn.append(chosen)
            placed += [] if chosen in placed else [chosen]
        return placed, drawn

    def _seats(
        self, hubs: Sequence[Hub], topics: Sequence[Topic], ahead: Sequence[str], me: str | None
    ) -> Iterator[Seat]:
        """Rims first, then those between topics, where there is room; ``ahead`` before others."""
        by_key = {fold(hub.name): hub for hub in hubs}
        across = self._across(by_key, topics, ahead, me)
        for topic, hub in zip(topics, hubs, strict=True):
            few = self._on_rim(topic, hub, across, by_key, ahead)
            for turn, person in enumerate(few):
                yield Seat(self._facts[person], hub.at, (hub.name,), turn, person == me)
        places = self._seating.places(across, hubs, me)
        for turn, (person, between_hubs) in enumerate(across.items()):
            at = places[person]
            names = tuple(hub.name for hub in between_hubs)
            lines = routed(at, between_hubs, hubs)
            yield Seat(self._facts[person], at, names, turn, person == me, lines)

    def _across(
        self,
        by_key: Mapping[str, Hub],
        topics: Sequence[Topic],
        ahead: Sequence[str],
        me: str | None,
    ) -> dict[str, list[Hub]]:
        """Who sits between hubs: those that count most, few between the same; and I."""
        looked_at = {p for topic in topics for p in islice(topic.people, _LOOKED_AT)} | {*ahead}
        found: dict[str, list[Hub]] = {}
        pairs: Counter[tuple[str, ...]] = Counter()
        known = [person for person in looked_at if person in self._facts]
        for person in sorted(known, key=lambda p: (p not in ahead, _order(self._facts[p]))):
            hubs = [by_key[key] for key in self._topics.on(person) if key in by_key][:_ACROSS]
            pair = tuple(sorted(hub.name for hub in hubs))
            if len(hubs) > 1 and (pairs[pair] < _BETWEEN_TWO or person == me):
                pairs[pair] += person != me
                found[person] = hubs
            if len(found) - (me in found) == BETWEEN:
                break
        return found

    def _on_rim(
        self,
        topic: Topic,
        hub: Hub,
        across: Mapping[str, list[Hub]],
        by_key: Mapping[str, Hub],
        ahead: Sequence[str],
    ) -> list[str]:
        """Who has a face on a hub: nobody on two."""

        def here(person: str) -> bool:
            first = next(key for key in self._topics.on(person) if key in by_key)
            return person not in across and by_key[first] is hub

        first = [person for person in ahead if person in topic.people and here(person)]
        room = 1 if hub.is_label else room_on(hub.radius)
        people = dict.fromkeys([*first, *islice(filter(here, topic.people), room)])
        return list(people)[:room]

    def _asked(
        self, topics: Sequence[Topic], followed: frozenset[str], survey: Survey
    ) -> tuple[Asked, ...]:
        """The questions nearest to what I know, or follow; then those that stirred last.

        Of struggles those first that had a card before: else each new status would change the
        cards. Of one topic there are few while others are asked about: it has room for no more.
        """
        mine = {word for talent in survey.talents for word in fold(talent).split()}
        found: list[tuple[tuple[object, ...], Question, str]] = []
        for topic in topics:
            words = set(fold(topic.name).split())
            near = not (words & mine), fold(topic.name) not in followed
            for question in topic.questions[: 2 * CARDS]:
                if question.asker in self._facts and question.asker != survey.me:
                    key = question.post, question.asker
                    kept = not question.post and key not in self._carded
                    late = -question.stirred, question.asker, topic.name
                    found.append(((not question.post, *near, kept, *late), question, topic.name))
        found.sort(key=lambda each: each[0])
        shown: dict[tuple[str, str], Asked] = {}
        of_one: Counter[str] = Counter()
        for asks, most in product((True, False), (_OF_ONE, CARDS)):
            for _, question, name in found:
                key = question.post, question.asker
                if key in shown or len(shown) == CARDS or of_one[name] >= most:
                    continue
                if bool(question.post) is not asks:
                    continue
                of_one[name] += 1
                asker = self._facts[question.asker]
                shown[key] = Asked(question, name, asker.name, asker.initials)
        self._carded = frozenset(shown)
        return tuple(shown.values())

    def _listed(self, survey: Survey) -> Iterator[Asked]:
        for question in sorted(survey.questions, key=lambda each: -each.at):
            asker = self._facts.get(question.asker)
            if asker is not None and question.topics:
                yield Asked(question, question.topics[0], asker.name, asker.initials)


def _voice(facts: RowFacts) -> Voice:
    struggle = facts.line if facts.struggling and facts.topics else ""
    return Voice(facts.id, facts.topics, facts.since, struggle, _order(facts), not facts.stale)


def _follows(topic: Topic, followed: frozenset[str], me: str | None) -> bool:
    """Whether I follow a topic; a job: whether I am on it, or follow a topic of it."""
    if topic.job is None:
        return fold(topic.name) in followed
    return me in topic.people or not followed.isdisjoint(map(fold, topic.job.topics))


def _order(facts: RowFacts) -> tuple[object, ...]:
    return not facts.followed, *facts.order

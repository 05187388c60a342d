"""What a team has to be found: its people, its places, its topics, its jobs.

Who is on a topic is the topic map's to say: its index counts here too.

From cards and places to subjects; knows no widget, and runs on any thread.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from presencemap.domain.finding import Subject, SubjectKind
from presencemap.domain.job import Job
from presencemap.domain.place import PlaceTree
from presencemap.domain.roster import Card, Freshness
from presencemap.domain.text import fold
from presencemap.domain.topic_graph import Question, TopicIndex, Voice
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames
from presencemap.ui.people import wording


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a team at a moment, in ms.

    ``questions``: what is asked in the open; ``topics``: all that somebody names, lively or not.
    """

    cards: Iterable[Card]
    places: PlaceTree
    now: int
    names: TopicNames = AS_WRITTEN
    questions: Iterable[Question] = ()
    topics: Iterable[str] = ()
    jobs: Iterable[Job] = ()


def subjects(known: Known) -> Iterator[Subject]:
    """Everybody, every place, every topic and every job."""
    places, now, names = known.places, known.now, known.names
    topics = TopicIndex()
    topics.ask(known.questions)
    there: Counter[str] = Counter()
    for card in known.cards:
        status = card.status_at(now)
        text = status.activity.text if status and status.activity else ""
        where = places.ancestry(card.place_at(now))
        if card.freshness(now) is not Freshness.GONE:
            person, on = card.person.id, names.names(card.topics_at(now))
            topics.hear(person, Voice(person, on))
        there.update(place.id for place in where)
        said = [*card.person.profile.talents, text]
        also = [*(place.name for place in where), *said, *names.known_in(said)]
        away = int(card.shown_availability() is None)
        yield Subject(SubjectKind.PERSON, card.person.id, card.person.name, tuple(also), away)
    for place in places:
        around = places.ancestry(place.id)
        also = [*(p.name for p in around[:-1]), *(p.town for p in around)]
        kind, name, inside = SubjectKind.PLACE, wording.place_name(place), there[place.id]
        yield Subject(kind, place.id, name, tuple(also), len(around) - 1, inside)
    for topic in topics.topics:
        count, called = len(topic.people), names.joined(topic.name)
        yield Subject(SubjectKind.TOPIC, topic.name, topic.title, (), -count, count, called)
    lively = {fold(topic.name) for topic in topics.topics}
    for name in known.topics:
        if fold(name) not in lively:
            yield Subject(SubjectKind.TOPIC, name, f"#{name}", called=names.joined(name))
    for job in known.jobs:
        tags, count = tuple(f"#{topic}" for topic in job.topics), len(job.people)
        yield Subject(SubjectKind.JOB, job.id, job.name, tags, -count, count)

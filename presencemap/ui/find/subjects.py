"""What a team has to be found: its people, its places, the topics on people's minds.

Who is on a topic is the topic map's to say: its index counts here too.

From cards and places to subjects; knows no widget, and runs on any thread.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from presencemap.domain.finding import Subject, SubjectKind
from presencemap.domain.place import PlaceTree
from presencemap.domain.roster import Card, Freshness
from presencemap.domain.topic_graph import Question, TopicIndex, Voice
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames
from presencemap.ui.people import wording


def subjects(
    cards: Iterable[Card],
    places: PlaceTree,
    now: int,
    names: TopicNames = AS_WRITTEN,
    questions: Iterable[Question] = (),
) -> Iterator[Subject]:
    """Everybody but me, every place, and each topic that somebody is on now, or asks about."""
    topics = TopicIndex()
    topics.ask(questions)
    there: Counter[str] = Counter()
    for card in cards:
        status = card.status_at(now)
        text = status.activity.text if status and status.activity else ""
        where = places.ancestry(card.place_at(now))
        if card.freshness(now) is not Freshness.GONE:
            person, on = card.person.id, names.names(card.topics_at(now))
            topics.hear(person, Voice(person, on))
        there.update(place.id for place in where)
        if card.me:
            continue
        said = [*card.person.profile.talents, text]
        known = [*(place.name for place in where), *said, *names.known_in(said)]
        away = int(card.shown_availability() is None)
        yield Subject(SubjectKind.PERSON, card.person.id, card.person.name, tuple(known), away)
    for place in places:
        around = places.ancestry(place.id)
        known = [*(p.name for p in around[:-1]), *(p.town for p in around)]
        kind, name, inside = SubjectKind.PLACE, wording.place_name(place), there[place.id]
        yield Subject(kind, place.id, name, tuple(known), len(around) - 1, inside)
    for topic in topics.topics:
        count, called = len(topic.people), names.joined(topic.name)
        yield Subject(SubjectKind.TOPIC, topic.name, topic.title, (), -count, count, called)

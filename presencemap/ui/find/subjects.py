"""What a team has to be found: its people, its places, the topics on people's minds.

From cards and places to subjects; knows no widget, and runs on any thread.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from presencemap.domain.finding import Subject, SubjectKind
from presencemap.domain.place import PlaceTree
from presencemap.domain.roster import Card
from presencemap.domain.topic import topics_in
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames
from presencemap.ui.people import wording


def subjects(
    cards: Iterable[Card], places: PlaceTree, now: int, names: TopicNames = AS_WRITTEN
) -> Iterator[Subject]:
    """Everybody but me, every place, and each topic that somebody is on now."""
    on: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for card in cards:
        status = card.status_at(now)
        text = status.activity.text if status and status.activity else ""
        where = places.ancestry(card.place_at(now))
        on.update(names.names(topics_in(text)))
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
    for topic, count in on.items():
        called = names.joined(topic)
        yield Subject(SubjectKind.TOPIC, topic, f"#{topic}", (), -count, count, called)

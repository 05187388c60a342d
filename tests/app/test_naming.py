"""What is typed for somebody or something, and what it means."""

import pytest

from presencemap.app.naming import (
    person_named,
    place_named,
    topic_named,
    topic_written,
    whereabouts_named,
)
from presencemap.domain.availability import Presence
from presencemap.domain.errors import Ambiguous, InvalidInput, NotFound
from presencemap.domain.person import Person, Profile
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.roster import Card
from presencemap.domain.topic import MAX_TOPIC


def test_a_name_that_fits_several_lists_their_ids() -> None:
    cards = [
        Card(Person(letter * 64, Profile(name)), Presence.OFFLINE)
        for letter, name in (("a", "Jan Maes"), ("b", "Jan Smet"), ("c", "Lotte Maes"))
    ]
    with pytest.raises(Ambiguous, match=r"a{12}  Jan Maes\n.*b{12}  Jan Smet"):
        person_named(cards, "jan")
    assert person_named(cards, "lotte").person.id == "c" * 64
    assert person_named(cards, "bbbbbb").person.id == "b" * 64
    with pytest.raises(NotFound):
        person_named(cards, "Piet")


def test_a_place_is_found_by_name_path_or_id_and_doubles_are_listed() -> None:
    places = PlaceTree(
        [
            Place("1" * 32, "Acme", PlaceKind.CLIENT),
            Place("2" * 32, "Acme Zuid", PlaceKind.CLIENT),
            Place("3" * 32, "3.12", PlaceKind.ROOM, "1" * 32),
            Place("4" * 32, "3.12", PlaceKind.ROOM, "2" * 32),
        ]
    )
    assert place_named(places, "acme") == "1" * 32, "a whole name wins"
    assert place_named(places, "acme zuid 3.12") == "4" * 32
    assert place_named(places, "2" * 32) == "2" * 32
    with pytest.raises(Ambiguous, match=r"Acme, 3\.12"):
        place_named(places, "3.12")
    with pytest.raises(NotFound, match="place add"):
        place_named(places, "Nowhere")


def test_where_no_place_is_called_so_a_town_may_be() -> None:
    places = PlaceTree([Place("1" * 32, "Gent office", PlaceKind.OFFICE)])
    assert whereabouts_named(places, "gent") == "1" * 32
    town = whereabouts_named(places, "Utrecht")
    assert town not in {place.id for place in places}
    with pytest.raises(NotFound, match="Nowhere"):
        whereabouts_named(places, "Nowhere at all")


@pytest.mark.parametrize("text", ["", "#", "##x", "#one #two", "#" + "x" * (MAX_TOPIC + 1), "1"])
def test_one_topic_is_named_with_its_sign_or_without(text: str) -> None:
    assert topic_named("#Privé") == topic_named(" privé") == "prive"
    assert topic_written("#Privé") == "Privé"
    with pytest.raises(InvalidInput, match="one topic"):
        topic_named(text)

"""The library, filled by hand."""

from collections.abc import Iterator

import pytest

from presencemap.app.knowledge.entries import Sheet, said
from presencemap.app.knowledge.library import Library
from presencemap.domain.availability import Availability, Presence
from presencemap.domain.person import Person, Profile
from presencemap.domain.post import Draft, Post, PostKind
from presencemap.domain.roster import Card
from presencemap.domain.status import Activity, Kind, Status


@pytest.fixture
def library() -> Iterator[Library]:
    made = Library()
    yield made
    made.close()


def post(number: int, text: str, author: str = "anna") -> Post:
    return Post(f"{number:02x}", author, number, Draft(PostKind.ACTIVITY, text))


def card(person: str, *talents: str, on: str = "") -> Card:
    activity = Activity(Kind.WORKING_ON, on) if on else None
    status = Status(Availability.AVAILABLE, 0, None, activity)
    return Card(Person(person, Profile(person, talents)), Presence.ONLINE, status=status)


def take(library: Library, *texts: str) -> None:
    library.take(said(post(at, text), library.stems) for at, text in enumerate(texts))
    library.refresh()


def texts(library: Library, asked: str) -> list[str]:
    return [entry.text for entry, _ in library.find(asked).entries]


def test_nothing_is_found_in_nothing(library: Library) -> None:
    library.refresh()
    found = library.find("peppol")
    assert (found.words, found.topics, found.entries, found.people) == ((), (), (), ())


def test_what_has_more_of_the_words_comes_first_of_equals_the_newest(library: Library) -> None:
    take(library, "peppol", "btw", "btw op peppol", "koffie", "peppol weer")
    assert texts(library, "peppol btw") == ["btw op peppol", "btw", "peppol weer", "peppol"]


def test_topics_of_the_best_bridge_two_languages(library: Library) -> None:
    take(library, "facturen #peppol", "de factuur #peppol #acme", "invoices sent #peppol", "koffie")
    found = library.find("factuur")
    assert found.topics == ("peppol", "acme")
    assert "invoices sent #peppol" in [entry.text for entry, _ in found.entries]
    assert found.words[-1].typed == ""
    assert len(found.worth) == 2


def test_sheets_that_cannot_be_read_are_passed_over(library: Library) -> None:
    library.read([Sheet(b"n", b"p", b"rubbish")])
    assert library.index.counts() == ({}, 0)


def test_talents_are_found_also_twice_the_same(library: Library) -> None:
    library.meet([card("anna", "Peppol", "Peppol"), card("bram", "Btw")])
    library.refresh()
    assert texts(library, "peppol") == ["Peppol", "Peppol"]


def test_who_is_on_it_now_is_found(library: Library) -> None:
    library.meet([card("anna", on="Facturen #peppol"), card("bram", on="Btw en #peppol")])
    library.refresh()
    people = {on.person.id: strengths for on, strengths in library.find("factuur peppol").people}
    assert people == {"anna": (1.0, 1.0), "bram": (0.0, 1.0)}
    assert library.find("koffie").people == ()

"""Whom one might follow."""

from dataclasses import replace

from presencemap.domain.availability import Availability, Presence
from presencemap.domain.following import MOST, Reason, Suggestion, suggested
from presencemap.domain.person import Person, Profile
from presencemap.domain.roster import Card
from presencemap.domain.status import Activity, Kind, Status
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames


def card(name: str, text: str = "", *talents: str, me: bool = False) -> Card:
    on = Activity.said(Kind.WORKING_ON, text)
    status = Status(Availability.AVAILABLE, 0, activity=on)
    return Card(Person(name, Profile(name, talents)), Presence.ONLINE, status=status, me=me)


ME = card("Me", "Reading #vat", "Water management", me=True)


def test_who_is_on_my_topics_comes_first_then_who_knows_the_same() -> None:
    others = [
        card("Cleo", "", "SQL", "water  Management"),
        card("Bram", "On #VAT and #sql", "Water management"),
        card("Anna", "On #sql"),
        card("Nobody", "On #else", "Else"),
    ]
    assert suggested(ME, others, frozenset({"sql"}), AS_WRITTEN, 0) == [
        Suggestion("Anna", Reason.ON_TOPIC, "sql"),
        Suggestion("Bram", Reason.ON_TOPIC, "vat"),
        Suggestion("Cleo", Reason.SHARED_TALENT, "water  Management"),
    ]


def test_nobody_i_follow_nor_me_and_only_a_few() -> None:
    bram = card("Bram", "On #vat")
    assert suggested(ME, [replace(bram, followed=True), ME], frozenset(), AS_WRITTEN, 0) == []
    many = [card(f"B{n}", "On #vat") for n in range(9)]
    assert len(suggested(ME, many, frozenset(), AS_WRITTEN, 0)) == MOST


def test_who_is_on_what_is_joined_with_mine_is_on_the_same() -> None:
    names = TopicNames({"mysql": "SQL"})
    found = suggested(ME, [card("Bram", "On #MySQL")], frozenset({"sql"}), names, 0)
    assert found == [Suggestion("Bram", Reason.ON_TOPIC, "SQL")]

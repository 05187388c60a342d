"""Who may help whom, by what they say of themselves."""

from presencemap.domain.availability import Availability, Presence
from presencemap.domain.introducing import best_first, in_common, topics_of
from presencemap.domain.person import Person, Profile
from presencemap.domain.roster import Card
from presencemap.domain.status import Activity, Kind, Status

NOW = 1_800_000_000_000


def card(name: str, on: str = "", *talents: str, me: bool = False) -> Card:
    activity = Activity(Kind.WORKING_ON, on) if on else None
    status = Status(Availability.AVAILABLE, NOW, activity=activity)
    return Card(Person(name, Profile(name, talents)), Presence.ONLINE, status=status, me=me)


JORIS = card("Joris", "VAT numbers bounce #peppol #vat-numbers")
AMINA = card("Amina", "the test bench #peppol", "Peppol")
FIEN = card("Fien", "", "VAT numbers", "Peppol")
WOUT = card("Wout", "lunch")


def test_what_one_is_on_and_the_other_is_on_or_good_at() -> None:
    assert topics_of(JORIS, NOW) == ("peppol", "vat-numbers")
    assert topics_of(FIEN, NOW) == topics_of(Card(FIEN.person, Presence.OFFLINE), NOW) == ()
    assert in_common(JORIS, AMINA, NOW) == ("peppol",)
    assert in_common(JORIS, FIEN, NOW) == ("peppol", "vat-numbers")
    assert in_common(JORIS, WOUT, NOW) == in_common(FIEN, JORIS, NOW) == ()


def test_accents_and_case_of_a_topic_are_no_bar() -> None:
    one, other = card("A", "on #Crème"), card("B", "", "creme")
    assert in_common(one, other, NOW) == ("crème",)


def test_who_has_most_in_common_is_first_and_never_oneself() -> None:
    me = card("Me", "x #peppol", me=True)
    found = best_first(JORIS, [WOUT, AMINA, FIEN, JORIS, me], NOW)
    assert [(c.person.name, topics) for c, topics in found] == [
        ("Fien", ("peppol", "vat-numbers")),
        ("Amina", ("peppol",)),
        ("Wout", ()),
    ]

"""What is found by which letters, and in which order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presencemap.domain.finding import Finder, Subject, SubjectKind

PERSON, PLACE, TOPIC = SubjectKind.PERSON, SubjectKind.PLACE, SubjectKind.TOPIC
BOSCH = Subject(PLACE, "bosch", "'s-Hertogenbosch office", ("Den Bosch",))
GENT = Subject(PLACE, "gent", "Acme", ("Gent",))
JORIS = Subject(PERSON, "joris", "Joris De Smedt", ("Peppol", "Acme, Gent"))
ZOE = Subject(PERSON, "zoe", "Zoë Smets", ("VAT",), rank=1)
EVA = Subject(PERSON, "eva", "Eva", ("VAT",))
PEPPOL = Subject(TOPIC, "peppol", "peppol")
FINDER = Finder([BOSCH, GENT, JORIS, ZOE, EVA, PEPPOL])


def ids(text: str, limit: int = 8, also: tuple[str, ...] = ()) -> list[str]:
    return [subject.id for subject in FINDER.find(text, limit, also)]


@pytest.mark.parametrize(
    "text", ["s hertogen", "\u2019s-Hertogen", "shertogen", "HERTOGENB", "hertogn"]
)
def test_a_name_is_found_whatever_its_case_accents_spaces_and_a_slip(text: str) -> None:
    assert ids(text) == ["bosch"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zoe", ["zoe"]),
        ("smedt joris", ["joris"]),
        ("jorsi de smedt", ["joris"]),
        ("den bosch", ["bosch"]),
        ("acme", ["gent", "joris"]),
        ("vat", ["eva", "zoe"]),
        ("peppol", ["peppol", "joris"]),
        ("pepol", ["peppol"]),
        ("sme", ["joris", "zoe"]),
        ("nobody", []),
        ("evaluation", []),
        ("", []),
        ("!?", []),
    ],
)
def test_the_likeliest_comes_first(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_another_word_for_what_was_typed_finds_what_is_known_by_that() -> None:
    assert ids("Gand") == []
    assert ids("Gand", also=("Gent",)) == ["joris", "gent"]


def test_what_is_called_by_the_other_word_goes_before_who_is_there() -> None:
    office = Subject(PLACE, "office", "Gent office")
    lotte = Subject(PERSON, "lotte", "Lotte Maes", ("Acme, Gent",))
    finder = Finder([lotte, office])
    named = [[each.id for each in finder.find(text, also=("Gent",))] for text in ("gent", "Ghent")]
    assert named == [["office", "lotte"]] * 2


def test_what_has_another_name_is_found_by_it_before_who_is_on_it() -> None:
    vat = Subject(TOPIC, "vat", "#vat", called=("btw-aangifte", "tva"))
    eva = Subject(PERSON, "eva", "Eva", ("VAT", "btw-aangifte", "tva"))
    for text in ("tva", "btw a", "aangifte"):
        assert Finder([eva, vat]).find(text) == [vat, eva]
    assert Finder([eva, vat]).find("btwaangifte") == [vat], "in one word"


def test_a_finder_made_from_another_finds_what_is_there_now() -> None:
    moved = Subject(PERSON, "eva", "Eva", ("Utrecht",))
    finder = Finder([JORIS, moved], FINDER)
    assert [each.id for each in finder.find("vat")] == []
    assert [each.id for each in finder.find("utrecht")] == ["eva"]
    assert finder.find("peppol") == [JORIS]


def test_no_more_than_asked_for() -> None:
    assert ids("s", limit=2) == ["bosch", "joris"]


@given(st.lists(st.text(max_size=12), max_size=12), st.text(max_size=12))
def test_whatever_is_typed_each_is_found_once_and_by_its_own_name(
    names: list[str], text: str
) -> None:
    finder = Finder(Subject(PERSON, str(at), name) for at, name in enumerate(names))
    found = finder.find(text, limit=20)
    assert len({subject.id for subject in found}) == len(found)
    for at, name in enumerate(names):
        if finder.find(name):
            assert str(at) in {subject.id for subject in finder.find(name, limit=20)}

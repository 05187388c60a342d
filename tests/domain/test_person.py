"""Names, initials and profiles."""

import pytest

from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.domain.errors import InvalidInput, TextTooLong
from presencemap.domain.person import Person, Profile, profile_said


def person(name: str) -> Person:
    return Person("a" * 64, Profile(name))


def mail(number: int) -> ContactWay:
    return ContactWay(ContactKind.MAIL, f"a{number}@team.example")


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Anna", "A"),
        ("Anna Peeters", "AP"),
        ("Jan van der Berg", "JB"),
        ("Gerard 't Hooft", "GH"),
        ("élodie Öz", "ÉÖ"),
        ("(Bart) Claes", "C"),
        ("李 小龙", "李小"),
        ("4ever Young", "4Y"),
        ("★", "?"),
        ("", "?"),
    ],
)
def test_initials(name: str, initials: str) -> None:
    assert person(name).initials == initials
    assert person(name).name == name


def test_what_was_typed_is_made_clean() -> None:
    profile = profile_said(
        "  Anna\n Peeters ", (" VAT ", "", "VAT", "e-\u202einvoicing"), (mail(1), mail(2), mail(1))
    )
    assert profile == Profile("Anna Peeters", ("VAT", "e-invoicing"), (mail(1), mail(2)))


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "\u3164", "\u200d"])
def test_a_name_is_needed(name: str) -> None:
    with pytest.raises(InvalidInput, match="A name is needed"):
        profile_said(name, (), ())


class TestLimits:
    def test_of_a_name(self) -> None:
        assert profile_said("x" * 60, (), ()).name == "x" * 60
        with pytest.raises(TextTooLong) as caught:
            profile_said("x" * 61, (), ())
        assert (caught.value.length, caught.value.limit) == (61, 60)

    def test_of_a_talent(self) -> None:
        assert profile_said("Anna", ("x" * 40,), ()).talents == ("x" * 40,)
        with pytest.raises(TextTooLong) as caught:
            profile_said("Anna", ("VAT", "x" * 41), ())
        assert (caught.value.length, caught.value.limit) == (41, 40)

    def test_of_their_number(self) -> None:
        talents = tuple(f"talent {n}" for n in range(24))
        assert profile_said("Anna", (*talents, talents[0], " "), ()).talents == talents
        with pytest.raises(InvalidInput, match="At most 24 talents fit"):
            profile_said("Anna", (*talents, "one more"), ())

    def test_of_contact_ways(self) -> None:
        ways = tuple(mail(n) for n in range(8))
        assert profile_said("Anna", (), (*ways, ways[0])).contacts == ways
        with pytest.raises(InvalidInput, match="At most 8 contact ways fit"):
            profile_said("Anna", (), (*ways, mail(9)))

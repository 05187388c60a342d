"""Statuses and what ends in them."""

import pytest

from presencemap.domain.availability import Availability
from presencemap.domain.errors import TextTooLong
from presencemap.domain.status import Activity, Kind, Status

ON = Activity(Kind.STRUGGLING_WITH, "#Peppol invoices")


def test_kinds_are_the_words_of_the_wire() -> None:
    assert [*Kind] == ["working_on", "struggling_with", "thinking_about"]


class TestActivity:
    def test_is_what_was_said_made_clean(self) -> None:
        said = Activity.said(Kind.WORKING_ON, "  #VAT \n of\u202e #peppol ")
        assert said == Activity(Kind.WORKING_ON, "#VAT of #peppol")
        assert said is not None
        assert said.topics == ("vat", "peppol")

    @pytest.mark.parametrize("text", ["", " \n", "\u200b"])
    def test_of_nothing_is_none(self, text: str) -> None:
        assert Activity.said(Kind.WORKING_ON, text) is None

    def test_has_140_characters_at_most(self) -> None:
        fits = Activity.said(Kind.WORKING_ON, f"  {'é' * 140}  ")
        assert fits is not None
        assert len(fits.text) == 140
        with pytest.raises(TextTooLong) as caught:
            Activity.said(Kind.WORKING_ON, "x" * 141)
        assert (caught.value.length, caught.value.limit) == (141, 140)


class TestEnd:
    STATUS = Status(Availability.BUSY, 100, "acme", ON, until=1000)

    def test_before_it_all_stands(self) -> None:
        assert self.STATUS.at(999) is self.STATUS

    @pytest.mark.parametrize("now", [1000, 1001, 10**12])
    def test_from_then_on_place_and_activity_are_gone(self, now: int) -> None:
        assert self.STATUS.at(now) == Status(Availability.BUSY, 100)

    def test_without_one_it_stays(self) -> None:
        status = Status(Availability.AWAY, 100, "acme", ON)
        assert status.at(10**15) is status

"""Statuses and what ends in them."""

from dataclasses import replace

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

    def test_guests_are_of_the_place(self) -> None:
        assert replace(self.STATUS, guests=3).at(1000).guests == 0

    def test_its_question_is_of_what_it_says(self) -> None:
        named = replace(self.STATUS, question="a" * 32)
        assert named.at(999).question == "a" * 32
        assert named.at(1000).question is None

    def test_without_one_it_stays(self) -> None:
        status = Status(Availability.AWAY, 100, "acme", ON)
        assert status.at(10**15) is status

    def test_of_an_availability_alone_is_the_end_of_that(self) -> None:
        done = Status(Availability.AWAY, 100, until=1000)
        assert done.at(999) is done
        assert done.at(1000) == Status(Availability.AVAILABLE, 100)


class TestAfter:
    DONE = Status(Availability.AWAY, 100, until=1000)
    AT_ACME = Status(Availability.AWAY, 100, "acme", None, until=500)

    def test_an_end_that_was_of_a_place_isnt_one_of_the_availability(self) -> None:
        bare = replace(self.AT_ACME, place=None)
        assert bare.after(self.AT_ACME, chosen=False, timed=False).until is None
        assert bare.after(self.AT_ACME, chosen=False, timed=True).until == 500

    def test_another_availability_doesnt_take_over_the_end_of_the_one_before(self) -> None:
        busy = replace(self.DONE, availability=Availability.BUSY)
        assert busy.after(self.DONE, chosen=True, timed=False).until is None
        assert self.DONE.after(self.DONE, chosen=True, timed=False) is self.DONE

    def test_to_be_available_has_no_end(self) -> None:
        free = replace(self.DONE, availability=Availability.AVAILABLE)
        assert free.after(self.DONE, chosen=True, timed=True).until is None

    def test_who_says_where_they_are_is_away_no_more(self) -> None:
        back = self.AT_ACME.after(self.DONE, chosen=False, timed=True)
        assert back == replace(self.AT_ACME, availability=Availability.AVAILABLE)
        without_end = replace(self.AT_ACME, until=1000).after(self.DONE, chosen=False, timed=False)
        assert without_end.until is None
        assert self.AT_ACME.after(self.DONE, chosen=True, timed=True) == self.AT_ACME
        busy = replace(self.AT_ACME, availability=Availability.BUSY)
        until_lunch = replace(self.DONE, availability=Availability.BUSY)
        assert busy.after(until_lunch, chosen=False, timed=True) == busy

    def test_who_is_away_without_an_end_or_at_a_place_stays_so(self) -> None:
        for before in (replace(self.DONE, until=None), self.AT_ACME):
            assert self.AT_ACME.after(before, chosen=False, timed=True) is self.AT_ACME

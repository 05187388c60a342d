"""Which records are signed anew, and when."""

from presencemap.domain.availability import Availability
from presencemap.domain.place import Place, PlaceKind
from presencemap.domain.status import Status
from presencemap.protocol.bodies import place_body, status_body
from presencemap.protocol.record import DAY, MAX_LIFE, Body, Record
from presencemap.protocol.renewals import RENEW_AT, Renewals
from presencemap.protocol.shelf import Held
from presencemap.protocol.signing import Signer
from tests.protocol.lan import NOW
from tests.protocol.statements import ANNA, BRAM, ROOT, device

PLACE = place_body(Place("a" * 32, "Office", PlaceKind.OFFICE), 1)
STATUS = status_body(Status(Availability.AVAILABLE, NOW), 1)


def held(body: Body, author: Signer, life: int = MAX_LIFE) -> Held:
    signed = Record.sign(
        device(author), team=ROOT.id, author=author.id, seq=1, at=NOW, life=life, body=body
    )
    return Held.of(signed, NOW + life)


def first_due(renewals: Renewals) -> int | None:
    """The day, counted from the end of a full life, on which something is due."""
    for left in range(90, -1, -1):
        if renewals.due(NOW + MAX_LIFE - left * DAY + 1):
            return left
    return None


def test_what_is_mine_with_a_third_of_its_life_to_spare() -> None:
    renewals = Renewals(ANNA.id)
    renewals.put(held(PLACE, ANNA), "ffff")
    assert first_due(renewals) == RENEW_AT // DAY


def test_anothers_place_late_and_at_a_moment_of_ones_own() -> None:
    days = []
    for share in ("ffff", "8000", "0000"):
        renewals = Renewals(ANNA.id)
        renewals.put(held(PLACE, BRAM), share)
        days.append(first_due(renewals))
    assert days == [14, 7, 0]


def test_anothers_status_and_what_was_meant_to_end_never() -> None:
    renewals = Renewals(ANNA.id)
    renewals.put(held(STATUS, BRAM), "ffff")
    renewals.put(held(STATUS, ANNA, life=DAY), "ffff")
    assert first_due(renewals) is None


def test_what_isnt_in_use_is_asked_about_tomorrow_and_what_is_dropped_no_more() -> None:
    renewals = Renewals(ANNA.id)
    place = held(PLACE, ANNA)
    renewals.put(place, "ffff")
    late = NOW + MAX_LIFE - RENEW_AT + 1
    assert renewals.due(late) == [place.hash]
    assert renewals.due(late) == []
    renewals.ask_again(place.hash, late)
    assert renewals.due(late + DAY - 1) == []
    assert renewals.due(late + DAY) == [place.hash]
    renewals.ask_again(place.hash, late)
    renewals.drop(place.hash)
    assert renewals.due(late + 3 * DAY) == []

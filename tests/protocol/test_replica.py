"""The replica: which record wins, what ends when, and what is signed anew."""

from dataclasses import replace

import pytest

from presencemap.domain.availability import Availability
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.domain.errors import Refused
from presencemap.domain.person import Profile
from presencemap.domain.place import Place, PlaceKind
from presencemap.domain.post import ReactionKind
from presencemap.domain.status import Status
from presencemap.protocol import room
from presencemap.protocol.bodies import place_body, profile_body, status_body
from presencemap.protocol.effects import Effect, Erase, Save, TellRecord
from presencemap.protocol.fields import MAX_REVISION
from presencemap.protocol.plan import PlanBody
from presencemap.protocol.record import MAX_AHEAD, MAX_LIFE, Body, ReactionBody, Record
from presencemap.protocol.renewals import RENEW_AT
from presencemap.protocol.replica import AuthorUnknown, Outlived, Replica
from presencemap.protocol.shelf import Held
from presencemap.protocol.signing import Signer
from tests.protocol.adds import post, retract
from tests.protocol.lan import DAY, NOW, busy_on, signer
from tests.protocol.statements import ANNA, BRAM, CLEO, ROOT, admitted, device, entry, log_of

KEY = "a" * 32
OFFICE = Place(KEY, "Office", PlaceKind.OFFICE)


@pytest.fixture
def mine() -> Replica:
    """Anna's, in a team with Bram."""
    membership = log_of(*admitted(ANNA, ANNA, BRAM))
    return Replica(membership, ANNA.id, device(ANNA))


def record(
    body: Body,
    seq: int = 1,
    *,
    author: Signer = BRAM,
    by: Signer | None = None,
    at: int = NOW,
    life: int = MAX_LIFE,
    root: Signer = ROOT,
) -> Record:
    return Record.sign(
        by or device(author), team=root.id, author=author.id, seq=seq, at=at, life=life, body=body
    )


def status(text: str, rev: int = 1) -> Body:
    return status_body(busy_on(text), rev)


def plan(day: str) -> Body:
    return PlanBody(rev=1, day=day, place=None, text="Workshop", out=False)


def taken(effects: list[Effect]) -> bool:
    return any(isinstance(effect, Save) for effect in effects)


def test_a_record_is_kept_then_told(mine: Replica) -> None:
    heard = record(status("a"))
    assert mine.take(heard, NOW) == [Save(heard, NOW + MAX_LIFE), TellRecord(heard)]
    assert mine.take(heard, NOW) == []
    assert mine.get("status", heard.hash) == heard.data
    assert mine.get("profile", heard.hash) is None
    assert mine.profile(BRAM.id) is None


def test_strangers_records_are_refused(mine: Replica) -> None:
    for strange in (
        record(status("a"), author=CLEO),
        record(status("a"), by=signer("a device that nobody certified")),
        record(status("a"), by=device(ANNA)),
        record(status("a"), root=signer("another team")),
    ):
        with pytest.raises(AuthorUnknown):
            mine.take(strange, NOW)
    assert list(mine.shelves.sources()) == []
    assert mine.heads == {}


def test_the_higher_revision_wins_whatever_came_first(mine: Replica) -> None:
    old, new = record(status("old"), 1), record(status("new", rev=2), 2)
    assert taken(mine.take(new, NOW))
    assert not taken(mine.take(old, NOW))
    said = mine.status(BRAM.id)
    assert said is not None
    assert said.activity is not None
    assert said.activity.text == "new"
    assert mine.shelves.summary("status").count == 1


def test_two_edits_of_a_place_at_once_end_the_same_everywhere(mine: Replica) -> None:
    one = record(place_body(OFFICE, 2))
    other = record(place_body(replace(OFFICE, name="Bureau"), 2), author=ANNA)
    names = set()
    for order in ((one, other), (other, one)):
        replica = Replica(mine.membership, CLEO.id, device(CLEO))
        for each in order:
            replica.take(each, NOW)
        found = replica.places().get(KEY)
        assert found is not None
        names.add(found.name)
    assert len(names) == 1


def test_a_record_ends_by_the_earlier_of_its_own_time_and_its_arrival(mine: Replica) -> None:
    assert mine.take(record(status("late"), at=NOW - 2, life=1), NOW) == []
    (kept, _) = mine.take(record(status("soon"), 2, at=NOW + 3 * DAY, life=DAY), NOW)
    assert isinstance(kept, Save)
    assert kept.expires == NOW + DAY
    assert mine.expire(NOW + DAY - 1) == []
    erase, told = mine.expire(NOW + DAY)
    assert erase == Erase((kept.record.hash,))
    assert told == TellRecord(kept.record)
    assert mine.status(BRAM.id) is None


def test_what_a_newcomer_said_goes_where_nobody_admitted_them_in_time(mine: Replica) -> None:
    mine.membership.add(entry(ANNA, CLEO))
    assert taken(mine.take(record(status("hello"), author=CLEO), NOW))
    assert mine.expire(NOW + 7 * DAY - 1) == []
    assert isinstance(mine.expire(NOW + 7 * DAY)[0], Erase)


def test_my_own_stay_even_where_nobody_admitted_me() -> None:
    membership = log_of(*entry(ANNA, CLEO))
    alone = Replica(membership, CLEO.id, device(CLEO))
    alone.post(status("hello"), NOW)
    assert alone.expire(NOW + 8 * DAY) == []


def test_a_later_record_of_my_own_device_says_that_i_am_a_copy(mine: Replica) -> None:
    mine.post(status("mine"), NOW)
    with pytest.raises(Outlived):
        mine.take(record(status("later", 9), 9, author=ANNA), NOW)
    with pytest.raises(Outlived):
        mine.take(record(status("twin", 2), 1, author=ANNA), NOW)
    mine.post(status("newer", 2), NOW)
    assert mine.take(record(status("mine"), 1, author=ANNA), NOW) == []


def test_mine_is_signed_anew_when_a_third_of_its_life_is_left(mine: Replica) -> None:
    mine.post(profile_body(Profile("Anna"), 1), NOW)
    mine.post(status("short"), NOW, DAY)
    late = NOW + MAX_LIFE - RENEW_AT
    assert mine.renew(late) == []
    (save, _, _) = mine.renew(late + 1)
    assert isinstance(save, Save)
    assert (save.record.header.kind, save.record.body.rev) == ("profile", 2)
    assert save.expires == late + 1 + MAX_LIFE
    assert mine.renew(late + 1) == []


def test_a_place_is_renewed_by_others_where_its_author_left(mine: Replica) -> None:
    mine.take(record(place_body(OFFICE, 1)), NOW)
    late = NOW + MAX_LIFE - RENEW_AT // 2
    there = status_body(Status(Availability.AVAILABLE, NOW, KEY), 1)
    mine.take(record(there, 2, at=late), late)
    assert mine.renew(late) == []
    (save, *_) = mine.renew(NOW + MAX_LIFE - 1)
    assert isinstance(save, Save)
    assert (save.record.register, save.record.header.author) == (("place", KEY), ANNA.id)


def test_a_place_that_nobody_uses_is_asked_about_each_day_and_ends(mine: Replica) -> None:
    mine.post(place_body(OFFICE, 1), NOW)
    due = NOW + MAX_LIFE - RENEW_AT + 1
    assert mine.renew(due) == []
    mine.post(status("nowhere"), due)
    assert mine.renew(due + DAY) == []
    mine.post(status_body(Status(Availability.AVAILABLE, due, KEY), 2), due)
    assert mine.renew(due + DAY + 1) == []
    assert taken(mine.renew(due + 2 * DAY))


def test_used_up_revisions_stop_nobody_but_that_register(mine: Replica) -> None:
    mine.take(record(place_body(OFFICE, MAX_REVISION)), NOW)
    with pytest.raises(Refused, match="make a new one"):
        mine.next_revision("place", KEY)
    late = NOW + MAX_LIFE - 1
    mine.post(status_body(Status(Availability.AVAILABLE, late, KEY), 1), late)
    assert mine.renew(late) == []
    assert mine.next_revision("place", "b" * 32) == 1


def test_a_record_that_peers_would_refuse_is_never_made(mine: Replica) -> None:
    ways = tuple(ContactWay(ContactKind.WEB, "https://" + "é" * 192) for _ in range(8))
    talents = tuple("é" * 38 + f"{n:02}" for n in range(24))
    body = profile_body(Profile("Anna", talents, ways), 1)
    mine.post(body, NOW)
    wide = tuple(replace(way, address="https://" + "\U0001f600" * 192) for way in ways)
    with pytest.raises(Refused, match="bytes more than colleagues take"):
        mine.post(profile_body(Profile("Anna", talents, wide), 2), NOW)
    assert mine.profile(ANNA.id) is not None
    assert mine.heads == {device(ANNA).id: 1}


def test_what_the_store_kept_replaces_what_memory_held(mine: Replica) -> None:
    kept = record(status("kept"))
    mine.post(status("never committed"), NOW)
    other = record(status("damaged"), author=ANNA)
    end = 2 + int.from_bytes(other.data[:2])  # in the signature, which isn't verified again
    damaged = other.data[:end] + bytes([other.data[end] ^ 1]) + other.data[end + 1 :]
    stored = [(kept.data, kept.hash), (b"rubbish", b""), (damaged, other.hash)]
    mine.load([(data, name, NOW + DAY, b"") for data, name in stored], {"x": 7})
    assert mine.status(ANNA.id) is None
    assert mine.status(BRAM.id) == busy_on("kept")
    assert mine.heads == {"x": 7, device(BRAM).id: 1}
    assert mine.expire(NOW + DAY - 1) == []
    assert mine.expire(NOW + DAY)


def test_who_watches_hears_what_comes_and_goes_also_when_memory_goes_back(mine: Replica) -> None:
    heard: list[tuple[str, bytes]] = []

    class Watcher:
        def put(self, held: Held) -> None:
            heard.append(("comes", held.hash))

        def take_off(self, held: Held) -> None:
            heard.append(("goes", held.hash))

    mine.watchers.append(Watcher())
    first, second = record(status("first")), record(status("second", 2), 2)
    mine.take(first, NOW)
    mine.take(second, NOW)
    assert heard == [("comes", first.hash), ("goes", first.hash), ("comes", second.hash)]
    heard.clear()
    mine.load([(first.data, first.hash, NOW + DAY, b"")], {})
    assert heard == [("goes", second.hash), ("comes", first.hash)]


def test_what_is_held_shows_as_it_was_said(mine: Replica) -> None:
    mine.post(profile_body(Profile("Anna", ("VAT",)), 1), NOW)
    said = Status(Availability.AWAY, NOW, place="home", until=NOW + DAY)
    mine.post(status_body(said, 1), NOW)
    assert (mine.profile(ANNA.id), mine.status(ANNA.id)) == (Profile("Anna", ("VAT",)), said)


def test_a_post_is_added_once_and_told(mine: Replica) -> None:
    said = post("hello")
    outline = Held.of(said, NOW + MAX_LIFE).outline()
    save = Save(said, NOW + MAX_LIFE, outline=outline)
    assert mine.take(said, NOW) == [save, TellRecord(said)]
    assert mine.take(said, NOW) == []
    later = post("hello", 2)
    assert taken(mine.take(later, NOW)), "the same words again are another post"
    assert mine.shelves.days() == [said.source]
    assert mine.shelves.summary(said.source).count == 2


def test_a_post_from_the_own_store_is_held_by_its_outline(mine: Replica) -> None:
    said = post("hello")
    outline = Held.of(said, NOW + DAY).outline()
    damaged = (said.data[:-1] + b"?", said.hash, NOW + DAY, outline)
    mine.load([damaged], {})
    assert mine.find(said.hash) is None
    mine.load([(said.data, said.hash, NOW + DAY, outline)], {})
    assert mine.get(said.source, said.hash) == said.data
    assert mine.take(said, NOW) == []


def test_a_post_from_far_ahead_waits_for_its_day(mine: Replica) -> None:
    said = post("from the future", at=NOW + MAX_AHEAD + 1)
    assert mine.take(said, NOW) == []
    assert taken(mine.take(said, NOW + 1))


def test_a_plan_or_an_answer_from_far_ahead_waits_too(mine: Replica) -> None:
    planned = record(plan("2027-01-20"), at=NOW + MAX_AHEAD + 1, life=DAY)
    assert mine.take(planned, NOW) == []
    assert taken(mine.take(planned, NOW + 1))
    thanks = ReactionBody(rev=1, target="0" * 32, kind=ReactionKind.THANK)
    assert taken(mine.take(record(thanks), NOW))
    again = record(thanks.model_copy(update={"rev": 2}), 2, at=NOW + MAX_AHEAD + 1)
    assert mine.take(again, NOW) == []


def test_a_plan_ends_with_its_day_and_says_so(mine: Replica) -> None:
    planned = record(plan("2027-01-15"), life=DAY // 2)
    assert taken(mine.take(planned, NOW))
    assert [p.text for p in mine.plans.of(BRAM.id)] == ["Workshop"]
    assert mine.expire(NOW + DAY // 2 - 1) == []
    over = mine.expire(NOW + DAY // 2)
    assert over == [Erase((planned.hash,)), TellRecord(planned)]
    assert mine.plans.of(BRAM.id) == ()


def test_a_plan_ends_at_once_where_it_comes_too_late(mine: Replica) -> None:
    assert not taken(mine.take(record(plan("2027-01-15"), life=DAY // 2), NOW + DAY // 2))


def test_a_post_ends_without_a_word(mine: Replica) -> None:
    said = post("hello", life=DAY)
    mine.take(said, NOW)
    assert mine.expire(NOW + DAY) == [Erase((said.hash,))]
    assert mine.shelves.days() == []


def test_a_retracted_post_is_erased_and_stays_away(mine: Replica) -> None:
    said, other = post("in haste", 1), post("considered", 2)
    mine.take(said, NOW)
    mine.take(other, NOW)
    assert mine.take(retract(said), NOW)[1] == Erase((said.hash,))
    assert mine.take(said, NOW) == []
    assert mine.get(other.source, other.hash) == other.data


def test_what_is_named_twice_is_ended_once(mine: Replica) -> None:
    """No peer's record gets that far: it is malformed."""
    said, other = post(), post("another", seq=2)
    edit = post("said better", 3, edits=(said,), at=NOW + 1)
    twice = edit.body.model_copy(update={"replaces": (said.hash.hex(),) * 2})
    mine.take(said, NOW)
    mine.take(other, NOW)
    assert Erase((said.hash,)) in mine.take(record(twice, 3, at=NOW + 1), NOW + 1)
    assert mine.find(said.hash) is None
    assert mine.find(other.hash) is not None


def test_a_retract_of_all_up_to_a_seq(mine: Replica) -> None:
    for n in (1, 2, 3):
        mine.take(post(f"number {n}", n), NOW)
    mine.take(record(status("stays"), 4), NOW)
    (_, erase, _) = mine.take(retract(upto=2), NOW)
    assert isinstance(erase, Erase)
    assert len(erase.hashes) == 2
    assert mine.status(BRAM.id) == busy_on("stays")
    assert mine.take(post("number 1", 1), NOW) == []


def test_an_edit_takes_the_place_of_its_post_in_every_order(mine: Replica) -> None:
    first = post("first", 1)
    edit = post("edited", 2, at=NOW + 1, edits=(first,))
    again = post("again", 3, at=NOW + 2, edits=(first, edit))
    mine.take(first, NOW)
    assert mine.take(edit, NOW)[1] == Erase((first.hash,))
    assert taken(mine.take(again, NOW))
    for each in (first, edit):
        assert mine.take(each, NOW) == []
    assert mine.shelves.summary(first.source).count == 1


def test_a_place_says_when_it_goes(mine: Replica) -> None:
    mine.take(record(place_body(OFFICE, 1), at=NOW), NOW)
    office = mine.places().get(KEY)
    assert office is not None
    assert office.ends == NOW + MAX_LIFE


def test_of_one_author_only_so_much_is_kept(mine: Replica, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(room.MAX_HELD, False, 5)
    mine.take(record(status("stays"), 1, at=NOW - 9), NOW)
    mine.take(record(place_body(OFFICE, 1), 2, at=NOW - 8), NOW)
    posts = [post(f"{n}", 10 + n, at=NOW + n) for n in range(6)]
    effects = [mine.take(each, NOW) for each in posts]
    erased = [e.hashes for found in effects for e in found if isinstance(e, Erase)]
    assert erased == [(posts[n].hash,) for n in range(3)]
    assert mine.take(posts[0], NOW) == [], "older than all that is kept"
    assert mine.status(BRAM.id) == busy_on("stays")
    assert mine.places().get(KEY) is not None
    mine.post(status("of another"), NOW)
    assert mine.shelves.summary(posts[0].source).count == 3


def test_of_one_author_only_so_many_places_are_kept(
    mine: Replica, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(room.MAX_HELD, False, 5)
    keys = [f"{n:032x}" for n in range(9)]
    mine.take(record(status("stays"), 1), NOW)
    for n, key in enumerate(keys):
        place = Place(key, f"Office {n}", PlaceKind.OFFICE)
        assert taken(mine.take(record(place_body(place, 1), 10 + n, at=NOW + n), NOW))
    assert [key for key in keys if mine.places().get(key)] == keys[-4:]
    assert mine.status(BRAM.id) == busy_on("stays")

"""Notes: sealed, carried by whoever is there, confirmed by whom they are for."""

import pytest

from presencemap.domain.availability import Sharing
from presencemap.domain.errors import NotFound, Refused
from presencemap.domain.note import Delivery, Note
from presencemap.protocol.effects import TellNotes
from presencemap.protocol.letter import Letter, NoteBody
from presencemap.protocol.mailbox import ASK_AFTER, ASK_AGAIN
from presencemap.protocol.record import MAX_LIFE
from tests.protocol.lan import DAY, Lan, Node, assert_agreed


@pytest.fixture
def lan() -> Lan:
    return Lan()


def writes(author: Node, to: Node, text: str = "Lunch?") -> None:
    author.do(author.endpoint.mailbox.write(to.id, text, author.now))


def notes(node: Node, other: Node | None = None) -> list[tuple[str, Delivery]]:
    found = node.endpoint.mailbox.notes(other.id if other else None)
    return [(note.text, note.delivery) for note in found]


def only(node: Node) -> Note:
    [note] = node.endpoint.mailbox.notes()
    return note


def test_a_note_comes_to_whom_it_is_for_and_to_nobody_else(lan: Lan) -> None:
    anna, bram, cleo = lan.team_of("Bram", "Cleo")
    writes(anna, bram)
    lan.settle()
    assert only(anna).person == bram.id
    assert only(anna).mine
    assert (only(bram).person, only(bram).mine, only(bram).at) == (anna.id, False, lan.now)
    assert notes(cleo) == []
    assert notes(bram, cleo) == []
    lan.pass_time(2_000)
    assert notes(anna, bram) == [("Lunch?", Delivery.DELIVERED)]
    assert anna.endpoint.mailbox.has_written(bram.id)
    assert not anna.endpoint.mailbox.has_written(cleo.id)
    assert not bram.endpoint.mailbox.has_written(anna.id)
    assert_agreed([anna, bram, cleo])


def test_another_carries_it_while_its_author_is_away(lan: Lan) -> None:
    anna, bram, cleo = lan.team_of("Bram", "Cleo")
    bram.crash()
    lan.settle()
    writes(anna, bram)
    assert notes(anna) == [("Lunch?", Delivery.WAITING)]
    assert anna.endpoint.mailbox.waiting() == 1
    lan.pass_time(ASK_AFTER + 2_000)
    assert notes(anna) == [("Lunch?", Delivery.CARRIED)]
    assert anna.endpoint.mailbox.waiting() == 0
    assert anna.told.count(TellNotes()) == 1
    anna.crash()
    lan.settle()
    bram.start()
    lan.meet(bram, cleo)
    lan.pass_time(3_000)
    assert notes(bram) == [("Lunch?", Delivery.DELIVERED)]
    bram.crash()
    lan.settle()
    anna.start()
    lan.meet(anna, cleo)
    lan.pass_time(3_000)
    assert notes(anna) == [("Lunch?", Delivery.DELIVERED)]
    assert not any(b"Lunch" in data for data, *_ in cleo.store.records.values())
    assert not any(b"Lunch" in data for *_, data in lan.sent)


def test_alone_it_waits_and_a_digest_shows_that_it_came(lan: Lan) -> None:
    anna, bram, cleo = lan.team_of("Bram", "Cleo")
    bram.crash()
    cleo.crash()
    lan.settle()
    writes(anna, bram)
    lan.pass_time(2 * ASK_AGAIN)
    assert notes(anna) == [("Lunch?", Delivery.WAITING)]
    cleo.start()
    lan.meet(anna, cleo)
    lan.pass_time(2 * ASK_AGAIN)
    assert notes(anna) == [("Lunch?", Delivery.CARRIED)]
    anna.crash()
    lan.settle()
    anna.start()
    assert notes(anna) == [("Lunch?", Delivery.WAITING)], "not proven anew yet"
    lan.meet(anna, cleo)
    lan.pass_time(0)
    assert notes(anna) == [("Lunch?", Delivery.CARRIED)]


def test_who_has_paused_confirms_nothing_until_they_share_again(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    bram.do(bram.endpoint.share(Sharing.PAUSED, lan.now))
    writes(anna, bram)
    lan.pass_time(30_000)
    assert notes(bram) == [("Lunch?", Delivery.DELIVERED)]
    assert notes(anna) == [("Lunch?", Delivery.CARRIED)]
    bram.do(bram.endpoint.share(Sharing.ON, lan.now))
    lan.pass_time(3_000)
    assert notes(anna) == [("Lunch?", Delivery.DELIVERED)]


def test_each_is_confirmed_once_also_after_a_new_start(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    for number in range(65):
        writes(anna, bram, f"note {number}")
    lan.pass_time(3_000)
    [receipt] = bram.endpoint.replica.shelves.held_in("receipt")
    assert not [*bram.endpoint.replica.notes.by(bram.id)]
    bram.crash()
    lan.settle()
    bram.start()
    lan.meet()
    lan.pass_time(3_000)
    assert [held.hash for held in bram.endpoint.replica.shelves.held_in("receipt")] == [
        receipt.hash
    ]
    assert {each.delivery for each in anna.endpoint.mailbox.notes()} == {Delivery.DELIVERED}


def test_a_note_taken_back_is_gone_from_everybody(lan: Lan) -> None:
    anna, bram, cleo = lan.team_of("Bram", "Cleo")
    writes(anna, bram)
    lan.pass_time(3_000)
    note = only(anna).id
    assert anna.endpoint.mailbox.note(note) == only(anna)
    for node, name in ((bram, note), (anna, "0" * 32)):
        with pytest.raises(NotFound):
            node.endpoint.mailbox.take_back(name, lan.now)
    anna.do(anna.endpoint.mailbox.take_back(note, lan.now))
    lan.settle()
    assert notes(anna) == notes(bram) == []
    assert anna.endpoint.mailbox.note(note) is None
    kinds = [kind for kind, _ in cleo.store.records]
    assert "note" not in kinds
    assert "receipt" in kinds, "that it had come"
    assert_agreed([anna, bram, cleo])


def test_what_was_read_anew_holds_what_is_there(lan: Lan) -> None:
    """After a commit that failed, say: what came since is neither shown nor confirmed."""
    anna, bram = lan.team_of("Bram")
    writes(anna, bram)
    lan.pass_time(3_000)
    replica = bram.endpoint.replica
    kept, heads = [*bram.store.records.values()], dict(bram.store.heads)
    writes(anna, bram, "Never kept")
    lan.settle()
    assert len(notes(bram)) == 2
    replica.load(kept, heads)
    bram.told.clear()
    lan.pass_time(1_000)
    assert notes(bram) == [("Lunch?", Delivery.DELIVERED)]
    assert TellNotes() in bram.told
    assert {*notes(anna)} == {("Lunch?", Delivery.DELIVERED), ("Never kept", Delivery.WAITING)}


def test_that_one_is_gone_is_told_to_the_two_alone(lan: Lan) -> None:
    anna, bram, cleo = lan.team_of("Bram", "Cleo")
    writes(anna, bram)
    lan.pass_time(3_000)
    for node in (anna, bram, cleo):
        node.told.clear()
    anna.do(anna.endpoint.mailbox.take_back(only(anna).id, lan.now))
    assert TellNotes() in anna.told, "at once, to who did it"
    lan.settle()
    lan.pass_time(1_000)
    assert TellNotes() in bram.told
    assert TellNotes() not in cleo.told
    bram.told.clear()
    lan.pass_time(3_000)
    assert TellNotes() not in bram.told, "it is told once"


def test_what_came_and_went_before_it_was_looked_at(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    writes(anna, bram)
    lan.settle()
    note = anna.endpoint.mailbox.opened(bytes.fromhex(only(anna).id))
    assert note is not None
    anna.do(anna.endpoint.mailbox.take_back(note.held.hash.hex(), lan.now))
    lan.settle()
    assert notes(bram) == []
    assert bram.endpoint.mailbox.opened(note.held.hash) is None


def introduced(node: Node) -> list[tuple[str, str, frozenset[str]]]:
    told = [note.introduces for note in node.endpoint.mailbox.notes()]
    return [(each.person, each.topic, each.declined_by) for each in told if each]


def test_two_are_introduced_and_either_may_say_no(lan: Lan) -> None:
    anna, bram, cleo = lan.team_of("Bram", "Cleo")
    box = anna.endpoint.mailbox
    anna.do(box.introduce(bram.id, cleo.id, "peppol", "Ten minutes together?", lan.now))
    lan.pass_time(3_000)
    nobody: frozenset[str] = frozenset()
    assert introduced(bram) == [(cleo.id, "peppol", nobody)]
    assert introduced(cleo) == [(bram.id, "peppol", nobody)]
    assert sorted(introduced(anna)) == sorted([*introduced(bram), *introduced(cleo)])
    assert {*notes(anna)} == {("Ten minutes together?", Delivery.DELIVERED)}
    bram.do(bram.endpoint.mailbox.decline(only(bram).id, lan.now))
    lan.pass_time(3_000)
    said_no = frozenset({bram.id})
    for node in (anna, bram, cleo):
        assert {no for *_, no in introduced(node)} == {said_no}
    assert len(notes(cleo)) == 1, "a no is no note"


def test_what_is_no_introduction_is_not_declined(lan: Lan) -> None:
    anna, bram, cleo = lan.team_of("Bram", "Cleo")
    writes(anna, bram)
    anna.do(anna.endpoint.mailbox.introduce(bram.id, cleo.id, "", "Meet?", lan.now))
    lan.settle()
    plain = next(note for note in bram.endpoint.mailbox.notes() if note.introduces is None)
    for node, note in ((bram, plain), (anna, only(cleo))):
        with pytest.raises(NotFound, match="no introduction"):
            node.endpoint.mailbox.decline(note.id, lan.now)
    mine = next(note.id for note in anna.endpoint.mailbox.notes(cleo.id))
    with pytest.raises(NotFound, match="no introduction"):
        anna.endpoint.mailbox.decline(mine, lan.now)


def test_an_introduction_is_of_two_others(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    for one, other in ((anna, bram), (bram, anna), (bram, bram)):
        with pytest.raises(Refused, match="two colleagues"):
            anna.endpoint.mailbox.introduce(one.id, other.id, "", "Meet?", lan.now)


def test_a_stranger_to_an_introduction_declines_nothing(lan: Lan) -> None:
    anna, bram, cleo, daan = lan.team_of("Bram", "Cleo", "Daan")
    anna.do(anna.endpoint.mailbox.introduce(bram.id, cleo.id, "", "Meet?", lan.now))
    lan.settle()
    [note] = bram.endpoint.mailbox.notes()
    assert note.introduces is not None
    no = Letter(author=daan.id, declines=note.introduces.id)
    daan.do(daan.endpoint.mailbox._send(bram.id, no, lan.now))
    lan.settle()
    assert introduced(bram) == [(cleo.id, "", frozenset())]


def test_a_note_ends_with_its_life(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    writes(anna, bram)
    lan.pass_time(3_000)
    lan.now += MAX_LIFE + DAY
    for node in (anna, bram):
        node.do(node.endpoint.tick(lan.now))
        assert notes(node) == []


def test_no_note_to_myself(lan: Lan) -> None:
    with pytest.raises(Refused, match="That is you"):
        writes(lan.anna, lan.anna)


def test_what_opens_to_nonsense_or_is_no_note_is_passed_over(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    seals = anna.endpoint.mailbox._seals
    for data in (b"nonsense", Letter(author=bram.id, text="I never said so").packed()):
        sealed, stub = seals.sealed(data, bram.id)
        anna.do(anna.endpoint.replica.post(NoteBody(sealed=sealed, stub=stub), lan.now))
    bram.says("here")
    lan.pass_time(3_000)
    assert notes(anna) == notes(bram) == []
    status = bram.endpoint.replica.register("status", bram.id)
    assert status is not None
    assert bram.endpoint.mailbox.opened(status.hash) is None

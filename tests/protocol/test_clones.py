"""Who gives a number twice: copies that hear of it aren't told of, a clone that goes on is."""

import pytest

from presencemap.protocol.bodies import status_body
from presencemap.protocol.charter import certified
from presencemap.protocol.clones import PATIENCE, Clones
from presencemap.protocol.codec import record_frames
from presencemap.protocol.effects import SaveProof, TellCard, TellCloned
from presencemap.protocol.events import FrameReceived
from presencemap.protocol.record import DAY, Record
from presencemap.protocol.shelf import Held
from tests.protocol.lan import Lan, Node, busy_on, signer


@pytest.fixture
def lan() -> Lan:
    made = Lan()
    made.team_of("Bram", "Cleo")
    return made


def signed(node: Node, text: str, seq: int, at: int) -> Record:
    """What somebody signs with a node's keys."""
    return Record.sign(
        node.store.device, team=node.lan.team.id, author=node.id,
        seq=seq, at=at, life=DAY, body=status_body(busy_on(text, at), seq),
    )  # fmt: skip


def tell(node: Node, over: Node, *records: Record) -> None:
    """Records come to a node over its link to another."""
    [link] = [k for k in node.endpoint.peers.standing() if k.person == over.id]
    for record in records:
        [data] = record_frames([record.data])
        node.handle(FrameReceived(link.id, link.key, data))


def clone(lan: Lan) -> tuple[Node, Node]:
    """(Anna, Bram), who is away, while two statuses of one number of his come to Anna."""
    anna, bram, cleo = (lan.nodes[name] for name in ("Anna", "Bram", "Cleo"))
    bram.crash()
    lan.settle()
    tell(anna, cleo, *(signed(bram, text, 50, lan.now) for text in ("mine", "not mine")))
    return anna, bram


def cloned(node: Node, other: Node) -> bool:
    return node.endpoint.cards.of(other.id, node.lan.now).cloned


def told(node: Node) -> list[object]:
    return [each for each in node.told if isinstance(each, TellCloned)]


def test_a_clone_that_goes_on_is_told_of_once_and_again_by_the_next_run(lan: Lan) -> None:
    anna, bram = clone(lan)
    lan.pass_time(PATIENCE - 20_000, 20_000)
    assert not cloned(anna, bram)
    assert told(anna) == []
    lan.pass_time(60_000, 20_000)
    assert cloned(anna, bram)
    assert told(anna) == [TellCloned(bram.id)]
    assert not cloned(anna, lan.nodes["Cleo"])
    [one, other, _] = anna.store.proofs[bram.id]
    assert b"mine" not in one + other, "nothing of what was said"
    anna.crash()
    anna.told.clear()
    anna.start()
    assert cloned(anna, bram)
    anna.do(anna.endpoint.tick(lan.now))
    assert told(anna) == [TellCloned(bram.id)]


def test_it_is_forgotten_once_its_person_goes_on_as_another_device(lan: Lan) -> None:
    anna, bram = clone(lan)
    lan.pass_time(PATIENCE + 20_000, 20_000)
    anna.told.clear()
    lan.nodes["Cleo"].says("another word, which explains nothing")
    new = certified(lan.team.id, bram.person, signer("Bram's second device"), lan.now)
    lan.settle()
    assert cloned(anna, bram)
    anna.do(anna.endpoint.learn([new], lan.now))
    anna.do(anna.endpoint.tick(lan.now))
    assert not cloned(anna, bram)
    assert anna.store.proofs == {}
    assert TellCard(bram.id) in anna.told
    assert told(anna) == []
    # What was signed before that proves nothing any more; what is signed after it does.
    cleo = lan.nodes["Cleo"]
    tell(anna, cleo, *(signed(bram, text, 60, lan.now - 1) for text in ("a", "b")))
    assert anna.store.proofs == {}
    tell(anna, cleo, *(signed(bram, text, 61, lan.now + 1) for text in ("a", "b")))
    assert [*anna.store.proofs] == [bram.id]


def test_it_is_forgotten_before_it_was_told_too_and_when_its_person_is_removed(lan: Lan) -> None:
    anna, bram = clone(lan)
    lan.pass_time(20_000)
    assert [*anna.store.proofs] == [bram.id]
    anna.told.clear()
    anna.do(anna.endpoint.authority.remove([bram.id], None, lan.now))
    lan.pass_time(PATIENCE, 20_000)
    assert anna.store.proofs == {}
    assert told(anna) == []
    assert TellCard(bram.id) not in anna.told


@pytest.mark.parametrize("text", "abcd")
def test_a_backup_that_was_put_back_and_spoke_before_it_met_anybody_isnt_told_of(
    lan: Lan, text: str
) -> None:
    """Whichever of the two wins."""
    anna, bram = lan.nodes["Anna"], lan.nodes["Bram"]
    before = bram.kept()
    bram.says("after the backup")
    lan.settle()
    bram.crash()
    lan.settle()
    bram.start()
    bram.endpoint.restore(**before)  # type: ignore[arg-type]
    bram.store.records = {}
    for data in before["records"]:  # type: ignore[union-attr]
        bram.store.records[Record.read(data[0]).register or ("", "")] = data
    bram.store.heads = dict(before["heads"])  # type: ignore[call-overload]
    device = bram.store.device
    bram.says(text)
    lan.meet()
    lan.pass_time(2 * PATIENCE, 20_000)
    assert bram.store.device != device, "it went on as a new one"
    for node in lan.running():
        assert told(node) == []
        assert node.store.proofs == {}
    bram.says("and on")
    lan.settle()
    assert anna.sees(bram) == ("online", "and on")


def test_two_copies_that_run_at_once_and_hear_of_each_other_arent_told_of(lan: Lan) -> None:
    bram = lan.nodes["Bram"]
    copy = Node(lan, "Bram", [])
    copy.name = "copy"
    lan.nodes.update({"Bram": bram, "copy": copy})
    copy.store.statements = [*bram.store.statements]
    copy.store.records, copy.store.heads = dict(bram.store.records), dict(bram.store.heads)
    copy.start()
    for text, node in (("original", bram), ("copy", copy)):
        node.says(f"the {text}'s word, before they meet")
    lan.meet()
    lan.pass_time(2 * PATIENCE, 20_000)
    assert bram.store.device != copy.store.device
    for count in range(3):
        for node in (bram, copy):
            node.says(f"word {count}")
        lan.settle()
    lan.pass_time(2 * PATIENCE, 20_000)
    for node in lan.running():
        assert told(node) == []
        assert node.store.proofs == {}


def test_one_proof_a_person_is_enough_and_the_same_record_is_none(lan: Lan) -> None:
    bram, now = lan.nodes["Bram"], lan.now
    clones = Clones(lan.anna.endpoint.membership)
    one, other = (signed(bram, text, 50, now) for text in ("one", "other"))
    assert clones.compare(Held.of(one, now + DAY), one, now) == []
    [save] = clones.compare(Held.of(one, now + DAY), other, now)
    assert isinstance(save, SaveProof)
    assert clones.compare(Held.of(other, now + DAY), one, now) == []
    assert [*clones.proofs()] == [save.proof]
    assert clones.proven(bram.id, now - 1), "the clock was put back: it is not waited for"


def test_what_was_stored_is_looked_through(lan: Lan) -> None:
    anna, bram = clone(lan)
    [proof] = anna.endpoint.replica.clones.proofs()
    stored = [(proof.one, proof.other, proof.found), (proof.one, proof.one, 1), (b"", b"", 1)]
    clones = Clones(anna.endpoint.membership)
    clones.load(stored)
    assert [*clones.proofs()] == [proof]
    anna.do(anna.endpoint.authority.remove([bram.id], None, lan.now))
    clones = Clones(anna.endpoint.membership)
    clones.load(stored)
    assert [*clones.proofs()] == []

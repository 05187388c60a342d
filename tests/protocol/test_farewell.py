"""Who is removed hears of it, from those who cut them, and nothing besides."""

import pytest

from presencemap.protocol.charter import appointment, removal
from presencemap.protocol.codec import (
    FrameType,
    Statements,
    message_frame,
    opened,
    parsed,
)
from presencemap.protocol.effects import TellGone
from presencemap.protocol.events import FrameReceived, PeerFound
from presencemap.protocol.farewell import MAX_REMOVALS, farewell
from presencemap.protocol.handshake import packed_statements, read_statements
from presencemap.protocol.membership import Membership
from presencemap.protocol.peers import FAREWELL_FOR
from presencemap.protocol.statement import Removal
from tests.protocol.lan import NOW, Lan, Node, signer
from tests.protocol.statements import ANNA, BRAM, CLEO, MALLORY, ROOT, entry, log_of, team


@pytest.fixture
def lan() -> Lan:
    return Lan()


def removed(lan: Lan, by: Node, person: Node) -> None:
    by.do(by.endpoint.authority.remove([person.id], None, lan.now))


def knows(node: Node) -> bool:
    """Whether a node has heard that its own person was removed, and told it once."""
    told = [effect for effect in node.told if isinstance(effect, TellGone)]
    own = [effect for effect in told if effect.person == node.id]
    assert len(own) == node.endpoint.removed
    return bool(own)


def frames(lan: Lan, since: int, to: Node) -> set[FrameType]:
    return {FrameType(data[1]) for _, name, data in lan.sent[since:] if name == to.name}


class TestToldOverALinkThatStands:
    def test_by_whom_who_cuts_them_and_then_it_is_closed(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        lan.unheard.add("Anna")
        since = len(lan.sent)
        removed(lan, anna, bram)
        assert [wire for wire in lan.wires if wire.ends[0][0] in (anna, bram)], "still there"
        lan.settle()
        assert knows(bram)
        assert anna.links_to(bram) == 0
        anna.says("nothing of this")
        lan.pass_time(FAREWELL_FOR)
        assert bram.sees(anna) == ("uncertain", None)
        assert frames(lan, since, bram) == {FrameType.STATEMENTS}
        assert not lan.wires

    def test_not_one_frame_of_theirs_counts_meanwhile_and_none_is_a_fault(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        removed(lan, anna, bram)
        bram.says("too late")
        lan.settle()
        assert ("status", bram.id) not in anna.held()
        assert anna.errors == []

    def test_over_a_second_link_of_the_same_run_too(self, lan: Lan) -> None:
        anna, bram, cleo = lan.team_of("Bram", "Cleo")
        removed(lan, anna, bram)
        lan.settle()
        lan.pass_time(FAREWELL_FOR)
        assert knows(bram)
        assert (cleo.links_to(bram), anna.links_to(cleo)) == (0, 1)


class TestToldAtTheDoor:
    """They weren't there: it is what they get instead of a greeting."""

    @pytest.fixture
    def away(self, lan: Lan) -> tuple[Node, Node]:
        anna, bram = lan.team_of("Bram")
        lan.cut(bram)
        bram.crash()
        removed(lan, anna, bram)
        lan.settle()
        bram.start()
        assert not knows(bram)
        return anna, bram

    def test_when_they_dial(self, lan: Lan, away: tuple[Node, Node]) -> None:
        anna, bram = away
        since = len(lan.sent)
        bram.handle(PeerFound((anna.address,)))
        lan.settle()
        assert knows(bram)
        assert frames(lan, since, bram) == {FrameType.STATEMENTS}
        lan.pass_time(FAREWELL_FOR)
        assert not lan.wires
        assert anna.errors == bram.errors == []

    def test_when_they_are_dialled(self, lan: Lan, away: tuple[Node, Node]) -> None:
        anna, bram = away
        since = len(lan.sent)
        anna.handle(PeerFound((bram.address,)))
        lan.pass_time(FAREWELL_FOR)
        assert knows(bram)
        assert frames(lan, since, bram) == {FrameType.HELLO, FrameType.STATEMENTS}
        assert anna.errors == bram.errors == []

    def test_by_a_steward_whom_they_never_heard_of(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        lan.cut(bram)
        bram.crash()
        cleo = lan.join("Cleo")
        lan.meet(anna, cleo)
        anna.do(anna.endpoint.authority.appoint(cleo.id, lan.team, lan.now))
        lan.settle()
        removed(lan, cleo, bram)
        bram.start()
        lan.meet(bram, cleo)
        assert knows(bram)

    def test_another_who_says_to_be_them_is_a_stranger_as_ever(
        self, lan: Lan, away: tuple[Node, Node]
    ) -> None:
        anna, bram = away
        bram.endpoint._become(signer("another device"))
        bram.handle(PeerFound((anna.address,)))
        lan.settle()
        assert not knows(bram)
        assert anna.errors == ["a stranger"]


class TestLies:
    """Anybody at a door can send statements; only those that count do anything."""

    def test_a_removal_by_nobody_ends_that_link_and_no_more(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        cleo = lan.join("Cleo")
        anna.handle(PeerFound((cleo.address,)))
        lan.deliver(anna, "inbox")
        (link,) = [name for name in anna.endpoint.peers.links if anna.endpoint.peers.greets(name)]
        forged = removal(bram.person, anna.endpoint.membership, anna.id, {}, lan.now)
        data = message_frame(Statements(items=packed_statements([forged])))
        anna.handle(FrameReceived(link, b"", data))
        assert not knows(anna)
        assert link not in anna.endpoint.peers.links
        assert anna.links_to(bram) == 1

    def test_statements_that_nobody_waits_for_are_a_fault(self, lan: Lan) -> None:
        anna, _ = lan.team_of("Bram")
        data = message_frame(Statements(items=packed_statements([*anna.endpoint.membership][:1])))
        anna.handle(FrameReceived("in-9", b"", data))
        assert anna.errors == ["a frame before the handshake"]


class TestTheFrame:
    def test_there_is_none_for_members_nor_for_those_who_were_never_removed(self) -> None:
        log = Membership(ROOT.id, team())
        assert farewell(log, ANNA.id) is None
        assert farewell(log, MALLORY.id) is None

    def test_it_is_one_page_however_often_somebody_was_removed(self) -> None:
        log = log_of(*entry(ANNA, BRAM))
        for n in range(MAX_REMOVALS + 4):
            log.add([removal(ROOT, log, BRAM.id, {}, NOW + n)])
        frame = farewell(log, BRAM.id)
        assert frame is not None
        items = read_statements(parsed(Statements, opened(frame)[1]).items)
        assert sum(isinstance(s.claim, Removal) for s in items) == MAX_REMOVALS

    def test_it_is_enough_for_who_knew_only_the_team_of_old(self) -> None:
        joined = [*team(), *entry(ANNA, BRAM)]
        steward = [*entry(ANNA, CLEO), appointment(ROOT, CLEO.id, NOW)]
        log = Membership(ROOT.id, [*joined, *steward])
        log.add([removal(CLEO, log, BRAM.id, {}, NOW)])
        frame = farewell(log, BRAM.id)
        assert frame is not None
        theirs = Membership(ROOT.id, joined)
        theirs.add(read_statements(parsed(Statements, opened(frame)[1]).items))
        assert theirs.is_removed(BRAM.id)

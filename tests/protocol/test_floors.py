"""Plans of floors, and their pictures: who fetches what from whom, and what is refused."""

import pytest

from presencemap.domain.availability import Availability
from presencemap.domain.floor_plan import FloorPlan, Image, Shape
from presencemap.domain.place import Place, PlaceKind
from presencemap.domain.status import Status
from presencemap.protocol import floors as module
from presencemap.protocol.codec import (
    PIECE,
    FrameType,
    Want,
    message_frame,
    opened,
    piece_frame,
    read_message,
    split_piece,
)
from presencemap.protocol.effects import EraseBlobs, SaveBlob, Send, TellPicture
from presencemap.protocol.floors import (
    AGAIN_AFTER,
    ANSWER_WITHIN,
    RECORDS_FIRST,
    WHOLE_WITHIN,
    image_of,
)
from tests.protocol.lan import DAY, NOW, Lan, Node

FLOOR, OTHER, ROOM = "f" * 32, "e" * 32, "a" * 32
PICTURE = bytes(range(256)) * 300  # three pieces
SHAPES = (Shape(ROOM, ((0, 0), (100, 80))),)


@pytest.fixture
def lan() -> Lan:
    return Lan()


def plan(data: bytes | None = PICTURE, floor: str = FLOOR) -> FloorPlan:
    return FloorPlan(floor, 800, 600, image_of(data) if data is not None else None, SHAPES)


def puts(node: Node, data: bytes = PICTURE, floor: str = FLOOR) -> None:
    node.do([node.endpoint.floors.keep(data)])
    node.do(node.endpoint.owner.put_floor_plan(plan(data, floor), node.now))


def wants(node: Node, image: Image) -> None:
    """Share a plan whose picture isn't there."""
    claimed = FloorPlan(FLOOR, 800, 600, image)
    node.do(node.endpoint.owner.put_floor_plan(claimed, node.now))


def link_of(node: Node, other: Node) -> str:
    return next(x.id for x in node.endpoint.peers.standing() if x.person == other.id)


def asks(node: Node) -> str:
    """Whom it asks for the first piece: the name of the link."""
    (send,) = node.endpoint.floors.tick([x.id for x in node.endpoint.peers.standing()], node.now)
    assert isinstance(send, Send)
    return send.link


class TestAPlan:
    def test_is_seen_by_all_with_its_picture(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        puts(anna)
        lan.settle()
        assert bram.endpoint.floors.plans() == (plan(),)
        assert bram.endpoint.floors.plan(FLOOR) == plan()
        assert bram.endpoint.floors.plan(OTHER) is None
        image = image_of(PICTURE)
        assert not bram.endpoint.floors.has(image)
        lan.pass_time(1_000)
        assert bram.endpoint.floors.has(image)
        assert bram.store.blobs == {image.hash: PICTURE}
        assert TellPicture() in bram.told
        assert lan.frames(bram, anna).count(FrameType.WANT) == 3
        assert (anna.errors, bram.errors) == ([], [])

    def test_comes_from_a_second_when_the_first_is_gone(self, lan: Lan) -> None:
        anna, bram, cleo = lan.team_of("Bram", "Cleo")
        cleo.crash()
        puts(anna)
        lan.settle()
        lan.pass_time(1_000)
        anna.crash()
        cleo.start()
        lan.meet()
        lan.pass_time(1_000)
        assert cleo.store.blobs == bram.store.blobs == {image_of(PICTURE).hash: PICTURE}

    def test_outlives_a_restart(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        puts(anna)
        lan.settle()
        lan.pass_time(1_000)
        bram.crash()
        bram.start()
        lan.meet()
        lan.pass_time(1_000)
        assert lan.frames(bram, anna).count(FrameType.WANT) == 3
        bram.endpoint.restore(**bram.kept())  # type: ignore[arg-type]
        assert bram.endpoint.floors.has(image_of(PICTURE))

    def test_that_is_replaced_takes_its_picture_along(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        puts(anna)
        lan.settle()
        lan.pass_time(1_000)
        bram.do(bram.endpoint.owner.put_floor_plan(FloorPlan(FLOOR, 1, 1), lan.now))
        lan.settle()
        lan.pass_time(1_000)
        assert bram.endpoint.floors.plans() == ()
        assert anna.store.blobs == bram.store.blobs == {}

    def test_without_a_picture_asks_for_none(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        anna.do(anna.endpoint.owner.put_floor_plan(plan(None), lan.now))
        lan.settle()
        lan.pass_time(1_000)
        assert bram.endpoint.floors.plans() == (plan(None),)
        assert FrameType.WANT not in lan.frames(bram, anna)

    def test_is_signed_anew_before_it_ends(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        anna.do(anna.endpoint.owner.put_place(Place(FLOOR, "2", PlaceKind.FLOOR), lan.now))
        puts(anna)
        puts(anna, floor=OTHER)  # of which nobody knows where it is
        lan.settle()
        anna.crash()
        lan.now += 85 * DAY
        bram.says(Status(Availability.BUSY, lan.now, FLOOR))
        for _ in range(6):
            bram.do(bram.endpoint.tick(lan.now))
            lan.now += DAY
        assert bram.endpoint.floors.plans() == (plan(),)

    def test_waits_while_nothing_can_be_kept(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        puts(anna)
        lan.settle()
        bram.endpoint.read_only = True
        lan.pass_time(1_000)
        assert FrameType.WANT not in lan.frames(bram, anna)


class TestWhoIsAsked:
    def test_answers_that_it_has_none_and_is_asked_again_later(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        wants(anna, image_of(PICTURE))
        lan.settle()
        lan.pass_time(5_000)
        assert lan.frames(bram, anna).count(FrameType.WANT) == 1
        lan.pass_time(AGAIN_AFTER)
        assert lan.frames(bram, anna).count(FrameType.WANT) == 2
        assert (anna.errors, bram.errors) == ([], [])

    def test_has_none_of_another_size_nor_a_piece_past_the_end(self, lan: Lan) -> None:
        puts(lan.anna)
        floors, image = lan.anna.endpoint.floors, image_of(PICTURE)
        for size, piece in ((image.size + 1, 0), (image.size, 3)):
            (send,) = floors.answer("out-1", Want(blob=image.hash, size=size, piece=piece))
            assert isinstance(send, Send)
            assert split_piece(opened(send.frame)[1]) == (image.hash, piece, b"")

    def test_is_another_when_the_first_is_silent_or_gone(self, lan: Lan) -> None:
        _, bram, _ = lan.team_of("Bram", "Cleo")
        wants(bram, image_of(PICTURE))
        floors, first = bram.endpoint.floors, asks(bram)
        assert floors.tick([first], bram.now) == []
        lan.now += ANSWER_WITHIN
        second = asks(bram)
        assert second != first
        floors.forget(second)
        assert asks(bram) == second
        lan.now += ANSWER_WITHIN
        floors.forget(first)
        assert asks(bram) == first

    def test_is_passed_over_when_it_answers_too_late(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        anna.do([Send(link_of(anna, bram), piece_frame("0" * 64, 0, b"late"))])
        lan.settle()
        wants(bram, image_of(PICTURE))
        asks(bram)
        anna.do([Send(link_of(anna, bram), piece_frame("0" * 64, 0, b"late"))])
        lan.settle()
        assert (bram.errors, bram.store.blobs) == ([], {})


class TestTurns:
    """One is fetched at a time; nobody's waits for all those of another."""

    def draws(self, node: Node, number: int, size: int) -> Image:
        image = Image(f"{number:064x}", size)
        drawn = FloorPlan(f"{number:032x}", 800, 600, image)
        node.do(node.endpoint.owner.put_floor_plan(drawn, node.now))
        return image

    def asked(self, node: Node, links: list[str]) -> str:
        """For which picture: its hash."""
        (send,) = node.endpoint.floors.tick(links, node.now)
        assert isinstance(send, Send)
        want = read_message(FrameType.WANT, opened(send.frame)[1])
        assert isinstance(want, Want)
        return want.blob

    def test_are_by_author_however_many_one_has(self, lan: Lan) -> None:
        mallory, bram = lan.team_of("Bram")
        hers = {self.draws(mallory, number, 1).hash for number in range(1, 40)}
        lan.settle()
        his = self.draws(bram, 99, len(PICTURE)).hash
        turns = []
        for _ in range(6):
            turns.append(self.asked(bram, [link_of(bram, mallory)]))
            lan.now += ANSWER_WITHIN  # she never answers
        assert turns.count(his) == 1, "until he was asked about it in vain"
        assert his in turns[:2]
        assert len(set(turns)) == 6
        assert set(turns) <= hers | {his}

    def test_a_plan_that_is_gone_has_none(self, lan: Lan) -> None:
        _, bram = lan.team_of("Bram")
        self.draws(bram, 1, 9)
        floors = bram.endpoint.floors
        floors.tick(["link"], lan.now)
        assert floors._turns
        bram.do(bram.endpoint.owner.put_floor_plan(FloorPlan(f"{1:032x}", 1, 1), lan.now))
        floors.tick([], lan.now)
        assert not floors._turns

    def test_who_answers_each_piece_at_the_last_moment_is_left_for_another(self, lan: Lan) -> None:
        _, bram, _ = lan.team_of("Bram", "Cleo")
        data = bytes(PIECE) * 64
        image = image_of(data)
        wants(bram, image)
        floors, slow = bram.endpoint.floors, asks(bram)
        pieces = 0
        while floors.asked_for(slow, opened(piece_frame(image.hash, pieces, b"x"))[1]):
            lan.now += ANSWER_WITHIN - 1
            floors.take(slow, opened(piece_frame(image.hash, pieces, data[:PIECE]))[1], lan.now)
            pieces += 1
            floors.tick([], lan.now)
        assert pieces <= WHOLE_WITHIN // (ANSWER_WITHIN - 1) + 1
        assert asks(bram) != slow

    def test_wait_for_records_a_minute_whatever_a_peer_says_is_to_come(self, lan: Lan) -> None:
        _, bram = lan.team_of("Bram")
        wants(bram, image_of(PICTURE))
        floors, began = bram.endpoint.floors, lan.now
        assert floors.tick(["link"], lan.now, busy=True) == []
        lan.now = began + RECORDS_FIRST - 1
        assert floors.tick(["link"], lan.now, busy=True) == []
        lan.now += 1
        assert len(floors.tick(["link"], lan.now, busy=True)) == 1


class TestWhoLies:
    @pytest.fixture
    def nodes(self, lan: Lan, monkeypatch: pytest.MonkeyPatch) -> tuple[Node, Node]:
        anna, bram = lan.team_of("Bram")
        monkeypatch.setattr(anna.endpoint.floors, "answer", lambda *_: [])
        wants(bram, image_of(PICTURE))
        assert asks(bram) == link_of(bram, anna)
        return anna, bram

    def sends(self, lan: Lan, anna: Node, bram: Node, number: int, data: bytes) -> None:
        blob = image_of(PICTURE).hash
        anna.do([Send(link_of(anna, bram), piece_frame(blob, number, data))])
        lan.settle()

    @pytest.mark.parametrize("size", [1, PIECE - 1])
    def test_about_a_pieces_length(self, lan: Lan, nodes: tuple[Node, Node], size: int) -> None:
        anna, bram = nodes
        self.sends(lan, anna, bram, 0, b"x" * size)
        assert bram.errors == ["a piece of a picture that is too short or too long"]
        lan.pass_time(2 * AGAIN_AFTER)
        assert FrameType.WANT not in lan.frames(bram, anna)

    def test_and_sends_another_picture(self, lan: Lan, nodes: tuple[Node, Node]) -> None:
        anna, bram = nodes
        for number in range(3):
            self.sends(lan, anna, bram, number, b"x" * min(PIECE, len(PICTURE) - number * PIECE))
        assert bram.errors == ["a picture that isn't the one it was asked for"]
        assert bram.store.blobs == {}

    def test_and_never_ends(self, lan: Lan, nodes: tuple[Node, Node]) -> None:
        anna, bram = nodes
        for number in range(60):
            self.sends(lan, anna, bram, number, b"x" * PIECE)
        assert bram.errors == ["a piece of a picture that is too short or too long"]

    def test_and_sends_more_than_a_piece(self, lan: Lan, nodes: tuple[Node, Node]) -> None:
        anna, bram = nodes
        self.sends(lan, anna, bram, 0, b"x" * (PIECE + 1))
        anna.do([Send(link_of(anna, bram), b"\x01\x10short")])
        lan.settle()
        assert bram.errors == ["a piece of 32802 bytes", "a piece of 5 bytes"]

    def test_loses_its_link_in_the_end(self, lan: Lan, nodes: tuple[Node, Node]) -> None:
        anna, bram = nodes
        for _ in range(8):
            if bram.links_to(anna):
                self.sends(lan, anna, bram, 0, b"x" * (PIECE + 1))
        assert not bram.links_to(anna)

    def test_asks_without_end_and_gets_no_more(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        puts(anna, bytes(PIECE * 64))
        want = message_frame(Want(blob=image_of(bytes(PIECE * 64)).hash, size=PIECE * 64, piece=0))
        bram.do([Send(link_of(bram, anna), want)] * 2_300)
        lan.settle()
        assert lan.frames(anna, bram).count(FrameType.PIECE) == 2_048


class TestRoom:
    def test_is_bounded_by_author_and_mine_comes_first(
        self, lan: Lan, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(module, "MAX_OF_AUTHOR", 2 * len(PICTURE))
        anna, bram = lan.team_of("Bram")
        for number in range(3):
            puts(anna, bytes((number,)) + PICTURE[1:], f"{number:032x}")
            lan.now += 1
        puts(bram, PICTURE[::-1])
        lan.settle()
        lan.pass_time(5_000)
        assert len(bram.store.blobs) == len(anna.store.blobs) == 3
        assert bram.endpoint.floors.has(image_of(PICTURE[::-1]))

    def test_is_bounded_in_all(self, lan: Lan, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "MAX_IN_ALL", len(PICTURE))
        anna, bram, cleo = lan.team_of("Bram", "Cleo")
        puts(anna)
        lan.pass_time(5_000)
        puts(bram, PICTURE[::-1], OTHER)
        lan.pass_time(5_000)
        assert cleo.store.blobs == {image_of(PICTURE).hash: PICTURE}
        assert len(bram.store.blobs) == len(anna.store.blobs) == 2, "mine, and one of others"

    def test_who_has_most_here_makes_way_for_who_has_less(
        self, lan: Lan, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(module, "MAX_IN_ALL", 4 * len(PICTURE))
        mallory, bram, cleo = lan.team_of("Bram", "Cleo")
        hers = [bytes((number,)) + PICTURE[1:] for number in range(6)]
        for number, data in enumerate(hers):
            puts(mallory, data, f"{number:032x}")
            lan.now += 1
        lan.pass_time(15_000)
        assert len(cleo.store.blobs) == 4
        for number, data in enumerate((PICTURE[::-1], PICTURE[7:], PICTURE[9:])):
            puts(bram, data, f"{99 + number:032x}")
            lan.now += 1
        lan.pass_time(5_000)
        here = [cleo.endpoint.floors.has(image_of(data)) for data in hers]
        assert here == [True, True, False, False, False, False], "the last one goes first"
        assert len(cleo.store.blobs) == 4
        lan.pass_time(10 * AGAIN_AFTER)
        assert len(cleo.store.blobs) == 4
        assert here == [cleo.endpoint.floors.has(image_of(data)) for data in hers]

    def test_pictures_that_nobody_has_take_none(
        self, lan: Lan, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(module, "MAX_IN_ALL", 2 * len(PICTURE))
        mallory, bram, cleo = lan.team_of("Bram", "Cleo")
        for number in range(4):
            claimed = FloorPlan(f"{number:032x}", 8, 6, Image(f"{number:064x}", len(PICTURE)))
            mallory.do(mallory.endpoint.owner.put_floor_plan(claimed, lan.now))
        lan.pass_time(60_000)
        puts(bram, PICTURE, OTHER)
        lan.pass_time(120_000)
        assert set(cleo.store.blobs) == {image_of(PICTURE).hash}

    def test_nobody_makes_anothers_picture_go_with_theirs(
        self, lan: Lan, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(module, "MAX_IN_ALL", 3 * len(PICTURE))
        mallory, bram, cleo, dirk = lan.team_of("Bram", "Cleo", "Dirk")
        puts(bram, PICTURE, OTHER)
        lan.pass_time(5_000)
        for number in range(2):
            puts(mallory, bytes((number,)) + PICTURE[1:], f"{number:032x}")
        lan.now += 1
        puts(mallory, PICTURE, FLOOR)
        lan.pass_time(10_000)
        puts(dirk, PICTURE[::-1], "d" * 32)
        lan.pass_time(10_000)
        assert cleo.endpoint.floors.has(image_of(PICTURE))
        assert cleo.endpoint.floors.has(image_of(PICTURE[::-1]))
        assert len(cleo.store.blobs) == 3

    def test_a_picture_of_two_plans_is_held_once(self, lan: Lan) -> None:
        puts(lan.anna)
        puts(lan.anna, PICTURE, OTHER)
        assert lan.anna.endpoint.floors.tick([], NOW) == []
        assert len(lan.anna.store.blobs) == 1

    def test_what_is_on_its_way_and_not_wanted_any_more_is_dropped(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        wants(bram, image_of(PICTURE))
        asks(bram)
        bram.do(bram.endpoint.owner.put_floor_plan(FloorPlan(FLOOR, 1, 1), lan.now))
        assert bram.endpoint.floors.tick([link_of(bram, anna)], lan.now) == []
        blob = image_of(PICTURE).hash
        anna.do([Send(link_of(anna, bram), piece_frame(blob, 0, PICTURE[:PIECE]))])
        lan.settle()
        assert bram.errors == []

    def test_what_no_plan_names_is_erased(self, lan: Lan) -> None:
        floors = lan.anna.endpoint.floors
        kept = floors.keep(PICTURE)
        assert kept == SaveBlob(image_of(PICTURE).hash, PICTURE)
        puts(lan.anna, PICTURE[::-1])
        assert floors.tick([], NOW) == [EraseBlobs((image_of(PICTURE).hash,))]

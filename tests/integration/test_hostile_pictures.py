"""Pictures of plans by a member with a program of her own, at real nodes and in what shows them.

Anna's node is linked to Mallory's program and to Bram's node, who has whatever he has from Anna.
Mirrors no one module.
"""

import json
import zlib
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random
from struct import pack
from threading import Event, Thread
from typing import Any, Self

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import ShowPicture
from presencemap.app.offline import StoreDesk
from presencemap.domain.errors import PictureTooLarge, PictureUnreadable
from presencemap.domain.floor_plan import MAX_IMAGE, FloorPlan, Image
from presencemap.domain.place import Place, PlaceKind
from presencemap.protocol.bodies import floor_plan_body, place_body
from presencemap.protocol.codec import PIECE, FrameType, opened, piece_frame, read_message
from presencemap.protocol.floors import image_of
from presencemap.ui.floor.pictures import decoded
from tests.app.test_pictures import END, png
from tests.integration.mallory import DAY, Mallory
from tests.integration.pair import Pair, Side
from tests.integration.test_hostile_members import Team
from tests.nodes import call, eventually

pytestmark = pytest.mark.processes

WITHIN = 60.0
"""Seconds: who has a picture is found out in turns of one, by asking."""
GROWTH = 40 << 20
"""Bytes that Anna's memory may grow by; a picture has 2 MiB."""


def bomb(width: int, height: int) -> bytes:
    """A true PNG of so many grey px, a thousandth of their bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    rows = zlib.compressobj(9)
    packed = b"".join(rows.compress(bytes(width + 1)) for _ in range(height)) + rows.flush()
    head = pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


WHAT = {
    "a bomb": (bomb(30_000, 20_000), PictureTooLarge),
    "a drawing that may run": (
        b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>" * 9,
        None,
    ),
    "a program": (b"\x7fELF" + Random(1).randbytes(70_000), None),
    "a header without a picture": (png(4_000, 4_000), None),
}
"""By name: bytes of Mallory's, true to their hash, and why the window doesn't show them."""


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    made = Team(tmp_path)
    call(made.at("Anna"), "team", "create", "Lerend Collectief", "--as", "Anna")
    link = call(made.at("Anna"), "team", "invite").strip()
    for name in ("Bram", "Mallory"):
        call(made.at(name), "team", "join", link, "--as", name)
    with made.stack:
        made.run("Anna")
        made.run("Bram", "Anna")
        made.linked("Anna", "Bram")
        yield made


class Gallery:
    """Mallory's: a floor for each picture; by ``with``, she answers who asks for one."""

    def __init__(self, mallory: Mallory) -> None:
        self.mallory = mallory
        self.answers: dict[str, bytes] = {}
        self.asked: list[str] = []
        self._floors = (f"{number:032x}" for number in count(1))
        self._over = Event()
        self._thread = Thread(target=self._answer, daemon=True)

    def hang(self, name: str, image: Image | None, answer: bytes = b"") -> str:
        """Share a floor of that name with a plan of that picture; the floor's id."""
        floor = next(self._floors)
        self._share(place_body(Place(floor, name, PlaceKind.FLOOR), next(self.mallory.revision)))
        if image is not None:
            self.answers[image.hash] = answer
            plan = FloorPlan(floor, 1_600, 1_000, image)
            self._share(floor_plan_body(plan, next(self.mallory.revision)))
        return floor

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _share(self, body: Any) -> None:
        self.mallory.say_on(self.mallory.signed(body=body, at=now_ms(), life=DAY))

    def _answer(self) -> None:
        while not self._over.is_set():
            for data in self.mallory.heard(50):
                frame_type, payload = opened(data)
                if frame_type is FrameType.WANT:
                    want: Any = read_message(frame_type, payload)
                    self.asked.append(want.blob)
                    at = want.piece * PIECE
                    piece = self.answers[want.blob][at : at + PIECE]
                    self.mallory.say_on(piece_frame(want.blob, want.piece, piece))


def here(team: Team, name: str) -> dict[str, bool]:
    """By a floor's name, whether its picture is at that one's computer."""
    places = json.loads(call(team.at(name), "place", "list", "--json"))
    plans = {place["name"]: place["plan"] for place in places if place["plan"]}
    return {floor: plan["picture"]["here"] for floor, plan in plans.items() if plan["picture"]}


def test_what_is_true_to_its_hash_reaches_all_and_is_never_decoded(
    team: Team, qapp: object
) -> None:
    gallery = Gallery(team.mallory("Anna"))
    for name, (data, _) in WHAT.items():
        gallery.hang(name, image_of(data), data)
    with gallery:
        for who in ("Anna", "Bram"):
            eventually(
                lambda who=who: here(team, who),
                lambda h: h == dict.fromkeys(WHAT, True),
                within=WITHIN,
            )
    team.exchange("Anna", "Bram")
    team.nodes["Bram"].end()
    with StoreDesk(team.paths("Bram")) as desk:
        for data, error in WHAT.values():
            kept = desk.obey(ShowPicture(image_of(data).hash))
            assert kept == data
            with pytest.raises(error or PictureUnreadable):
                decoded(kept)


def test_what_is_not_true_to_its_hash_or_size_is_never_kept_and_nothing_waits_for_it(
    team: Team, tmp_path: Path
) -> None:
    anna, bram = (Side(team.nodes[n], team.paths(n), n) for n in ("Anna", "Bram"))
    pair = Pair(anna, bram)
    pair.listen()
    pair.both()
    before = anna.resident()
    promised, other = Random(2).randbytes(3 * PIECE), Random(3).randbytes(3 * PIECE)
    much = Random(4).randbytes(MAX_IMAGE)
    gallery = Gallery(team.mallory("Anna"))
    gallery.hang("another picture", image_of(promised), other)
    gallery.hang("too short", image_of(promised + b"!"), promised[: PIECE + 9])
    gallery.hang("longer than said", Image(image_of(much).hash, PIECE + 1), much)
    with gallery:
        eventually(lambda: set(gallery.asked), lambda asked: len(asked) == 3, within=WITHIN)
        eventually(
            lambda: "".join(anna.lines),
            lambda said: (
                "a picture that isn't the one it was asked for" in said
                and "too short or too long" in said
            ),
            within=WITHIN,
        )
        # Beside all that: a plan of an honest colleague, and what the two say.
        file = tmp_path / "plan.png"
        file.write_bytes(png(1_584, 1_088, Random(0).randbytes(300_000) + END))
        call(team.at("Bram"), "place", "add", "Office", "--kind", "office")
        call(team.at("Bram"), "place", "add", "Attic", "--kind", "floor", "--in", "Office")
        call(team.at("Bram"), "place", "plan", "Attic", str(file))
        honest = {"another picture": False, "too short": False, "longer than said": False}
        eventually(
            lambda: here(team, "Anna"), lambda h: h == honest | {"Attic": True}, within=WITHIN
        )
        assert max(pair.both()) < 3
    assert anna.resident() - before < GROWTH
    for name in ("Bram", "Anna"):
        team.nodes[name].end()
        with StoreDesk(team.paths(name)) as desk:
            for each in (promised, other, much):
                assert desk.obey(ShowPicture(image_of(each).hash)) == b""

"""Discovery follows the machine from network to network."""

import asyncio
import secrets
from collections.abc import Callable, Sequence

import pytest

from presencemap.net import discovery, multicast
from presencemap.net.discovery import Discovery
from presencemap.net.interfaces import Interface
from presencemap.protocol.events import PeerFound
from tests.net.wire import Run

LO = Interface("lo", 1, "127.0.0.1", 8)
OTHER = Interface("lo", 1, "127.0.0.2", 8)


class Stays:
    """In place of multicast: which stays there were, and on which interfaces."""

    def __init__(self) -> None:
        self.log: asyncio.Queue[tuple[str, tuple[Interface, ...]]] = asyncio.Queue()
        self.fails = False
        stays = self

        class Stay:
            def __init__(
                self,
                secret: bytes,
                door_port: int,
                interfaces: Sequence[Interface],
                found: Callable[[PeerFound], None],
            ) -> None:
                self.interfaces = tuple(interfaces)

            async def start(self) -> None:
                if stays.fails:
                    stays.log.put_nowait(("failed", self.interfaces))
                    raise OSError(19, "no such device")
                stays.log.put_nowait(("came", self.interfaces))

            def look_again(self) -> None:
                stays.log.put_nowait(("looked", self.interfaces))

            async def close(self) -> None:
                stays.log.put_nowait(("left", self.interfaces))

        self.kind = Stay


@pytest.fixture
def stays(monkeypatch: pytest.MonkeyPatch) -> Stays:
    made = Stays()
    monkeypatch.setattr(multicast, "Multicast", made.kind)
    monkeypatch.setattr(discovery, "TRY_AGAIN", 0.001)
    return made


def test_two_find_each_other_over_loopback(run: Run) -> None:
    async def main() -> None:
        secret, found = secrets.token_bytes(32), asyncio.Queue[PeerFound]()
        ann = Discovery(secret, found.put_nowait, (LO,))
        bob = Discovery(secret, lambda _: None, (LO,))
        await ann.start(20_001)
        await bob.start(20_002)
        assert (await found.get()).addresses == (("127.0.0.1", 20_002),)
        await ann.close()
        await bob.close()
        await bob.close()

    run(main())


def test_another_network_means_another_beacon(run: Run, stays: Stays) -> None:
    async def main() -> None:
        searching = Discovery(b"s" * 32, lambda _: None, (LO,))
        await searching.start(1)
        assert await stays.log.get() == ("came", (LO,))
        searching.move((LO, OTHER))
        assert await stays.log.get() == ("left", (LO,))
        assert await stays.log.get() == ("came", (LO, OTHER))
        searching.move(())
        assert await stays.log.get() == ("left", (LO, OTHER))
        searching.move((LO,))
        assert await stays.log.get() == ("came", (LO,))
        await searching.close()
        assert await stays.log.get() == ("left", (LO,))
        assert stays.log.empty()

    run(main())


def test_a_new_beacon_every_day(run: Run, stays: Stays, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "RENEW_AFTER", 0.01)
    monkeypatch.setattr(discovery, "LOOK_AGAIN", 0.02)

    async def main() -> None:
        searching = Discovery(b"s" * 32, lambda _: None, (LO,))
        await searching.start(1)
        assert [(await stays.log.get())[0] for _ in range(5)] == [
            "came", "left", "came", "left", "came",
        ]  # fmt: skip
        await searching.close()

    run(main())


def test_who_is_there_is_told_again_and_again(
    run: Run, stays: Stays, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discovery, "LOOK_AGAIN", 0.001)

    async def main() -> None:
        searching = Discovery(b"s" * 32, lambda _: None, (LO,))
        await searching.start(1)
        assert [(await stays.log.get())[0] for _ in range(3)] == ["came", "looked", "looked"]
        await searching.close()

    run(main())


def test_without_multicast_it_says_so_and_goes_on_trying(run: Run, stays: Stays) -> None:
    async def main() -> None:
        stays.fails = True
        searching = Discovery(b"s" * 32, lambda _: None, (LO,))
        with pytest.raises(OSError, match="no such device"):
            await searching.start(1)
        for _ in range(3):
            assert (await stays.log.get())[0] == "failed"
        stays.fails = False
        while (await stays.log.get())[0] != "came":
            pass
        await searching.close()

    run(main())

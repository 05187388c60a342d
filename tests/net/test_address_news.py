"""Whether it is worth looking at the machine's addresses."""

import asyncio
import errno
import gc
import socket
from collections.abc import Callable, Iterator

import pytest

from presencemap.net import address_news
from presencemap.net.address_news import AddressNews


class Full(socket.socket):
    """More came than it can hold, whenever it is read."""

    def recv(self, *_: int) -> bytes:
        super().recv(65_536)
        raise OSError(errno.ENOBUFS, "no buffer space available")


@pytest.fixture(params=[socket.socket, Full])
def kernel(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[socket.socket]:
    """In place of the kernel's end."""
    ours, plain = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    theirs = request.param(fileno=plain.detach())
    theirs.settimeout(0)
    monkeypatch.setattr(address_news, "_netlink", lambda: theirs)
    with ours, theirs:
        yield ours


def test_it_is_once_for_all_that_came_and_is_told(kernel: socket.socket) -> None:
    async def main() -> None:
        told = asyncio.Event()
        news = AddressNews(told.set)
        assert news.came(), "before it was made"
        assert not news.came()
        assert not news.pending
        kernel.send(b"one")
        kernel.send(b"another")
        await told.wait()
        assert news.pending
        assert news.came()
        assert not news.pending
        news.close()
        assert news.came(), "nobody tells any more"
        news.close()

    asyncio.run(main())


async def always(tell: Callable[[], None] = lambda: None) -> None:
    news = AddressNews(tell)
    assert news.came()
    assert news.came()
    assert not news.pending
    news.close()


def test_it_always_is_where_the_system_doesnt_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address_news, "_netlink", lambda: None)
    asyncio.run(always())


def test_a_socket_that_may_not_hear_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """By an OSError, as where a sandbox forbids it; a socket left open would warn."""

    class Forbidden(socket.socket):
        def bind(self, _: object) -> None:
            raise PermissionError

    monkeypatch.setattr(socket, "socket", Forbidden)
    assert address_news._netlink() is None
    gc.collect()


def test_the_system_tells_or_it_is_looked_always() -> None:
    async def main() -> None:
        news = AddressNews(lambda: None)
        news.came()
        assert news.came() is (news._socket is None)
        news.close()
        assert news.came()

    asyncio.run(main())

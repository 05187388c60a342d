"""Whether it is worth looking at the machine's addresses."""

import errno
import gc
import socket
from collections.abc import Iterator

import pytest

from presencemap.net import address_news
from presencemap.net.address_news import AddressNews


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """In place of the kernel's end."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    theirs.settimeout(0)
    monkeypatch.setattr(address_news, "_netlink", lambda: theirs)
    with ours, theirs:
        yield ours


def test_it_is_once_for_all_that_came(kernel: socket.socket) -> None:
    news = AddressNews()
    assert news.came(), "before it was made"
    assert not news.came()
    kernel.send(b"one")
    kernel.send(b"another")
    assert news.came()
    assert not news.came()
    news.close()
    news.close()


def test_it_is_where_more_came_than_could_be_held(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def recv(self, _: int) -> bytes:
            raise OSError(errno.ENOBUFS, "no buffer space available")

    monkeypatch.setattr(address_news, "_netlink", Full)
    news = AddressNews()
    assert news.came()
    assert news.came()


def test_it_always_is_where_the_system_doesnt_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> socket.socket:
        raise PermissionError

    monkeypatch.setattr(socket, "socket", none)
    news = AddressNews()
    assert news.came()
    assert news.came()


def test_a_socket_that_may_not_hear_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """By an OSError, as where a sandbox forbids it; a socket left open would warn."""

    class Forbidden(socket.socket):
        def bind(self, _: object) -> None:
            raise PermissionError

    monkeypatch.setattr(socket, "socket", Forbidden)
    assert AddressNews().came()
    gc.collect()


def test_the_system_tells_or_it_is_looked_always() -> None:
    news = AddressNews()
    news.came()
    assert news.came() is (news._socket is None)
    news.close()
    assert news.came()

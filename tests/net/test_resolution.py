"""Names and refusals, without holding up the loop."""

import asyncio
import socket
import threading

import pytest

from presencemap.net import resolution
from presencemap.net.resolution import addresses_of, refuses
from tests.net.wire import Run


def found(*hosts: str) -> list[tuple[object, ...]]:
    """What getaddrinfo answers."""
    families = [socket.AF_INET6 if ":" in host else socket.AF_INET for host in hosts]
    kind = socket.SOCK_STREAM
    return [(f, kind, 6, "", (host, 0)) for f, host in zip(families, hosts, strict=True)]


def test_a_literal_is_itself(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", None)

    async def main() -> None:
        assert await addresses_of("192.0.2.1") == ("192.0.2.1",)
        assert await addresses_of("fe80::1%eth0") == ("fe80::1%eth0",)

    run(main())


def test_a_name_is_at_most_four_addresses_ipv4_first(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = found("2001:db8::1", "192.0.2.1", "192.0.2.1", "192.0.2.2", "2001:db8::2", "::3")
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answer)

    async def main() -> None:
        addresses = await addresses_of("office-pc")
        assert addresses == ("192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2")

    run(main())


@pytest.mark.parametrize("error", [socket.gaierror(-2, "unknown"), UnicodeError("label too long")])
def test_what_nobody_knows_has_no_address(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", fails)

    async def main() -> None:
        assert await addresses_of("nowhere") == ()

    run(main())


def test_a_slow_name_server_holds_up_nobody(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(resolution, "_looked_up", lambda _: (release.wait(), ())[1])

    async def main() -> None:
        asking = asyncio.create_task(addresses_of("slow"))
        await asyncio.sleep(0)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking

    run(main())  # ends, with the answer still to come
    release.set()
    for thread in threading.enumerate():
        if thread.name == "presencemap-lookup":
            thread.join()


def test_who_refuses_and_who_doesn_t(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resolution, "PROBE_SECONDS", 0.05)

    async def main() -> None:
        with socket.create_server(("127.0.0.1", 0)) as there:
            port = there.getsockname()[1]
            assert not await refuses("127.0.0.1", port)
        assert await refuses("127.0.0.1", port)
        assert not await refuses("::ffff:203.0.113.1", 9)  # no route, or no answer

    run(main())

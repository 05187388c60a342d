import asyncio
import contextlib
import json
import socket
import stat
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from presencemap.app import control_server
from presencemap.app.clock import now_ms
from presencemap.app.control import ask, watch
from presencemap.app.control_server import ControlServer
from presencemap.app.node import Node
from presencemap.app.notices import Event, Noted, WindowRequested
from presencemap.app.offline import StoreDesk
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.domain.errors import (
    EnvironmentFault,
    InvalidInput,
    NodeNotRunning,
    NotFound,
    PresenceMapError,
)
from presencemap.protocol.address import Address

WHO = {"ask": "who"}
LINES = 20_000
"""Of watch: many times what a buffer and the kernel's take."""


@contextlib.asynccontextmanager
async def serving(
    paths: ProfilePaths,
    *,
    window: bool = False,
    leave: Callable[[], None] = lambda: None,
) -> AsyncIterator[ControlServer]:
    """A control socket that answers from the store of this profile."""
    with StoreDesk(paths) as desk:
        server = ControlServer(paths.control)
        await server.start(desk, lambda: window, leave)
        try:
            yield server
        finally:
            await server.close()


def asking(paths: ProfilePaths, request: dict[str, Any], **how: Any) -> Any:
    """The answer of a server that is there for this question alone."""

    async def life() -> Any:
        async with serving(paths, **how):
            return await asyncio.to_thread(ask, paths.control, request)

    return asyncio.run(life())


@contextlib.asynccontextmanager
async def connected(
    paths: ProfilePaths, limit: int = 1 << 16
) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_unix_connection(str(paths.control), limit=limit)
    try:
        yield reader, writer
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


def noted(person: str) -> Noted:
    return Noted(Event.ONLINE, person, now_ms(), now_ms())


def test_the_socket_is_its_owners_alone_and_answers(anna: ProfilePaths) -> None:
    async def life() -> None:
        async with serving(anna):
            assert stat.S_ISSOCK(anna.control.stat().st_mode)
            assert stat.S_IMODE(anna.control.stat().st_mode) == 0o600
            assert stat.S_IMODE(anna.control.parent.stat().st_mode) == 0o700
            [me] = await asyncio.to_thread(ask, anna.control, WHO)
            assert (me["name"], me["me"]) == ("Anna Peeters", True)
        assert not anna.control.exists(), "nothing is left of it"

    asyncio.run(life())


def test_a_profile_deep_down_has_its_socket_elsewhere_and_as_closed(
    anna: ProfilePaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    near = Path.home() / "run"
    monkeypatch.setattr("tempfile.tempdir", str(near))
    deep = ProfilePaths.at(anna.data.rename(tmp_path / ("d" * 100)))
    assert near in deep.control.parents

    async def life() -> None:
        async with serving(deep):
            assert stat.S_IMODE(deep.control.stat().st_mode) == 0o600
            assert stat.S_IMODE(deep.control.parent.stat().st_mode) == 0o700
            assert await asyncio.to_thread(ask, deep.control, WHO)

    asyncio.run(life())


def test_what_a_crashed_node_left_there_is_replaced(anna: ProfilePaths) -> None:
    with socket.socket(socket.AF_UNIX) as crashed:
        crashed.bind(str(anna.control))
    assert anna.control.exists()
    with pytest.raises(NodeNotRunning):
        ask(anna.control, WHO)
    assert asking(anna, WHO)


def test_where_nobody_can_listen_it_says_what_to_do(anna: ProfilePaths) -> None:
    (anna.control / "in the way").mkdir(parents=True)
    with pytest.raises(EnvironmentFault, match="Check the space and the permissions"):
        asking(anna, WHO)
    assert (anna.control / "in the way").exists()
    # The node as a whole ends with that sentence too, and lets go of the profile.
    node = Node(anna, Options(listen=Address("127.0.0.1", 0), mdns=False), lambda _: None)
    with pytest.raises(EnvironmentFault, match="Check the space and the permissions"):
        node.start().result(10)
    node.join()
    with StoreDesk(anna) as desk:
        assert desk.team.fault is None


@pytest.mark.parametrize(
    "line",
    [b"who?", b"[1, 2]", b"null", b'"who"', b"{}", b'{"ask": "the way"}', b"[" * 99_999, b"\xff"],
    ids=["no JSON", "list", "null", "string", "empty", "unknown", "deep", "no text"],
)
def test_what_is_no_request_is_answered_so_and_the_next_one_is_heard(
    anna: ProfilePaths, line: bytes
) -> None:
    async def life() -> None:
        async with serving(anna), connected(anna) as (reader, writer):
            writer.write(line + b"\n")
            reply = json.loads(await reader.readline())
            assert reply["error"] == "InvalidInput"
            assert "another version" in reply["sentence"]
            writer.write(json.dumps(WHO).encode() + b"\n")
            assert json.loads(await reader.readline())["answer"]

    asyncio.run(life())


def test_a_line_without_end_is_cut_and_others_are_answered(anna: ProfilePaths) -> None:
    async def life() -> None:
        async with serving(anna):
            async with connected(anna) as (reader, writer):
                writer.write(b"x" * (3 << 20))
                with contextlib.suppress(ConnectionError):
                    assert await reader.read() == b""
            assert await asyncio.to_thread(ask, anna.control, WHO)

    asyncio.run(life())


def test_a_refusal_arrives_as_the_error_that_it_was(anna: ProfilePaths) -> None:
    with pytest.raises(NotFound, match="Nobody is called “Zoë”"):
        asking(anna, {"ask": "who", "name": "Zoë"})
    with pytest.raises(InvalidInput, match="1 to 365"):
        asking(anna, {"do": "CreateInvite", "with": {"days": 1000}})


@pytest.mark.expects_log("could not be answered")
def test_a_bug_in_an_answer_is_told_and_logged(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(control_server, "answered", broken)
    with pytest.raises(PresenceMapError, match="Our own fault"):
        asking(anna, WHO)


def test_a_second_start_learns_whether_there_is_a_window(anna: ProfilePaths) -> None:
    assert asking(anna, {"ask": "raise"}, window=True) is True
    assert asking(anna, {"ask": "raise"}, window=False) is False


def test_a_node_without_a_window_leaves_when_asked(anna: ProfilePaths) -> None:
    left: list[str] = []
    assert asking(anna, {"ask": "leave"}, leave=lambda: left.append("left")) is None
    assert left == ["left"]


def test_a_watcher_gets_each_event_until_the_node_ends(anna: ProfilePaths) -> None:
    async def life() -> list[str]:
        seen: list[str] = []
        async with serving(anna) as server:
            following = asyncio.create_task(
                asyncio.to_thread(lambda: seen.extend(e["person"] for e in watch(anna.control)))
            )
            while not server._watchers:  # noqa: ASYNC110 - nothing tells it
                await asyncio.sleep(0.005)
            server.pass_on(noted("first"))
            server.pass_on(WindowRequested())
            server.pass_on(noted("last"))
            [writer] = server._watchers
            await writer.drain()
        await following
        return seen

    assert asyncio.run(life()) == ["first", "last"]


def test_a_watcher_that_does_not_read_is_dropped_and_another_is_served(
    anna: ProfilePaths,
) -> None:
    async def life() -> None:
        async with serving(anna) as server, connected(anna, 1) as (deaf, asks):
            asks.write(b'{"ask": "watch"}\n')
            assert await deaf.readexactly(16) == b'{"answer":null}\n'
            async with connected(anna, 1 << 26) as (good, also):
                also.write(b'{"ask": "watch"}\n')
                assert await good.readexactly(16) == b'{"answer":null}\n'
                assert len(server._watchers) == 2
                for count in range(LINES):
                    server.pass_on(noted(f"{count:064}"))
                    if count % 50 == 0:
                        await asyncio.sleep(0)
                assert len(server._watchers) == 1, "nothing more is kept for the deaf one"
                lines = [json.loads(await good.readline()) for _ in range(LINES)]
            assert [int(line["person"]) for line in lines] == list(range(LINES))
            with contextlib.suppress(ConnectionError):
                while await deaf.read(1 << 20):  # what was under way, then the end
                    pass

    asyncio.run(life())


def test_the_doctor_answers_while_others_are_served(anna: ProfilePaths) -> None:
    async def both() -> Any:
        async with serving(anna):
            slow = asyncio.to_thread(ask, anna.control, {"ask": "doctor"}, 30)
            quick = asyncio.to_thread(ask, anna.control, WHO)
            return await asyncio.gather(slow, quick)

    report, people = asyncio.run(both())
    assert report["running"] is False
    assert len(people) == 1
    with pytest.raises(NotFound):
        asking(anna, {"ask": "doctor", "name": "Zed"})

import asyncio
import os
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from presencemap.app.commands import SetPlan, SetProfile, SetStatus
from presencemap.app.control import ask, asked, watch
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Availability
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.domain.errors import NodeBusy, NodeNotRunning
from presencemap.domain.person import Profile
from presencemap.domain.status import Activity, Kind

WHO = {"ask": "who"}


def test_a_command_says_what_it_changes_and_nothing_else() -> None:
    on = Activity(Kind.WORKING_ON, "Peppol")
    assert asked(SetStatus(Availability.BUSY, on, until=None)) == {
        "do": "SetStatus",
        "with": {
            "availability": "busy",
            "activity": {"kind": "working_on", "text": "Peppol"},
            "until": None,
        },
    }
    assert asked(SetStatus()) == {"do": "SetStatus", "with": {}}
    days = date(2026, 12, 3), date(2026, 12, 4)
    assert asked(SetPlan(*days, out=True))["with"] == {
        "first": "2026-12-03",
        "last": "2026-12-04",
        "out": True,
    }


def test_what_is_inside_a_profile_goes_along() -> None:
    mail = ContactWay(ContactKind.MAIL, "a@b.example")
    profile = asked(SetProfile(Profile("Anna", ("vat",), (mail,))))["with"]["profile"]
    assert profile == {
        "name": "Anna",
        "talents": ("vat",),
        "contacts": ({"kind": "mail", "address": "a@b.example"},),
    }


def test_asking_needs_neither_the_protocol_nor_asyncio() -> None:
    looked = "import presencemap.cli.actions, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", looked], capture_output=True, text=True, check=True
    )
    heavy = {"pydantic", "nacl", "zmq", "asyncio", "sqlite3", "platformdirs"}
    assert not heavy & set(done.stdout.split())


def test_without_a_node_it_says_how_to_start_one(anna: ProfilePaths) -> None:
    with pytest.raises(NodeNotRunning, match="presencemap node"):
        ask(anna.control, WHO)
    with pytest.raises(NodeNotRunning, match="presencemap node"):
        next(watch(anna.control))


@pytest.mark.parametrize("last_words", [b"", b'{"answer":'], ids=["nothing", "half an answer"])
def test_a_node_that_ends_before_its_answer_is_said_to_have(
    anna: ProfilePaths, last_words: bytes
) -> None:
    async def life() -> None:
        async def end(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readline()
            writer.write(last_words)
            writer.close()

        async with await asyncio.start_unix_server(end, str(anna.control)):
            for question in (lambda: ask(anna.control, WHO), lambda: next(watch(anna.control))):
                with pytest.raises(NodeNotRunning, match="stopped before it answered"):
                    await asyncio.to_thread(question)

    asyncio.run(life())


def test_a_node_that_never_answers_is_said_to_be_busy(anna: ProfilePaths) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(anna.control))
        silent.listen()
        with pytest.raises(NodeBusy, match="may still be done"):
            ask(anna.control, WHO, within=0.05)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make another user's folder")
def test_a_socket_in_somebody_elses_folder_is_asked_nothing(tmp_path: Path) -> None:
    strange = tmp_path / "strange"
    strange.mkdir()
    with socket.socket(socket.AF_UNIX) as trap:
        trap.bind(str(strange / "control.sock"))
        trap.listen()
        os.chown(strange, 12345, 12345)
        with pytest.raises(NodeNotRunning):
            ask(strange / "control.sock", WHO)
        trap.setblocking(False)
        with pytest.raises(BlockingIOError):
            trap.accept()

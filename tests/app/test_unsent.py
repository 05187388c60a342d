"""What waits to be undone outlives a crash, and leaves once."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from presencemap.app.commands import (
    DropUnsent,
    Introduce,
    KeepUnsent,
    LeaveTeam,
    SendUnsent,
    SetSharing,
    ShowNotes,
    ShowUnsent,
    WriteNote,
)
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import SayPost, ShowThread
from presencemap.app.unsent import Unsent, obeyed, tidy
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import EnvironmentFault, NotFound, Refused
from presencemap.domain.post import PostKind
from tests.protocol.lan import Lan

URL = "https://vat.example/formats"


@pytest.fixture
def desk(anna: ProfilePaths, colleague: str) -> Iterator[StoreDesk]:
    with StoreDesk(anna) as opened:
        yield opened


def waiting(desk: StoreDesk) -> list[Unsent]:
    found = desk.obey(ShowUnsent())
    assert isinstance(found, list)
    return found


def names(desk: StoreDesk) -> list[str]:
    return [each.name for each in waiting(desk)]


def texts(desk: StoreDesk) -> list[str]:
    found = desk.obey(ShowNotes())
    assert isinstance(found, list)
    return [note["text"] for note in found]


def test_a_note_waits_with_its_draft_and_leaves_once(desk: StoreDesk, colleague: str) -> None:
    wanted = WriteNote(colleague, " Look:\nthis ")
    desk.obey(KeepUnsent("one", wanted, "{}"))
    [unsent] = waiting(desk)
    assert (unsent.name, unsent.note, unsent.draft) == ("one", wanted, "{}")
    assert texts(desk) == []
    for _ in range(2):
        desk.obey(SendUnsent("one"))
    assert texts(desk) == ["Look: this"]
    assert names(desk) == [], "it has left"
    desk.obey(DropUnsent("one"))
    desk.obey(SendUnsent("one"))
    assert texts(desk) == ["Look: this"]


def test_the_same_words_said_again_leave_again(tmp_path: Path) -> None:
    lan = Lan()
    anna, bram = lan.team_of("Bram")
    for name in ("one", "two"):
        lan.pass_time(1_000)
        for command in (KeepUnsent(name, WriteNote(bram.id, "Ping")), SendUnsent(name)):
            anna.do(obeyed(anna.endpoint, tmp_path / "unsent", command, lan.now)[1])
    assert [note.text for note in anna.endpoint.mailbox.notes()] == ["Ping", "Ping"]


def test_an_introduction_leaves_to_both_and_once(tmp_path: Path) -> None:
    lan = Lan()
    anna, bram, cleo = lan.team_of("Bram", "Cleo")
    path, wanted = tmp_path / "unsent", Introduce(bram.id, cleo.id, "#vat", "You two should talk.")
    for command in (KeepUnsent("one", wanted), SendUnsent("one"), SendUnsent("one")):
        anna.do(obeyed(anna.endpoint, path, command, lan.now)[1])
    notes = anna.endpoint.mailbox.notes()
    assert {note.person for note in notes} == {bram.id, cleo.id}
    assert len(notes) == 2
    tidy(anna.endpoint, path)
    assert not path.exists()


def test_an_answer_waits_and_is_known_by_what_it_links_to(desk: StoreDesk) -> None:
    question = str(desk.obey(SayPost(PostKind.QUESTION, "Which format?")))
    for name, url in (("one", URL), ("two", "https://else.example")):
        wanted = SayPost(PostKind.REPLY, "", (url,), question, ("Formats",))
        desk.obey(KeepUnsent(name, wanted))
    desk.obey(SendUnsent("one"))
    assert names(desk) == ["two"]
    thread = desk.obey(ShowThread(question))
    assert isinstance(thread, list)
    assert [link["url"] for post in thread for link in post["links"]] == [URL]


def test_what_cant_be_sent_is_still_kept(desk: StoreDesk, colleague: str) -> None:
    wanted = Introduce(colleague, "ab" * 32, "#vat", "You two should talk.")
    desk.obey(KeepUnsent("one", wanted))
    with pytest.raises(NotFound, match="Nobody in the team"):
        desk.obey(SendUnsent("one"))
    assert [each.introduction for each in waiting(desk)] == [wanted]


def test_what_was_taken_back_is_in_no_file(
    desk: StoreDesk, anna: ProfilePaths, colleague: str
) -> None:
    desk.obey(KeepUnsent("one", WriteNote(colleague, "Regretted")))
    assert anna.unsent.stat().st_mode & 0o077 == 0
    assert _holding(anna, b"Regretted") == [anna.unsent]
    desk.obey(DropUnsent("one"))
    assert _holding(anna, b"Regretted") == []
    assert not anna.unsent.exists()


def test_while_paused_it_waits(desk: StoreDesk, colleague: str) -> None:
    desk.obey(KeepUnsent("one", WriteNote(colleague, "Later")))
    desk.obey(SetSharing(Sharing.PAUSED))
    with pytest.raises(Refused, match="paused"):
        desk.obey(SendUnsent("one"))
    assert names(desk) == ["one"]


def test_with_the_team_it_goes(anna: ProfilePaths, colleague: str) -> None:
    with StoreDesk(anna) as desk:
        desk.obey(KeepUnsent("one", WriteNote(colleague, "Later")))
        desk.obey(LeaveTeam(unheard=True))
    assert not anna.unsent.exists()


@pytest.mark.expects_log("is damaged")
def test_a_damaged_file_is_in_nobodys_way(
    desk: StoreDesk, anna: ProfilePaths, colleague: str
) -> None:
    anna.unsent.write_text("{")
    desk.obey(KeepUnsent("one", WriteNote(colleague, "Hello")))
    assert names(desk) == ["one"]


def test_a_file_that_cant_be_removed_is_told(
    desk: StoreDesk, anna: ProfilePaths, colleague: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.obey(KeepUnsent("one", WriteNote(colleague, "Hello")))

    def refuse(_path: Path, *, missing_ok: bool) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(EnvironmentFault, match="can't be removed"):
        desk.obey(DropUnsent("one"))


NODE = """
import sys
from pathlib import Path
from presencemap.app.commands import KeepUnsent, SendUnsent, WriteNote
from presencemap.app.node import Node
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.protocol.address import Address

options = Options(
    listen=Address.parse("127.0.0.1:0"), peers=(), interfaces=("127.0.0.1",), mdns=False
)
node = Node(ProfilePaths.at(Path(sys.argv[1])), options, lambda _: None)
node.start().result(15)
node.post(KeepUnsent("one", WriteNote(sys.argv[2], "Said before it crashed"), "{}")).result(15)
if sys.argv[3] == "left":
    node.post(SendUnsent("one")).result(15)
print("done", flush=True)
sys.stdin.read()
"""


@pytest.mark.processes
@pytest.mark.parametrize("how", ["waits", "left"])
def test_a_crash_loses_nothing_and_nothing_leaves_twice(
    anna: ProfilePaths, colleague: str, how: str
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", NODE, str(anna.data), colleague, how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as node:
        assert node.stdout is not None
        assert node.stdout.readline() == "done\n"
        node.kill()
    assert node.returncode != 0
    with StoreDesk(anna) as desk:
        assert names(desk) == (["one"] if how == "waits" else [])
        assert anna.unsent.exists() is (how == "waits"), "what has left is kept no more"
        desk.obey(SendUnsent("one"))
        assert texts(desk) == ["Said before it crashed"]


def _holding(paths: ProfilePaths, words: bytes) -> list[Path]:
    return [p for p in paths.data.rglob("*") if p.is_file() and words in p.read_bytes()]

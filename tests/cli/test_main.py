import contextlib
import gc
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from presencemap import __main__
from presencemap.app.paths import ProfilePaths
from presencemap.cli import actions, main
from presencemap.cli.main import DONE, FAILED, NOT_RUNNING, REFUSED, exit_code, run
from presencemap.domain import errors
from presencemap.domain.errors import PresenceMapError
from tests.nodes import program

CODES = {
    "PresenceMapError": FAILED,
    "PeerError": FAILED,
    "Ourselves": FAILED,
    "EnvironmentFault": FAILED,
    "SharingNotKept": FAILED,
    "ProfileNotWritable": FAILED,
    "OpenedToRead": FAILED,
    "PortTaken": FAILED,
    "ProfileUnreadable": FAILED,
    "DatabaseDamaged": FAILED,
    "RecordsSetAside": FAILED,
    "DiskFull": FAILED,
    "NodeBusy": FAILED,
    "DiskReadOnly": FAILED,
    "UserError": FAILED,
    "NotFound": FAILED,
    "TownUnknown": FAILED,
    "InvalidInput": FAILED,
    "MapTemplateUnusable": FAILED,
    "PictureUnreadable": FAILED,
    "PictureTooLarge": FAILED,
    "NodeNotRunning": NOT_RUNNING,
    "Refused": REFUSED,
    "TextTooLong": REFUSED,
    "InviteUnreadable": REFUSED,
    "InviteExpired": REFUSED,
    "AlreadyInTeam": REFUSED,
    "NoTeam": REFUSED,
    "RemovedFromTeam": REFUSED,
    "ProfileInUse": REFUSED,
    "Ambiguous": REFUSED,
}
KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, PresenceMapError)
]


def made(kind: type[PresenceMapError]) -> PresenceMapError:
    return errors.TextTooLong(141, 140) if kind is errors.TextTooLong else kind("A sentence.")


@pytest.mark.parametrize("kind", KINDS)
def test_each_error_ends_with_its_code_and_its_sentence_alone(
    kind: type[PresenceMapError],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: Any) -> None:
        raise made(kind)

    monkeypatch.setitem(actions.ACTIONS, "who", fail)
    assert run(["who"]) == exit_code(made(kind)) == CODES[kind.__name__]
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"{made(kind)}\n")


def test_what_a_command_prints_is_all_there_is(
    anna: ProfilePaths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--profile", str(anna.data), "who"]) == DONE
    told = capsys.readouterr()
    assert told.out.startswith("Anna Peeters (you): ")
    assert told.err == ""


def test_the_profile_is_the_flags_else_the_environments_else_the_platforms(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["who"]) == REFUSED, "the environment's has no team"
    monkeypatch.setenv("PRESENCEMAP_PROFILE", str(anna.data))
    assert run(["who"]) == DONE
    assert run(["who", "--profile", str(anna.data.parent / "none")]) == REFUSED
    monkeypatch.delenv("PRESENCEMAP_PROFILE")
    assert run(["who"]) == REFUSED
    assert "no team yet" in capsys.readouterr().err
    seen: list[ProfilePaths] = []
    monkeypatch.setitem(actions.ACTIONS, "who", lambda _, paths: seen.append(paths))
    run(["who"])
    assert Path.home() in seen[0].data.parents


def test_wrong_usage_leaves_with_2() -> None:
    with pytest.raises(SystemExit) as ended, contextlib.redirect_stderr(None):
        run(["dance"])
    assert ended.value.code == 2


@pytest.mark.parametrize(("command", "code"), [("watch", DONE), ("who", 130)])
def test_an_interrupt_is_the_usual_end_of_watch_alone(
    command: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(actions.ACTIONS, command, interrupted)
    assert run([command]) == code


def test_each_command_goes_to_its_action(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    monkeypatch.setattr("presencemap.app.headless.run_node", lambda _, o: ran.append(o) or 0)
    monkeypatch.setattr("presencemap.ui.application.run_app", lambda _: ran.append("app") or 0)
    monkeypatch.setattr("presencemap.cli.demo.run_demo", lambda _: ran.append("demo") or 0)
    assert [run(words) for words in ([], ["demo"])] == [0, 0]
    assert ran == ["app", "demo"]
    line = "node --listen 127.0.0.1:5 --peer a.example --peer b.example:6 --interface lo --no-mdns"
    assert run(line.split()) == 0
    options: Any = ran[-1]
    assert str(options.listen) == "127.0.0.1:5"
    assert [str(peer) for peer in options.peers] == ["a.example:47800", "b.example:6"]
    assert (options.interfaces, options.mdns, options.window) == (["lo"], False, False)
    assert run(["node"]) == 0
    options = ran[-1]
    assert (options.listen, options.peers, options.interfaces, options.mdns) == (
        None,
        (),
        None,
        True,
    )


def test_an_address_that_is_none_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    for flag, said in (("--listen", "no:port"), ("--peer", "a.example:0")):
        assert run(["node", flag, said]) == FAILED
        assert said in capsys.readouterr().err


def test_the_program_ends_without_a_last_search_for_garbage(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of a second to quit a window within, that took half by itself."""
    monkeypatch.setattr(__main__, "run", lambda _: 7)
    assert gc.get_freeze_count() == 0
    try:
        assert __main__.main() == 7
        assert gc.get_freeze_count() > 1000
    finally:
        gc.unfreeze()


def test_nobody_waits_for_qt_but_who_wants_a_window() -> None:
    source = Path(main.__file__).read_text("utf-8")
    top = [line for line in source.splitlines() if line.startswith(("import ", "from "))]
    assert not [line for line in top if "presencemap.ui" in line or "headless" in line]


@pytest.mark.processes
@pytest.mark.parametrize("words", [["who"], ["place", "list", "--json"]])
def test_a_reader_that_has_enough_is_no_error(anna: ProfilePaths, words: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [*program(anna.data), *words],
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (DONE, "")

"""Cues from what a person named, read beside the threads that must not wait."""

import os
import threading
from pathlib import Path

import pytest

from presencemap.app import cues
from presencemap.app.cues import CueReader, CueSources, Found
from presencemap.app.git_head import Head
from presencemap.domain.cue import Cue, CueKind, Trouble

NOW = 1_795_507_200_000
VAT = Cue(CueKind.BRANCH, "fix/vat", "fix vat")
SECONDS = 20


def repository(folder: Path, branch: str, touched: int) -> str:
    (folder / ".git").mkdir(parents=True)
    head = folder / ".git" / "HEAD"
    head.write_text(f"ref: refs/heads/{branch}\n")
    os.utime(head, (touched, touched))
    return str(folder)


def found(sources: CueSources) -> Found:
    return CueReader().read(sources, NOW).result(SECONDS)


def test_sources_are_kept_as_a_text() -> None:
    sources = CueSources(on=True, folders=("/work/a", "~/b"), calendar="/home/x/mine.ics")
    assert CueSources.read(sources.written()) == sources
    assert CueSources.read(CueSources().written()) == CueSources()


@pytest.mark.parametrize("text", ["", "nonsense", "[]", "3", '{"folders": 7}', '{"on": "yes"}'])
def test_what_can_not_be_read_is_off(text: str) -> None:
    assert CueSources.read(text) == CueSources()


def test_the_branch_that_was_worked_on_last(tmp_path: Path) -> None:
    old = repository(tmp_path / "old", "fix/old", 1000)
    vat = repository(tmp_path / "vat", "fix/vat", 2000)
    main = repository(tmp_path / "main", "main", 3000)
    assert found(CueSources(True, (old, vat, main))) == Found((VAT,))
    assert found(CueSources(True, (main,))) == Found()
    assert found(CueSources(True)) == Found()


def test_what_is_wrong_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    gone, calendar = str(tmp_path / "gone"), str(tmp_path / "gone.ics")
    said = found(CueSources(True, (gone, repository(tmp_path / "vat", "fix/vat", 1)), calendar))
    assert said.cues == (VAT,)
    assert [(each.path, each.trouble) for each in said.troubles] == [
        (calendar, Trouble.NO_FILE),
        (gone, Trouble.NO_FOLDER),
    ]


def test_the_calendar_comes_first(tmp_path: Path) -> None:
    calendar = tmp_path / "mine.ics"
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1",
        "DTSTAMP:20260101T000000Z", "DTSTART:20261124T000000Z", "DTEND:20261125T000000Z",
        "SUMMARY:Acme kick-off", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    calendar.write_text("\r\n".join(lines))
    sources = CueSources(True, (repository(tmp_path / "vat", "fix/vat", 1),), str(calendar))
    entry, branch = found(sources).cues
    assert (entry.kind, entry.text) == (CueKind.ENTRY, "Acme kick-off")
    assert branch == VAT


def test_while_it_is_read_the_same_answer_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, threads = threading.Event(), set()

    def slowly(folder: str) -> Head:
        threads.add(threading.current_thread())
        if folder == "/slow":
            assert go_on.wait(SECONDS)
        return Head(f"ref: refs/heads{folder}", 1)

    monkeypatch.setattr(cues, "head_of", slowly)
    reader, slow = CueReader(), CueSources(True, ("/slow",))
    first = reader.read(slow, NOW)
    assert reader.read(slow, NOW + 1) is first
    assert not first.done()
    fast = reader.read(CueSources(True, ("/fast",)), NOW).result(SECONDS)
    assert [cue.text for cue in fast.cues] == ["fast"], "what hangs holds up nobody else"
    go_on.set()
    assert [cue.text for cue in first.result(SECONDS).cues] == ["slow"]
    assert reader.read(slow, NOW) is not first
    assert threading.current_thread() not in threads
    for thread in threads:
        thread.join(SECONDS)


def test_a_bug_reaches_who_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_folder: str) -> Head:
        raise ZeroDivisionError

    monkeypatch.setattr(cues, "head_of", broken)
    with pytest.raises(ZeroDivisionError):
        found(CueSources(True, ("/x",)))

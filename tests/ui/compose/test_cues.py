"""Drafts for one profile: off until turned on, read beside the window."""

from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.app.cues import CueSources, Found
from presencemap.domain.cue import Cue, CueKind
from presencemap.ui.compose.cues import Cues
from presencemap.ui.preferences import Preferences


def repository(folder: Path) -> str:
    (folder / ".git").mkdir(parents=True)
    (folder / ".git" / "HEAD").write_text("ref: refs/heads/fix/vat\n")
    return str(folder)


def test_nothing_is_read_until_it_is_turned_on(stage: Any, tmp_path: Path) -> None:
    cues, found = Cues(stage.team, stage.preferences), []
    assert cues.sources == CueSources()
    cues.sources = CueSources(on=False, folders=(repository(tmp_path / "tree"),))
    cues.read(found.append)
    assert found == [Found()]
    assert cues._reader._reading is None


def test_it_is_read_on_another_thread_and_told_on_this_one(
    stage: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    cues, found = Cues(stage.team, stage.preferences), []
    cues.sources = CueSources(on=True, folders=(repository(tmp_path / "tree"),))
    cues.read(found.append)
    assert found == [], "nobody waits"
    qtbot.waitUntil(lambda: bool(found))
    assert found == [Found((Cue(CueKind.BRANCH, "fix/vat", "fix vat"),))]


def test_what_was_named_is_kept(stage: Any) -> None:
    sources = CueSources(on=True, folders=("/a, b", "~/c"), calendar="/x/ü.ics")
    Cues(stage.team, stage.preferences).sources = sources
    stage.preferences.save()
    again = Preferences(stage.preferences.path)
    assert Cues(stage.team, again).sources == sources

"""What the window remembers."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from presencemap.ui.preferences import Key, Preferences
from presencemap.ui.theme import Mode


def test_a_new_file_holds_the_defaults(tmp_path: Path) -> None:
    kept = Preferences(tmp_path / "settings.json")
    assert kept.mode is Mode.SYSTEM
    assert kept.language == ""
    assert kept.map_view is None
    assert not kept.told_about_tray
    assert (kept.topics, kept.forgets_topics) == ("", False)
    assert kept.cues == ""
    assert kept.map_server_agreed("tiles.example") is None
    assert kept.map_server_agreed("") is None
    assert kept.blob(Key.GEOMETRY).isEmpty()


def test_everything_comes_back_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    kept = Preferences(path)
    kept.mode, kept.language, kept.told_about_tray = Mode.DARK, "nl", True
    kept.text_size, kept.compact = 1.3, True
    kept.map_view = (51.05, 3.72, 9.5)
    kept.agree_to_map_server("tiles.example:8443", agreed=True)
    kept.set_blob(Key.SPLITTER, QByteArray(b"\x00\x01"))
    kept.topics, kept.forgets_topics = "{}", True
    kept.cues = '{"on": true, "calendar": "/a, b;c"}'
    kept.save()
    again = Preferences(path)
    assert again.mode is Mode.DARK
    assert again.language == "nl"
    assert again.text_size == 1.3
    assert again.compact
    assert (again.topics, again.forgets_topics) == ("{}", True)
    assert again.cues == '{"on": true, "calendar": "/a, b;c"}'
    assert again.told_about_tray
    assert again.map_server_agreed("tiles.example:8443") is True
    assert again.map_server_agreed("tiles.example") is None
    assert again.map_view == (51.05, 3.72, 9.5)
    assert again.blob(Key.SPLITTER) == QByteArray(b"\x00\x01")


@pytest.mark.parametrize("nonsense", ["nan of it", "1 2", ""])
def test_nonsense_in_the_file_counts_as_nothing(tmp_path: Path, nonsense: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(dict.fromkeys(Key, nonsense)))
    kept = Preferences(path)
    assert kept.map_view is None
    assert kept.mode is Mode.SYSTEM
    assert kept.text_size == 1.0
    assert kept.map_server_agreed("it") is None

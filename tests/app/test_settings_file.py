"""Settings come back at the next start; no file and no disk stops anybody."""

from pathlib import Path
from threading import Event

import pytest

from presencemap.app import settings_file
from presencemap.app.settings_file import SettingsFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "settings.json"


def test_what_is_put_comes_back(path: Path) -> None:
    kept = SettingsFile(path)
    assert kept.get("theme") == ""
    kept.put("theme", "dark")
    kept.put("text", "a\nb, “c” = [d]")
    assert kept.get("theme") == "dark", "also before it is written"
    kept.save()
    again = SettingsFile(path)
    assert (again.get("theme"), again.get("text")) == ("dark", "a\nb, “c” = [d]")
    assert path.stat().st_mode & 0o077 == 0


def test_what_is_taken_back_is_gone_from_the_file(path: Path) -> None:
    kept = SettingsFile(path)
    kept.put("asked", "acme")
    kept.save()
    kept.put("asked", "")
    kept.save()
    assert "acme" not in path.read_text()


def test_nobody_waits_for_the_disk_and_many_changes_are_one_write(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, written = Event(), list[bytes]()

    def write(_path: Path, data: bytes) -> None:
        slow.wait(10)
        written.append(data)

    monkeypatch.setattr(settings_file, "write_file", write)
    kept = SettingsFile(path)
    for number in range(20):
        kept.put("view", str(number))
    assert written == []
    slow.set()
    kept.save()
    assert 1 <= len(written) <= 2
    assert b'"19"' in written[-1]


def test_the_same_again_is_not_written(path: Path) -> None:
    kept = SettingsFile(path)
    kept.put("theme", "dark")
    kept.save()
    path.unlink()
    kept.put("theme", "dark")
    kept.save()
    assert not path.exists()


@pytest.mark.parametrize(
    "content",
    ["", "nonsense", "[1]", '{"theme": 3}', '{"theme": {"a": "b"}}', "[" * 100_000, "\udcff"],
)
def test_nonsense_counts_as_nothing(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_bytes(content.encode(errors="surrogateescape"))
    assert SettingsFile(path).get("theme") == ""


def test_a_file_too_large_or_no_file_counts_as_nothing(path: Path) -> None:
    path.mkdir(parents=True)
    kept = SettingsFile(path)
    assert kept.get("theme") == ""
    kept.put("theme", "dark")
    kept.save()
    assert kept.get("theme") == "dark", "it can't be written; it holds until the end"
    large = path / "large"
    large.write_text('{"theme": "' + "x" * (1 << 20) + '"}')
    assert SettingsFile(large).get("theme") == ""

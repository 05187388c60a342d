from pathlib import Path

import pytest

from presencemap.app.paths import PROFILE_VARIABLE, ProfilePaths


def test_everything_lies_under_the_directory_that_was_named(tmp_path: Path) -> None:
    paths = ProfilePaths.at(tmp_path / "p")
    for path in (paths.keys, paths.database, paths.lock, paths.settings, paths.cache):
        assert path.is_relative_to(tmp_path / "p")
    assert not (tmp_path / "p").exists(), "looking at paths makes nothing"


def test_the_variable_names_a_profile_and_an_argument_beats_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PROFILE_VARIABLE, str(tmp_path / "by-variable"))
    assert ProfilePaths.at(None).data == tmp_path / "by-variable"
    assert ProfilePaths.at(tmp_path / "given").data == tmp_path / "given"


def test_without_either_the_platforms_directories_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PROFILE_VARIABLE)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    paths = ProfilePaths.at(None)
    assert paths.cache == tmp_path / "cache" / "presencemap"
    assert paths.database == tmp_path / "data" / "presencemap" / "records.db"
    assert paths.settings == tmp_path / "config" / "presencemap" / "settings.json"


def test_a_path_too_long_for_a_socket_gets_one_elsewhere_and_always_the_same(
    tmp_path: Path,
) -> None:
    short, long = ProfilePaths.at(Path("/p/short")), ProfilePaths.at(tmp_path / ("x" * 120))
    other = ProfilePaths.at(tmp_path / ("y" * 120))
    assert short.control == Path("/p/short/control.sock")
    assert len(str(long.control)) < 100
    assert long.control == ProfilePaths.at(tmp_path / ("x" * 120)).control
    assert long.control != other.control

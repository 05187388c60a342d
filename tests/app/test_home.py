"""Whether home has a town, as it is kept."""

from pathlib import Path

import pytest

from presencemap.app.home import home_in, load_home, save_home
from presencemap.domain.errors import EnvironmentFault, NotFound
from presencemap.domain.place import HOME, Place

GENT = Place.home_in(Place.in_town("Gent", 51.0543, 3.7174))


def test_without_a_word_home_has_no_town(tmp_path: Path) -> None:
    assert load_home(tmp_path / "home") == HOME


def test_a_town_is_kept_and_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "profile" / "home"
    save_home(path, GENT)
    assert load_home(path) == GENT
    save_home(path, HOME)
    assert not path.exists()
    save_home(path, HOME)
    assert load_home(path) == HOME


def test_what_cant_be_taken_back_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "home"
    save_home(path, GENT)

    def refuse(_path: Path, **_said: bool) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(EnvironmentFault, match="Read-only"):
        save_home(path, HOME)


@pytest.mark.parametrize(
    "data", [b"", b"road", b"town:51.05,3.72:Gent", b"home:91.00,3.72:Gent", b"\xff\xfe", b"home"]
)
def test_what_cant_be_read_says_no_town(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "home"
    path.write_bytes(data)
    assert load_home(path) == HOME


def test_a_town_is_found_by_any_of_its_names() -> None:
    assert home_in("Ghent") == GENT
    assert home_in("  ") == HOME
    with pytest.raises(NotFound, match="Nowhereville"):
        home_in("Nowhereville")

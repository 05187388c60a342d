"""The choice is kept; what isn't readable is taken as the careful one."""

from enum import StrEnum
from pathlib import Path

import pytest

from presencemap.app.chosen import load_chosen, save_chosen
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import EnvironmentFault
from presencemap.domain.precision import Precision

CAREFUL: dict[StrEnum, StrEnum] = {Sharing.ON: Sharing.PAUSED, Precision.ROOM: Precision.HIDDEN}


@pytest.mark.parametrize("unsaid", [Sharing.ON, Precision.ROOM])
def test_what_was_chosen_is_kept(tmp_path: Path, unsaid: StrEnum) -> None:
    path = tmp_path / "profile" / "chosen"
    assert load_chosen(path, unsaid=unsaid, unread=CAREFUL[unsaid]) is unsaid
    for choice in type(unsaid):
        save_chosen(path, choice, unsaid=unsaid)
        assert load_chosen(path, unsaid=unsaid, unread=CAREFUL[unsaid]) is choice


@pytest.mark.parametrize("damage", [b"", b"loud", b"\xff"])
def test_what_was_chosen_and_cant_be_read_is_the_careful_one(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "chosen"
    path.write_bytes(damage)
    found = load_chosen(path, unsaid=Precision.ROOM, unread=Precision.HIDDEN)
    assert found is Precision.HIDDEN


@pytest.mark.parametrize("unsaid", [Sharing.ON, Precision.ROOM])
def test_to_share_less_outlives_a_disk_that_takes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unsaid: StrEnum
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise EnvironmentFault("no space")

    path, careful = tmp_path / "chosen", CAREFUL[unsaid]
    save_chosen(path, unsaid, unsaid=unsaid)
    monkeypatch.setattr("presencemap.app.chosen.write_file", full)
    with pytest.raises(EnvironmentFault):
        save_chosen(path, unsaid, unsaid=unsaid)
    assert load_chosen(path, unsaid=unsaid, unread=careful) is unsaid
    for less in set(type(unsaid)) - {unsaid}:
        with pytest.raises(EnvironmentFault):
            save_chosen(path, less, unsaid=unsaid)
        assert load_chosen(path, unsaid=unsaid, unread=careful) is careful

"""The choice is kept; what isn't readable shares nothing."""

from pathlib import Path

import pytest

from presencemap.app.sharing import load_sharing, save_sharing
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import EnvironmentFault


@pytest.mark.parametrize("sharing", Sharing)
def test_what_was_chosen_is_kept(tmp_path: Path, sharing: Sharing) -> None:
    path = tmp_path / "profile" / "sharing"
    assert load_sharing(path) is Sharing.ON
    save_sharing(path, sharing)
    assert load_sharing(path) is sharing


@pytest.mark.parametrize("damage", [b"", b"loud", b"\xff"])
def test_what_was_chosen_and_cant_be_read_shares_nothing(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "sharing"
    path.write_bytes(damage)
    assert load_sharing(path) is Sharing.PAUSED


@pytest.mark.parametrize("sharing", [Sharing.PAUSED, Sharing.OFF_NETWORK])
def test_not_to_share_outlives_a_disk_that_takes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sharing: Sharing
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise EnvironmentFault("no space")

    path = tmp_path / "sharing"
    save_sharing(path, Sharing.ON)
    monkeypatch.setattr("presencemap.app.sharing.write_file", full)
    with pytest.raises(EnvironmentFault):
        save_sharing(path, Sharing.ON)
    assert load_sharing(path) is Sharing.ON
    with pytest.raises(EnvironmentFault):
        save_sharing(path, sharing)
    assert load_sharing(path) is Sharing.PAUSED

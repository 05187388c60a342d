"""The choice is kept; what isn't readable shares nothing."""

from pathlib import Path

import pytest

from presencemap.app.sharing import load_sharing, save_sharing
from presencemap.domain.availability import Sharing


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

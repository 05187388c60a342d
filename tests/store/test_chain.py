"""The chain beside the keys."""

from pathlib import Path

import pytest

from presencemap.domain.errors import ProfileUnreadable
from presencemap.protocol.charter import founded
from presencemap.protocol.signing import Signer
from presencemap.store.chain import CHAIN, load_chain, save_chain

NOW = 1_790_000_000_000


def test_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    chain = founded(Signer.fresh(), Signer.fresh(), Signer.fresh(), "Team", NOW)
    save_chain(tmp_path / "keys", chain)
    assert [s.data for s in load_chain(tmp_path / "keys")] == [s.data for s in chain]
    assert (tmp_path / "keys" / CHAIN).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"", b"{", b'{"v":1,"statements":["eHh4"]}', b"\xff" * 99])
def test_a_missing_or_damaged_one_proves_nothing(tmp_path: Path, content: bytes) -> None:
    assert load_chain(tmp_path) == []
    (tmp_path / CHAIN).write_bytes(content)
    assert load_chain(tmp_path) == []


def test_one_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / CHAIN).mkdir()
    with pytest.raises(ProfileUnreadable, match="can't be read"):
        load_chain(tmp_path)

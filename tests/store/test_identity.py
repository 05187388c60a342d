"""Keys on the disk."""

import json
import sys
import traceback
from pathlib import Path

import pytest

from presencemap.domain.errors import AlreadyInTeam, ProfileUnreadable, Refused
from presencemap.protocol.signing import Signer
from presencemap.store.identity import DEVICE, PERSON, ROOT, TEAM, Identity, TeamKeys


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    return tmp_path / "keys"


class TestIdentity:
    def test_is_none_before_the_first(self, keys: Path) -> None:
        assert Identity.load(keys) is None

    def test_comes_back_as_it_was_saved(self, keys: Path) -> None:
        saved = Identity.fresh()
        saved.save(keys)
        saved.save(keys)
        loaded = Identity.load(keys)
        assert loaded is not None
        assert (loaded.person.id, loaded.device.id) == (saved.person.id, saved.device.id)
        assert loaded.person.seed == saved.person.seed
        assert saved.person.id != saved.device.id != Identity.fresh().device.id

    def test_is_small_json(self, keys: Path) -> None:
        saved = Identity.fresh()
        saved.save(keys)
        content = json.loads((keys / PERSON).read_text())
        assert content == {"v": 1, "seed": saved.person.seed.hex()}

    @pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
    def test_only_the_owner_reads(self, keys: Path) -> None:
        Identity.fresh().save(keys)
        TeamKeys.founded().save(keys)
        modes = {entry.name: entry.stat().st_mode & 0o777 for entry in keys.iterdir()}
        assert modes == dict.fromkeys((PERSON, DEVICE, TEAM, ROOT), 0o600)
        assert keys.stat().st_mode & 0o777 == 0o700

    def test_may_get_a_new_device_but_never_another_person(self, keys: Path) -> None:
        first = Identity.fresh()
        first.save(keys)
        renewed = Identity(first.person, Signer.fresh())
        renewed.save(keys)
        with pytest.raises(Refused, match="another person's key"):
            Identity.fresh().save(keys)
        loaded = Identity.load(keys)
        assert loaded is not None
        assert (loaded.person.id, loaded.device.id) == (first.person.id, renewed.device.id)

    def test_that_was_cut_short_is_none_yet(self, keys: Path) -> None:
        Identity.fresh().save(keys)
        (keys / PERSON).unlink()
        assert Identity.load(keys) is None

    def test_without_its_device_is_told(self, keys: Path) -> None:
        Identity.fresh().save(keys)
        (keys / DEVICE).unlink()
        with pytest.raises(ProfileUnreadable, match=r"device\.key is missing"):
            Identity.load(keys)

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"\xff\xfe",
            b"[]",
            b'{"v":1}',
            b'{"v":1,"seed":"00"}',
            b'{"v":2,"seed":"' + b"0" * 64 + b'"}',
            b'{"v":1,"seed":"' + b"G" * 64 + b'"}',
            b'{"v":1,"seed":"' + b"0" * 64 + b'","more":1}',
            b"[" * 500,
            b" " * 5000,
        ],
    )
    def test_damaged_is_told_without_its_secret(self, keys: Path, content: bytes) -> None:
        Identity.fresh().save(keys)
        (keys / PERSON).write_bytes(content)
        with pytest.raises(ProfileUnreadable, match=r"person\.key is (damaged|far too)") as caught:
            Identity.load(keys)
        assert "0" * 64 not in "".join(traceback.format_exception(caught.value))
        assert (keys / PERSON).read_bytes() == content


class TestTeamKeys:
    def test_are_none_without_a_team(self, keys: Path) -> None:
        assert TeamKeys.load(keys) is None

    def test_of_a_founder_come_back_with_the_root(self, keys: Path) -> None:
        founded = TeamKeys.founded()
        founded.save(keys)
        loaded = TeamKeys.load(keys)
        assert loaded is not None
        assert loaded.root is not None
        assert loaded.root.id == loaded.team == founded.team
        assert loaded.discovery_secret == founded.discovery_secret
        assert len(loaded.discovery_secret) == 32

    def test_of_a_member_come_back_without(self, keys: Path) -> None:
        joined = TeamKeys(Signer.fresh().id, bytes(range(32)))
        joined.save(keys)
        assert TeamKeys.load(keys) == joined
        assert not (keys / ROOT).exists()

    def test_are_one_team_a_profile(self, keys: Path) -> None:
        founded = TeamKeys.founded()
        founded.save(keys)
        with pytest.raises(AlreadyInTeam, match="--profile"):
            TeamKeys.founded().save(keys)
        loaded = TeamKeys.load(keys)
        assert loaded is not None
        assert loaded.team == founded.team

    def test_with_another_team_s_root_are_told(self, keys: Path) -> None:
        TeamKeys.founded().save(keys)
        (keys / ROOT).write_text(json.dumps({"v": 1, "seed": "00" * 32}))
        with pytest.raises(ProfileUnreadable, match=r"root\.key belongs to another team"):
            TeamKeys.load(keys)

    def test_that_were_cut_short_stand_in_nobody_s_way(self, keys: Path) -> None:
        short = TeamKeys.founded()
        short.save(keys)
        (keys / TEAM).unlink()
        joined = TeamKeys(Signer.fresh().id, bytes(32))
        joined.save(keys)
        assert TeamKeys.load(keys) == joined
        assert short.root is not None
        aside = keys / f"root-{short.team[:8]}.key"
        assert json.loads(aside.read_text())["seed"] == short.root.seed.hex()

    def test_show_no_secret(self) -> None:
        founded = TeamKeys.founded()
        assert founded.root is not None
        shown = repr(founded)
        assert founded.discovery_secret.hex() not in shown
        assert repr(founded.discovery_secret) not in shown
        assert founded.root.seed.hex() not in shown

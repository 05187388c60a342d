"""The invite link: joining with nobody online, and every way a link can be wrong."""

import base64
import json
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presencemap.domain.errors import InvalidInput, InviteExpired, InviteUnreadable, PeerError
from presencemap.protocol.address import Address
from presencemap.protocol.charter import founded
from presencemap.protocol.invitation import (
    MAX_LINK,
    SCHEME,
    accepted,
    invite_link,
    new_invite,
    read_invitation,
)
from presencemap.protocol.membership import Membership, Standing
from presencemap.protocol.signing import Signer
from tests.protocol.lan import DAY, NOW, SECRET, Lan, signer

ROOT, ANNA, BRAM = signer("root"), signer("Anna"), signer("Bram")
TEAM = founded(ROOT, ANNA, signer("device"), "Lerend Collectief", NOW)
HINTS = (Address("10.0.0.7"), Address("::1", 9))


def made(**changed: Any) -> tuple[str, Signer]:
    membership = Membership(ROOT.id, TEAM)
    terms = {"expires": NOW + DAY, "uses": 5, "label": "", "now": NOW, **changed}
    key, statement = new_invite(membership, ANNA, **terms)
    membership.add([statement])
    return invite_link(membership, key, SECRET, HINTS, inviter="Anna Peeters"), key


LINK, KEY = made()


def packed(**changed: Any) -> str:
    """The link with other things in it."""
    text = LINK.removeprefix(SCHEME)
    plain = json.loads(zlib.decompress(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))))
    return sealed(json.dumps({**plain, **changed}).encode())


def sealed(plain: bytes) -> str:
    return SCHEME + base64.urlsafe_b64encode(zlib.compress(plain)).decode().rstrip("=")


def test_a_newcomer_joins_by_the_link_alone() -> None:
    invitation = read_invitation(LINK, NOW)
    assert (invitation.team, invitation.inviter) == ("Lerend Collectief", "Anna Peeters")
    assert (invitation.secret, invitation.hints) == (SECRET, HINTS)
    assert (invitation.invite.uses, invitation.key.id) == (5, KEY.id)
    joined = Membership(ROOT.id, accepted(invitation, BRAM, signer("Bram's device"), NOW))
    assert joined.standing(BRAM.id, NOW) is Standing.PROVISIONAL
    assert joined.inviter(BRAM.id) == ANNA.id
    assert signer("Bram's device").id in joined.devices(BRAM.id)
    theirs = Membership(ROOT.id, TEAM)
    theirs.add(joined.chain(BRAM.id))
    assert theirs.standing(BRAM.id, NOW) is Standing.PROVISIONAL


def test_a_link_by_an_admitted_member_outlives_that_members_own_invite() -> None:
    lan = Lan()
    _, bram = lan.team_of("Bram")
    lan.now += 30 * DAY
    cleo = lan.join("Cleo", inviter=bram)
    assert cleo.endpoint.membership.standing(cleo.id, lan.now) is Standing.PROVISIONAL


def test_a_link_fits_in_a_chat_message() -> None:
    assert len(LINK) < 1_200


@pytest.mark.parametrize("wrapped", ["<{}>", " {}\n", '"{}"', "'{}'"])
def test_what_mail_programs_put_around_a_link_is_no_harm(wrapped: str) -> None:
    half = len(LINK) // 2
    broken = LINK[:half] + "\r\n " + LINK[half:]
    assert read_invitation(wrapped.format(broken), NOW).key.id == KEY.id


def test_an_expired_one_says_so() -> None:
    assert read_invitation(LINK, NOW + DAY - 1)
    with pytest.raises(InviteExpired):
        read_invitation(LINK, NOW + DAY)


@given(length=st.integers(0, len(LINK) - 1))
def test_a_cut_link_is_told_from_a_whole_one(length: int) -> None:
    with pytest.raises(InviteUnreadable):
        read_invitation(LINK[:length], NOW)


@given(at=st.integers(0, len(LINK) - 1), letter=st.characters())
def test_a_mistyped_link_never_reads_as_another(at: int, letter: str) -> None:
    mistyped = LINK[:at] + letter + LINK[at + 1 :]
    try:
        invitation = read_invitation(mistyped, NOW)
    except InviteUnreadable:
        return
    assert (invitation.key.id, invitation.membership.team) == (KEY.id, ROOT.id)


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://team.example",
        SCHEME,
        SCHEME + "A" * MAX_LINK + "A",
        sealed(b""),
        sealed(b"{}"),
        sealed(b" " * 10_000_000),  # a bomb: 13 kB
        packed(v=2),
        packed(v=True),
        packed(seed="00"),
        packed(more=1),
        packed(chain=["x"]),
        packed(chain=["\ud800" * 200]),
        packed(chain=[], seed="00" * 32),
        packed(hints=["nowhere at all"]),
        packed(hints=["10.0.0.1"] * 9),
        packed(seed="11" * 32),
        packed(team=ANNA.id),
        packed(inviter=None),
        packed(inviter="A" * 61),
        packed(inviter="Anna\u202e Peeters"),
    ],
    ids=range(21),
)
def test_what_is_no_link_is_said_to_be_none(link: str) -> None:
    with pytest.raises(InviteUnreadable, match="Ask your colleague to send it again"):
        read_invitation(link, NOW)


def test_a_link_without_the_teams_name_is_none() -> None:
    text = LINK.removeprefix(SCHEME)
    plain = json.loads(zlib.decompress(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))))
    nameless = [item for item in plain["chain"] if '"genesis"' not in item]
    with pytest.raises(InviteUnreadable, match="proves no membership"):
        read_invitation(packed(chain=nameless), NOW)


def test_only_an_invite_of_the_log_makes_a_link() -> None:
    with pytest.raises(InvalidInput):
        invite_link(Membership(ROOT.id, TEAM), signer("nobody's"), SECRET, (), inviter="Anna")


def test_who_has_the_seed_cannot_certify_another_without_consent() -> None:
    invitation = read_invitation(LINK, NOW)
    own = accepted(invitation, BRAM, signer("Bram's device"), NOW)
    for statement in own:
        type(statement).read(statement.data)
    with pytest.raises(PeerError):
        type(own[0]).read(own[-2].data.replace(BRAM.id.encode(), ANNA.id.encode()))

"""Removing, withdrawing and appointing, as it is asked of an opened team."""

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import (
    AppointSteward,
    CreateInvite,
    RemoveMember,
    ShowInviter,
    ShowWords,
    VerifyMember,
    WithdrawInvite,
)
from presencemap.app.entry import join_team
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.requests import answered
from presencemap.domain.errors import Ambiguous, NotFound, Refused
from presencemap.domain.person import Profile
from presencemap.protocol.statement import Statement


def joined(anna: ProfilePaths, name: str, *through: ProfilePaths) -> tuple[ProfilePaths, str]:
    """A new member's profile and id; whoever they came through has their statements."""
    inviter = through[-1] if through else anna
    with StoreDesk(inviter) as desk:
        link = str(desk.obey(CreateInvite()))
    paths = ProfilePaths.at(anna.data.parent / name.lower())
    join_team(paths, link, Profile(name), now_ms())
    with StoreDesk(paths) as desk:
        log = [statement.data for statement in desk.team.endpoint.membership]
        person = desk.team.endpoint.me.person.id
    for other in (anna, *through):
        with StoreDesk(other) as desk:
            learnt = desk.team.endpoint._learnt(list(map(Statement.read, log)), now_ms())
            desk.team.keeping.commit(learnt)
    return paths, person


def members(paths: ProfilePaths) -> set[str]:
    with StoreDesk(paths) as desk:
        return {card.person.id for card in desk.team.endpoint.cards.all(now_ms())}


def test_a_removal_is_kept_and_answers_whom_it_removed(anna: ProfilePaths) -> None:
    _, bram = joined(anna, "Bram")
    with StoreDesk(anna) as desk:
        assert desk.obey(RemoveMember(bram)) == bram[:12], "nobody has told Anna a name yet"
    assert bram not in members(anna)


def test_with_those_who_came_through_them(anna: ProfilePaths) -> None:
    paths, bram = joined(anna, "Bram")
    _, cleo = joined(anna, "Cleo", paths)
    _, daan = joined(anna, "Daan")
    assert {bram, cleo, daan} < members(anna)
    with StoreDesk(anna) as desk:
        assert desk.obey(RemoveMember(bram, invited_too=True)) == f"{bram[:12]}, {cleo[:12]}"
    assert members(anna) & {bram, cleo, daan} == {daan}


def test_not_oneself_not_a_stranger_not_ones_better(anna: ProfilePaths) -> None:
    paths, bram = joined(anna, "Bram")
    with StoreDesk(paths) as desk:
        annas = next(c.person.id for c in desk.team.endpoint.cards.all(now_ms()) if not c.me)
        with pytest.raises(Refused, match="team leave"):
            desk.obey(RemoveMember(bram))
        with pytest.raises(NotFound, match="Nobody in the team"):
            desk.obey(RemoveMember("f" * 64))
        with pytest.raises(Refused, match="root key"):
            desk.obey(RemoveMember(annas))
    assert annas in members(paths)


def test_who_invited_somebody_is_told_while_they_are_in_the_team(anna: ProfilePaths) -> None:
    paths, bram = joined(anna, "Bram")
    _, cleo = joined(anna, "Cleo", paths)
    with StoreDesk(anna) as desk:
        annas = desk.team.endpoint.me.person.id
        assert (desk.obey(ShowInviter(bram)), desk.obey(ShowInviter(cleo))) == (annas, bram)
        assert desk.obey(ShowInviter(annas)) is None
        desk.obey(RemoveMember(bram))
        assert desk.obey(ShowInviter(cleo)) is None


def test_an_invite_is_withdrawn_by_the_start_of_its_id(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        desk.obey(CreateInvite(label="May"))
        link = str(desk.obey(CreateInvite(label="June", uses=1)))
        may, june = answered(desk, {"do": "ShowInvites"}, now_ms())
        if may["label"] != "May":
            may, june = june, may
        assert (june["uses"], june["used"], june["overshoot"]) == (1, 0, 0)
        assert (june["by"], june["mine"], june["may_withdraw"]) == ("Anna Peeters", True, True)
        assert desk.obey(WithdrawInvite(may["id"][:8])) is None
        assert [i["label"] for i in answered(desk, {"do": "ShowInvites"}, now_ms())] == ["June"]
        for name in ("", "xyz"):
            with pytest.raises(NotFound, match="team invites"):
                desk.obey(WithdrawInvite(name))
        for _ in range(17):
            desk.obey(CreateInvite())
        starts = [i["id"][0] for i in answered(desk, {"do": "ShowInvites"}, now_ms())]
        twice = next(start for start in starts if starts.count(start) > 1)
        with pytest.raises(Ambiguous, match="more of the id"):
            desk.obey(WithdrawInvite(twice))
    assert link


def test_another_members_invite_is_for_stewards_to_withdraw(anna: ProfilePaths) -> None:
    paths, _ = joined(anna, "Bram")
    with StoreDesk(paths) as desk:
        annas = desk.team.endpoint.membership.invites()[0].id
        with pytest.raises(Refused, match="Only a steward"):
            desk.obey(WithdrawInvite(annas))
    with StoreDesk(anna) as desk:
        desk.obey(WithdrawInvite(annas))


def test_the_founder_appoints_stewards(anna: ProfilePaths) -> None:
    paths, bram = joined(anna, "Bram")
    with StoreDesk(paths) as desk, pytest.raises(Refused, match="root key is needed"):
        desk.obey(AppointSteward(bram))
    with StoreDesk(anna) as desk:
        assert desk.obey(AppointSteward(bram)) == bram[:12]
        assert bram in desk.team.endpoint.membership.stewards
        with pytest.raises(Refused, match="is a steward already"):
            desk.obey(AppointSteward(bram))
        with pytest.raises(NotFound):
            desk.obey(AppointSteward("f" * 64))


def test_who_reads_the_same_words_is_verified_and_stays_so(anna: ProfilePaths) -> None:
    paths, bram = joined(anna, "Bram")
    with StoreDesk(anna) as desk:
        shown = answered(desk, {"do": "ShowWords", "with": {"person": bram}}, now_ms())
        assert (shown["person"], shown["verified"], len(shown["words"])) == (bram, False, 8)
        annas = desk.team.endpoint.me.person.id
        with pytest.raises(Refused, match="That is you"):
            desk.obey(ShowWords(annas))
        with pytest.raises(Refused, match="not the words"):
            desk.obey(VerifyMember(bram, "banana " * 8))
        assert not desk.team.endpoint.cards.of(bram, now_ms()).verified
    with StoreDesk(paths) as desk:
        brams = answered(desk, {"do": "ShowWords", "with": {"person": annas}}, now_ms())
    assert brams["words"] == shown["words"], "both sides see the same"
    with StoreDesk(anna) as desk:
        assert desk.obey(VerifyMember(bram, " ".join(brams["words"]))) == bram[:12]
    with StoreDesk(anna) as desk:
        seen = {p["person"]: p["verified"] for p in answered(desk, {"ask": "who"}, now_ms())}
        assert seen == {bram: True, annas: False}

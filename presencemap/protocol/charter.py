"""The charter: what is signed about a team and who belongs to it, from its founding on.

Makes statements; what follows from them is for the membership to say.
"""

from presencemap.domain.team import Inviters
from presencemap.protocol.membership import Membership
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import (
    MAX_HEADS,
    Certificate,
    Device,
    Genesis,
    Head,
    Removal,
    Statement,
    Steward,
    Withdrawal,
)


def founded(
    team: Signer,
    person: Signer,
    device: Signer,
    name: str,
    now: int,
    *,
    inviters: Inviters = Inviters.MEMBERS,
) -> list[Statement]:
    """The first statements of a new team: its name and policy, its founder, their device."""
    root = team.id
    genesis = Genesis(team=root, issuer=root, at=now, name=name, policy=inviters.value)
    certificate = Certificate(team=root, issuer=root, at=now, person=person.id)
    by_root = [Statement.sign(team, claim) for claim in (genesis, certificate)]
    return [*by_root, appointment(team, person.id, now), certified(root, person, device, now)]


def certified(team: str, person: Signer, device: Signer, now: int) -> Statement:
    """A person's word that a device signs for them."""
    claim = Device(team=team, issuer=person.id, at=now, device=device.id)
    return Statement.sign(person, claim)


def removal(
    signer: Signer, membership: Membership, person: str, heads: dict[str, int], now: int
) -> Statement:
    """The word that a person belongs to the team no more; the devices that spoke most are named."""
    spoke = sorted(heads.items(), key=lambda item: item[1], reverse=True)[:MAX_HEADS]
    claim = Removal(
        team=membership.team,
        issuer=signer.id,
        at=now,
        person=person,
        heads=tuple(Head(device=device, seq=seq) for device, seq in spoke),
    )
    return Statement.sign(signer, claim)


def withdrawal(signer: Signer, team: str, invite: str, now: int) -> Statement:
    """The word that an invite lets nobody in any more."""
    return Statement.sign(signer, Withdrawal(team=team, issuer=signer.id, at=now, invite=invite))


def appointment(root: Signer, person: str, now: int) -> Statement:
    """The root's word that a person is a steward."""
    return Statement.sign(root, Steward(team=root.id, issuer=root.id, at=now, person=person))

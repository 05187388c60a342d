"""What a person may sign about who belongs to the team: invites, removals, appointments.

Signed here, taken by ``learn`` like any other statement. Whether a rank suffices is for the
membership to say; here is who signs, and what is said to whom it doesn't suffice. Knows no links.
"""

from collections.abc import Callable

from presencemap.domain.errors import Refused
from presencemap.domain.team import Inviters
from presencemap.domain.wrong import Wrong
from presencemap.protocol.charter import appointment, removal, withdrawal
from presencemap.protocol.effects import Effect
from presencemap.protocol.invitation import new_invite
from presencemap.protocol.membership import Membership
from presencemap.protocol.replica import Replica
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import Statement


class Authority:
    """The person of this node, in matters of the team. Methods return what is to be done."""

    def __init__(
        self,
        membership: Membership,
        replica: Replica,
        person: Signer,
        learn: Callable[[list[Statement], int], list[Effect]],
    ) -> None:
        self._membership = membership
        self._replica = replica
        self._person = person
        self._learn = learn

    def invite(
        self, *, expires: int, uses: int, label: str, now: int
    ) -> tuple[Signer, list[Effect]]:
        """A new invite key, and what makes it count.

        Raises:
            Refused: this person's invites don't count.
        """
        if not self._membership.may_invite(self._person.id):
            raise self._may_not_invite()
        key, statement = new_invite(
            self._membership, self._person, expires=expires, uses=uses, label=label, now=now
        )
        return key, self._learn([statement], now)

    def remove(self, people: list[str], root: Signer | None, now: int) -> list[Effect]:
        """Remove these from the team; ``root`` signs where the own rank isn't enough.

        Raises:
            Refused: this person may not remove one of them.
        """
        person, membership = self._person, self._membership
        signers = {p: person if membership.may_remove(person.id, p) else root for p in people}
        statements: list[Statement] = []
        for gone, signer in signers.items():
            if signer is None:
                raise self._may_not_remove(gone)
            statements.append(removal(signer, membership, gone, self._heads(gone), now))
        # By the root if it has to sign at all: this person may be one of those taken over.
        highest = root if root in signers.values() and root else person
        return self._learn([*membership.taken_over(highest, people, now), *statements], now)

    def leave(self, now: int) -> list[Effect]:
        """Belong to the team no more; what was signed and what was made for all stays."""
        me = self._person
        word = removal(me, self._membership, me.id, self._heads(me.id), now)
        return self._learn([word], now)

    def withdraw(self, invite: str, root: Signer | None, now: int) -> list[Effect]:
        """Let nobody in any more by this invite.

        Raises:
            Refused: it is another's, and this person is no steward.
        """
        signer = self._person if self._membership.may_withdraw(self._person.id, invite) else root
        if signer is None:
            raise Refused(
                "Only a steward, or who made the invite, can withdraw it.", Wrong.INVITE_OF_ANOTHER
            )
        return self._learn([withdrawal(signer, self._membership.team, invite, now)], now)

    def appoint(self, person: str, root: Signer, now: int) -> list[Effect]:
        """Make a person a steward."""
        return self._learn([appointment(root, person, now)], now)

    def _may_not_invite(self) -> Refused:
        if self._membership.inviters is Inviters.STEWARDS:
            return Refused(
                "Only this team's stewards invite; ask one of them.", Wrong.INVITES_STEWARDS
            )
        return Refused(
            "The row of invitations that you came in by is as long or as full as it can be: have a "
            "steward invite them.",
            Wrong.INVITES_ROW,
        )

    def _may_not_remove(self, person: str) -> Refused:
        if person in self._membership.stewards:
            return Refused(
                "Only who founded the team can remove a steward: the root key is needed for it.",
                Wrong.REMOVES_STEWARD,
            )
        return Refused(
            "Only a steward, or who invited them, can remove a colleague. Ask one of them.",
            Wrong.REMOVES_ANOTHERS,
        )

    def _heads(self, person: str) -> dict[str, int]:
        """The newest record held of each of a person's devices: what came before stays."""
        newest = {d: self._replica.numbers.newest(d) for d in self._membership.devices(person)}
        return {device: seq for device, seq in newest.items() if seq}

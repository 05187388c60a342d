"""What is asked about members, done on an opened team: removing, withdrawing, verifying.

Whom a rank lets remove whom is the protocol's; here names become statements and sentences.
"""

from typing import assert_never

from presencemap.app.commands import (
    AppointSteward,
    LeaveTeam,
    MemberCommand,
    RemoveMember,
    ShowInviter,
    ShowInvites,
    ShowLog,
    ShowMembers,
    ShowWords,
    VerifyMember,
    WithdrawInvite,
)
from presencemap.app.safety import check_words, words_of
from presencemap.app.views import Json, invites_view, members_view
from presencemap.domain.errors import Ambiguous, NotFound, Refused
from presencemap.domain.wrong import Wrong
from presencemap.protocol.effects import Effect
from presencemap.protocol.endpoint import Endpoint
from presencemap.protocol.handshake import packed_statements
from presencemap.protocol.membership import Membership
from presencemap.protocol.safety import safety_code
from presencemap.protocol.signing import Signer
from presencemap.store.records import Records


def obeyed(  # noqa: C901, PLR0911 - a case each
    endpoint: Endpoint, records: Records, root: Signer | None, command: MemberCommand, now: int
) -> tuple[object, list[Effect]]:
    """(answer, effects) of a command about members.

    Raises:
        UserError: it can't be done as asked; nothing was changed.
    """
    match command:
        case RemoveMember():
            return removed(endpoint, root, command, now)
        case WithdrawInvite(invite=name):
            return None, endpoint.authority.withdraw(
                invite_named(endpoint.membership, name), root, now
            )
        case AppointSteward(person=person):
            return appointed(endpoint, root, person, now)
        case VerifyMember(person=person, words=words):
            return verified(endpoint, records, person, words, now)
        case ShowMembers():
            return members_view(endpoint, now, has_root=root is not None), []
        case ShowInviter(person=person):
            return inviter_of(endpoint, person, now), []
        case ShowInvites():
            return invites_view(endpoint, now, has_root=root is not None), []
        case ShowWords(person=person):
            return words_view(endpoint, person, now), []
        case LeaveTeam(unheard=unheard):
            return None, left(endpoint, now, unheard=unheard)
        case ShowLog():
            return list(packed_statements([*endpoint.membership])), []
        case _:
            assert_never(command)


def left(endpoint: Endpoint, now: int, *, unheard: bool) -> list[Effect]:
    """What leaving does.

    Raises:
        Refused: nobody would hear of it, and that wasn't meant.
    """
    if not (unheard or endpoint.removed or endpoint.peers.standing()):
        raise Refused(
            "No colleague is here to hear that you leave, so they would go on showing you. "
            "Leave when one is online, or without telling: presencemap team leave --unheard",
            Wrong.NOBODY_HEARS_LEAVING,
        )
    return endpoint.authority.leave(now)


def inviter_of(endpoint: Endpoint, person: str, now: int) -> str | None:
    """The id of who invited a person; None for the founder, and where they left."""
    inviter = endpoint.membership.inviter(person)
    return inviter if inviter is not None and endpoint.cards.belongs(inviter, now) else None


def words_view(endpoint: Endpoint, person: str, now: int) -> Json:
    """``team verify --json``."""
    words, card = safety_words(endpoint, person, now), endpoint.cards.of(person, now)
    return {
        "person": person,
        "name": card.person.name,
        "words": list(words),
        "verified": card.verified,
    }


def safety_words(endpoint: Endpoint, person: str, now: int) -> tuple[str, ...]:
    """What I and that person read to each other.

    Raises:
        NotFound: nobody of the team has that id.
        Refused: with oneself there is nothing to compare.
    """
    _check_belongs(endpoint, person, now)
    me = endpoint.me.person.id
    if person == me:
        raise Refused("That is you; compare words with a colleague.", Wrong.WORDS_OF_ONESELF)
    return words_of(safety_code(endpoint.membership.team, me, person))


def verified(
    endpoint: Endpoint, records: Records, person: str, said: str, now: int
) -> tuple[str, list[Effect]]:
    """(the name, effects) of words that were compared and are the same.

    Raises:
        Refused: they differ; nothing was changed.
    """
    check_words(said, safety_words(endpoint, person, now))
    name = endpoint.cards.of(person, now).person.name
    records.add_verified(person, name)
    return name or person[:12], endpoint.cards.verify(person)


def appointed(
    endpoint: Endpoint, root: Signer | None, person: str, now: int
) -> tuple[str, list[Effect]]:
    """(the name, effects) of an appointment.

    Raises:
        NotFound: nobody of the team has that id.
        Refused: without the root key, or a steward already.
    """
    if root is None:
        raise Refused(
            "Only who founded the team appoints stewards: the root key is needed for it, "
            "and this profile doesn't have it.",
            Wrong.NO_ROOT,
        )
    _check_belongs(endpoint, person, now)
    name = endpoint.cards.of(person, now).person.name or person[:12]
    if person in endpoint.membership.stewards:
        raise Refused(f"{name} is a steward already.", Wrong.STEWARD_ALREADY, name=name)
    return name, endpoint.authority.appoint(person, root, now)


def invite_named(membership: Membership, name: str) -> str:
    """The id of the one invite that begins so.

    Raises:
        NotFound: none.
        Ambiguous: several.
    """
    found = [invite.id for invite in membership.invites() if name and invite.id.startswith(name)]
    if not found:
        raise NotFound("No invite has that id; see: presencemap team invites", Wrong.INVITE_UNKNOWN)
    if len(found) > 1:
        raise Ambiguous("Several invites begin so; give more of the id: presencemap team invites")
    return found[0]


def removed(
    endpoint: Endpoint, root: Signer | None, command: RemoveMember, now: int
) -> tuple[str, list[Effect]]:
    """(the names of who is out, effects) of a removal.

    Raises:
        NotFound: nobody of the team has that id.
        Refused: it isn't for this person to remove them.
    """
    membership, person = endpoint.membership, command.person
    if person == endpoint.me.person.id:
        raise Refused(
            "That is you: leave the team instead, with: presencemap team leave",
            Wrong.REMOVES_ONESELF,
        )
    _check_belongs(endpoint, person, now)
    people = [person, *(invited_through(membership, person) if command.invited_too else ())]
    names = [endpoint.cards.of(p, now).person.name or p[:12] for p in people]
    return ", ".join(names), endpoint.authority.remove(people, root, now)


def invited_through(membership: Membership, person: str) -> list[str]:
    """Who came through this person, and through those, nearest first."""
    found = [person]
    for current in found:
        found += [p for p in membership.people if membership.inviter(p) == current]
    return found[1:]


def _check_belongs(endpoint: Endpoint, person: str, now: int) -> None:
    if not endpoint.cards.belongs(person, now):
        raise NotFound(
            "Nobody in the team has that id; see: presencemap team members", Wrong.PERSON_UNKNOWN
        )

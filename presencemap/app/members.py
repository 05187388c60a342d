"""What is asked about members, done on an opened team: removing.

Whom a rank lets remove whom is the protocol's; here names become statements and sentences.
"""

from presencemap.app.commands import RemoveMember
from presencemap.domain.errors import NotFound, Refused
from presencemap.protocol.effects import Effect
from presencemap.protocol.endpoint import Endpoint
from presencemap.protocol.membership import Membership
from presencemap.protocol.signing import Signer


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
        raise Refused("That is you: leave the team instead, with: presencemap team leave")
    if not endpoint.belongs(person, now):
        raise NotFound("Nobody in the team has that id; see: presencemap team members")
    people = [person, *(invited_through(membership, person) if command.invited_too else ())]
    names = [endpoint.card(p, now).person.name or p[:12] for p in people]
    return ", ".join(names), endpoint.remove(people, root, now)


def invited_through(membership: Membership, person: str) -> list[str]:
    """Who came through this person, and through those, nearest first."""
    found = [person]
    for current in found:
        found += [p for p in membership.people if membership.inviter(p) == current]
    return found[1:]

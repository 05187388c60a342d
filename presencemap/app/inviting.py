"""Inviting: a link that lets somebody into the team, for some days and uses.

Who may invite is the protocol's; here it is said how long and how often, and by whom.
"""

from typing import Final

from presencemap.app.commands import CreateInvite
from presencemap.domain.errors import InvalidInput
from presencemap.domain.person import MAX_NAME
from presencemap.domain.text import clean
from presencemap.domain.wrong import Wrong
from presencemap.protocol.address import Address
from presencemap.protocol.effects import Effect
from presencemap.protocol.endpoint import Endpoint
from presencemap.protocol.invitation import MAX_HINTS, invite_link
from presencemap.protocol.statement import MAX_USES
from presencemap.store.identity import TeamKeys

_DAY: Final = 86_400_000
_MAX_DAYS: Final = 365


def invited(
    endpoint: Endpoint, keys: TeamKeys, command: CreateInvite, now: int
) -> tuple[str, list[Effect]]:
    """(the link, effects) of a new invite.

    Raises:
        UserError: too long, too often, or not mine to make; nothing was changed.
    """
    if not 1 <= command.days <= _MAX_DAYS:
        raise InvalidInput(
            f"An invite lasts 1 to {_MAX_DAYS} days.",
            Wrong.INVITE_DAYS,
            most=_MAX_DAYS,
        )
    if not 1 <= command.uses <= MAX_USES:
        raise InvalidInput(
            f"An invite can be used 1 to {MAX_USES} times.", Wrong.INVITE_USES, most=MAX_USES
        )
    if len(command.hints) > MAX_HINTS:
        raise InvalidInput(
            f"At most {MAX_HINTS} addresses fit in a link.", Wrong.INVITE_HINTS, most=MAX_HINTS
        )
    hints = tuple(map(Address.to_dial, command.hints))
    key, effects = endpoint.authority.invite(
        expires=now + command.days * _DAY,
        uses=command.uses,
        label=clean(command.label)[:MAX_NAME],
        now=now,
    )
    me = endpoint.cards.of(endpoint.me.person.id, now).person
    link = invite_link(endpoint.membership, key, keys.discovery_secret, hints, inviter=me.name)
    return link, effects

"""What is asked about my status, done on an opened team: what it is after a command.

How precisely a place is shared, its caller says.
"""

from dataclasses import replace

from presencemap.app.commands import KEEP, SetStatus
from presencemap.app.plans import Shared
from presencemap.domain.errors import InvalidInput, NotFound
from presencemap.domain.status import MAX_GUESTS, Status
from presencemap.domain.wrong import Wrong
from presencemap.protocol.endpoint import Endpoint


def said(endpoint: Endpoint, command: SetStatus, shared: Shared, now: int) -> Status:
    """The status that a command makes of mine; what it doesn't name stays.

    Raises:
        UserError: it can't be done as asked.
    """
    current = endpoint.owner.status(now)
    chosen = command.availability
    availability = current.availability if chosen is KEEP else chosen
    place = current.place if command.place is KEEP else command.place
    activity = current.activity if command.activity is KEEP else command.activity
    until = current.until if command.until is KEEP else command.until
    if place is not None and endpoint.replica.places().get(place) is None:
        raise NotFound(
            "Nobody knows that place; add it first: presencemap place add", Wrong.PLACE_UNKNOWN
        )
    place = shared(place)
    if until is not None and until <= now:
        raise InvalidInput("That time is over; choose one to come.", Wrong.TIME_OVER)
    guests = _guests(command, current, place)
    status = replace(
        current,
        availability=availability,
        place=place,
        activity=activity,
        until=until,
        guests=guests,
    ).after(current, chosen=chosen is not KEEP, timed=command.until is not KEEP)
    before, after = replace(current, until=None), replace(status, until=None)
    return status if after == before else replace(status, since=now)


def _guests(command: SetStatus, current: Status, place: str | None) -> int:
    """How many are with me at a place."""
    if command.guests is KEEP:
        return current.guests if place is not None and place == current.place else 0
    if not 0 <= command.guests <= MAX_GUESTS:
        raise InvalidInput(
            f"At most {MAX_GUESTS} guests can be told.", Wrong.GUESTS_FULL, most=MAX_GUESTS
        )
    if command.guests and place is None:
        raise InvalidInput(
            "Guests are with you at a place: say where you are too.", Wrong.GUESTS_NOWHERE
        )
    return command.guests

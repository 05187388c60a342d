"""Two records of one number, as two computers with one device's key sign them."""

from presencemap.domain.availability import Availability
from presencemap.domain.status import Status
from presencemap.protocol.bodies import status_body
from presencemap.protocol.endpoint import Me
from presencemap.protocol.record import DAY, Record
from presencemap.protocol.shelf import Held


def twins(me: Me, team: str, now: int) -> tuple[Held, Record]:
    """One that is held, and another that comes."""
    body = status_body(Status(Availability.BUSY, now), 9)
    one, other = (
        Record.sign(
            me.device, team=team, author=me.person.id, seq=99, at=now + later, life=DAY, body=body
        )
        for later in (1, 2)
    )
    return Held.of(one, now + DAY), other

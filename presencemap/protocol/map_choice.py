"""The map server of the team: of those that members named, the last one by who may decide.

Each names one in a register of their own, so that who may not decide replaces nobody's word. Knows
no links.
"""

from collections.abc import Iterator

from presencemap.domain.errors import Refused
from presencemap.domain.map_server import MapServer
from presencemap.domain.team import Inviters
from presencemap.domain.wrong import Wrong
from presencemap.protocol.bodies import map_server_of
from presencemap.protocol.fields import MAX_REVISION
from presencemap.protocol.map_server import MapServerBody
from presencemap.protocol.record import Record
from presencemap.protocol.replica import Replica


def map_server(replica: Replica) -> tuple[MapServer, str] | None:
    """The team's map server, and by whom; None for none."""
    record = max(_counting(replica), key=lambda record: record.rank, default=None)
    body = record.body if record else None
    found = map_server_of(body) if isinstance(body, MapServerBody) else None
    return (found, record.header.author) if record and found else None


def next_revision(replica: Replica, person: str) -> int:
    """The revision with which a person's word is the last one.

    Raises:
        Refused: it is for others to decide, or somebody used up the revisions.
    """
    membership = replica.membership
    if not membership.may_decide(person):
        if membership.inviters is Inviters.STEWARDS:
            raise Refused(
                "Only this team's stewards choose its map server; ask one of them.",
                Wrong.MAP_STEWARDS,
            )
        raise Refused(
            "You can choose the team's map server once a colleague has met you.", Wrong.MAP_UNMET
        )
    before = max((record.rank[0] for record in _counting(replica)), default=0)
    if before == MAX_REVISION:
        raise Refused(
            "This was changed too often and can't be changed as long as all stay.",
            Wrong.MAP_CHANGED_TOO_OFTEN,
        )
    return before + 1


def _counting(replica: Replica) -> Iterator[Record]:
    may = replica.membership.may_decide
    return (held.record for held in replica.shelves.held_in("map_server") if may(held.author))

"""What Anna says in the tests of a node, and what those who watch were told of her."""

from collections.abc import Iterator
from contextlib import contextmanager

from presencemap.app.clock import now_ms
from presencemap.app.commands import SetStatus
from presencemap.app.node import Node
from presencemap.app.notices import RosterChanged
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Presence
from presencemap.domain.status import Activity, Kind
from tests.nodes import Witness, door_of, running

HOUR = 3_600_000


def on(text: str, until: int | None = None) -> SetStatus:
    return SetStatus(activity=Activity(Kind.WORKING_ON, text), until=until or now_ms() + HOUR)


def sees(witness: Witness, presence: Presence) -> None:
    witness.until(lambda w: (c := w.named("Anna Peeters")) and c.presence is presence)


@contextmanager
def together(
    anna: ProfilePaths, bram: ProfilePaths
) -> Iterator[tuple[tuple[Node, Witness], tuple[Node, Witness]]]:
    """Anna's node, and Bram's, who sees her online; each with its witness."""
    with (
        running(anna) as (hers, anna_sees, started),
        running(bram, door_of(started)) as (his, bram_sees, _),
    ):
        sees(bram_sees, Presence.ONLINE)
        yield (hers, anna_sees), (his, bram_sees)


def sees_text(witness: Witness, text: str | None) -> None:
    def satisfied(w: Witness) -> bool:
        card = w.named("Anna Peeters")
        status = card.status if card else None
        return status is not None and (status.activity.text if status.activity else None) == text

    witness.until(satisfied)


def texts_told(witness: Witness) -> set[str]:
    """The activities in all that was ever told."""
    cards = [c for n in witness.told if isinstance(n, RosterChanged) for c in n.cards]
    return {c.status.activity.text for c in cards if c.status and c.status.activity}

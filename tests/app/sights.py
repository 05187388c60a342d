"""What Anna says in the tests of a node, and what those who watch were told of her."""

from presencemap.app.clock import now_ms
from presencemap.app.commands import SetStatus
from presencemap.app.notices import RosterChanged
from presencemap.domain.availability import Presence
from presencemap.domain.status import Activity, Kind
from tests.nodes import Witness

HOUR = 3_600_000


def on(text: str, until: int | None = None) -> SetStatus:
    return SetStatus(activity=Activity(Kind.WORKING_ON, text), until=until or now_ms() + HOUR)


def sees(witness: Witness, presence: Presence) -> None:
    witness.until(lambda w: (c := w.named("Anna Peeters")) and c.presence is presence)


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

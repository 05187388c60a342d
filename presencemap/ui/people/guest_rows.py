"""The rows of the list that stand for guests: whose they are and how many, never who.

Pure: a row is its key, which says both. Knows no model and no painter.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt

from presencemap.domain.roster import Card
from presencemap.ui.people.roster_model import Role
from presencemap.ui.people.row_facts import RowFacts
from presencemap.ui.people.wording import first_name, guests_of

_START = "guests:"
_WORDS = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})


def guest_rows(hosts: Iterable[RowFacts | None]) -> Iterator[str]:
    """A key for the guests of each of these who has some."""
    for facts in hosts:
        if facts is not None and facts.guests:
            yield f"{_START}{facts.guests}:{facts.id}"


def is_guest_row(key: str) -> bool:
    """Whether a row is of guests."""
    return key.startswith(_START)


def host_of(key: str) -> str:
    """The id of the person whose guests a row stands for."""
    return key.rpartition(":")[2]


def guest_data(key: str, host: Card | None, role: int) -> object:
    """What a row of guests answers; it is nobody's, so its id is ""."""
    if role == Role.ID:
        return ""
    if role not in _WORDS or host is None:
        return None
    count = int(key.removeprefix(_START).partition(":")[0])
    return guests_of(first_name(host.person), count)

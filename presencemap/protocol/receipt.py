"""Receipts: the body of the record that says which notes of a day have come.

One record for each day says it of all that came, so they are few, however many notes there are. A
note stands in it as a *mark*, which only the two can make that the note is between, and which is
another in each record: others see about how many came, neither which ones nor whose.
"""

import secrets
from base64 import b64decode, b64encode
from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, Final

from pydantic import Field

from presencemap.protocol.fields import BASE64, Model, Revision

MARK: Final = 8
"""Bytes of a mark."""
MAX_MARKS: Final = 512
"""Notes of one day that are confirmed."""
_PADDED: Final = 16
"""Marks, of which a receipt has a multiple."""
_MAX_PACKED: Final = -(-MAX_MARKS * MARK // 3) * 4


class ReceiptBody(Model):
    """Kind ``receipt``: a register of its author for a day (of UTC, since 1970)."""

    rev: Revision
    day: Annotated[int, Field(ge=0, lt=1 << 20)]
    marks: Annotated[str, Field(max_length=_MAX_PACKED, pattern=BASE64)]

    @property
    def says(self) -> frozenset[bytes]:
        """The marks, and what fills it up."""
        return _unpacked(self.marks)


def packed(marks: Iterable[bytes]) -> str:
    """At most ``MAX_MARKS`` of them, filled up with what nobody can tell from one."""
    found = [*marks]
    found += [secrets.token_bytes(MARK) for _ in range(-len(found) % _PADDED)]
    return b64encode(b"".join(sorted(found))).decode()


@lru_cache(maxsize=256)
def _unpacked(marks: str) -> frozenset[bytes]:
    try:
        data = b64decode(marks)
    except ValueError:
        return frozenset()
    return frozenset(data[at : at + MARK] for at in range(0, len(data), MARK))

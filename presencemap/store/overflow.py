"""How a record's bytes are laid out in a row, so that erasing the row erases every copy of them.

SQLite copies rows from page to page as its trees grow, and ``secure_delete`` zeroes only where a
row was last. But what doesn't fit in a row's own page lies on overflow pages of its own, which are
never copied and are zeroed as a whole when the row goes. So a row is made exactly so long that
nothing but a prefix of zeros stays in the tree. Source: sqlite.org/fileformat2.html, 1.6, of a
table leaf: of a payload of P bytes (over U - 35) the first M + (P - M) % (U - 4) stay.
"""

from typing import Final

_HEADER: Final = 4
"""Bytes before the blob in its row: the header's length, a NULL for the id, the blob's type. One
more for a blob of over 8,185 bytes: one byte more of the prefix stays in the tree."""


def local(page: int) -> int:
    """Bytes of a long row that stay in the tree at least, for a page of that size."""
    return (page - 12) * 32 // 255 - 23


def laid_out(data: bytes, page: int) -> bytes:
    """The blob that holds these bytes on overflow pages alone."""
    prefix, each = local(page), page - 4
    held = bytes(prefix) + len(data).to_bytes(2) + data
    pages = -(-(len(held) + _HEADER - prefix) // each)
    return held.ljust(prefix + pages * each - _HEADER, b"\0")


def taken_out(blob: bytes, page: int) -> bytes:
    """The bytes that a blob holds."""
    start = local(page) + 2
    return blob[start : start + int.from_bytes(blob[start - 2 : start])]

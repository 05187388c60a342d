"""What a receipt shows to those whom it doesn't concern."""

from base64 import b64decode

from presencemap.protocol.receipt import MARK, MAX_MARKS, ReceiptBody, packed
from presencemap.protocol.record import MAX_RECORD, Record
from presencemap.protocol.replica import ROOM
from tests.protocol.adds import signed
from tests.protocol.lan import DAY, NOW


def marks(number: int) -> set[bytes]:
    return {n.to_bytes(MARK) for n in range(number)}


def body(said: str) -> ReceiptBody:
    return ReceiptBody(rev=1, day=NOW // DAY, marks=said)


def test_what_is_packed_is_there_among_others() -> None:
    for number in (0, 1, 15, 16, 17, MAX_MARKS):
        said = body(packed(marks(number))).says
        assert said >= marks(number)
        assert len(said) == -(-number // 16) * 16, "not how many, to sixteen"
    assert packed(marks(1)) != packed(marks(1))


def test_their_order_tells_nothing() -> None:
    there = sorted(marks(16))
    assert packed(there) == packed(reversed(there))


def test_the_fullest_fits() -> None:
    record = signed(body(packed(marks(MAX_MARKS))), life=1)
    assert Record.read(record.data) == record
    assert len(record.data) + ROOM < MAX_RECORD


def test_what_is_damaged_says_nothing() -> None:
    assert body("AAA").says == frozenset()
    assert body("").says == frozenset()
    assert b64decode(packed(marks(3)))

"""Blobs in the store: what comes back of them, and that nothing stays of what was erased."""

from pathlib import Path

from presencemap.protocol.codec import MAX_BLOB, PIECE
from presencemap.protocol.effects import EraseBlobs, SaveBlob
from presencemap.store.records import Records

ONE, TWO = "1" * 64, "2" * 64
DATA = b"<drawn>" * 12_000


def test_a_blob_comes_back_whole_and_in_pieces(records: Records) -> None:
    records.apply([SaveBlob(ONE, DATA), SaveBlob(TWO, b"small")])
    assert records.blobs.sizes() == {ONE: len(DATA), TWO: 5}
    assert records.blobs.whole(ONE) == DATA
    pieces = [records.blobs.piece(ONE, n) for n in range(3)]
    assert pieces == [DATA[:PIECE], DATA[PIECE : 2 * PIECE], DATA[2 * PIECE :]]
    assert records.blobs.piece(TWO, 0) == b"small"


def test_what_is_not_here_is_nothing(records: Records) -> None:
    records.apply([SaveBlob(ONE, DATA)])
    assert records.blobs.whole(TWO) == records.blobs.piece(TWO, 0) == b""
    assert records.blobs.piece(ONE, 3) == b""


def test_the_largest_fills_its_rows_and_no_others(records: Records) -> None:
    largest = bytes(range(256)) * (MAX_BLOB // 256)
    records.apply([SaveBlob(ONE, largest), SaveBlob(TWO, DATA)])
    assert records.blobs.whole(ONE) == largest
    records.apply([EraseBlobs((ONE,))])
    assert records.blobs.whole(TWO) == DATA


def test_one_that_is_kept_twice_is_kept_once(records: Records) -> None:
    records.apply([SaveBlob(ONE, DATA)])
    records.apply([SaveBlob(ONE, DATA)])
    assert records.blobs.whole(ONE) == DATA


def test_no_byte_stays_of_what_was_erased(records: Records, path: Path) -> None:
    def on_disk() -> bytes:
        return b"".join(entry.read_bytes() for entry in path.parent.iterdir())

    records.apply([SaveBlob(ONE, DATA), SaveBlob(TWO, b"small")])
    assert DATA[:400] in on_disk()
    records.apply([EraseBlobs((ONE, "3" * 64))])
    records.truncate_wal()
    assert b"<drawn>" not in on_disk()
    assert records.blobs.sizes() == {TWO: 5}

"""What two headers prove, and what they don't."""

import pytest

from presencemap.domain.errors import PeerError
from presencemap.protocol.bodies import status_body
from presencemap.protocol.proof import Proof, read_sealed, sealed
from presencemap.protocol.record import DAY, Record
from tests.protocol.lan import NOW, busy_on, signer

DEVICE, PERSON = signer("device"), signer("person")


def header(
    text: str = "said", *, device: str = "device", person: str = "person", seq: int = 5
) -> bytes:
    record = Record.sign(
        signer(device), team=signer("root").id, author=signer(person).id,
        seq=seq, at=NOW + len(text), life=DAY, body=status_body(busy_on(text), 1),
    )  # fmt: skip
    data = sealed(record.data)
    assert record.data.startswith(data)
    assert read_sealed(data) == record.header
    return data


def test_two_headers_of_one_number_that_differ() -> None:
    proof = Proof.read(header("one thing"), header("other"), NOW + 99)
    assert (proof.person, proof.device) == (PERSON.id, DEVICE.id)
    assert (proof.since, proof.found) == (NOW + len("other"), NOW + 99)


@pytest.mark.parametrize(
    "other",
    [
        header(),
        header("another", seq=6),
        header("another", device="another"),
        header("another", person="another"),
        header("another")[:-1] + b"x",
        header("another").replace(b'"seq":5', b'"seq":05'),
        header("another").replace(b'"v":1', b'"v":2'),
        b"",
        b"\xff\xff{}",
    ],
    ids=["the same", "number", "device", "person", "signature", "no JSON", "version", "", "short"],
)
def test_anything_else_proves_nothing(other: bytes) -> None:
    for pair in ((header(), other), (other, header())):
        with pytest.raises(PeerError):
            Proof.read(*pair, NOW)

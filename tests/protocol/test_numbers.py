"""Which live record has which number."""

from presencemap.protocol.bodies import status_body
from presencemap.protocol.numbers import Numbers
from presencemap.protocol.record import DAY, Record
from presencemap.protocol.shelf import Held
from tests.protocol.lan import NOW, busy_on, signer

DEVICE = signer("device")


def held(text: str, seq: int) -> Held:
    record = Record.sign(
        DEVICE, team=signer("root").id, author=signer("person").id,
        seq=seq, at=NOW, life=DAY, body=status_body(busy_on(text), 1),
    )  # fmt: skip
    return Held.of(record, NOW + DAY)


def test_the_newest_and_each_by_its_number() -> None:
    numbers, one, nine = Numbers(), held("one", 1), held("nine", 9)
    assert numbers.newest(DEVICE.id) == 0
    for each in (one, nine):
        numbers.put(each)
    assert numbers.newest(DEVICE.id) == 9
    assert numbers.at(DEVICE.id, 9) is nine
    assert numbers.at(DEVICE.id, 2) is None
    assert numbers.at("another", 9) is None
    numbers.take_off(nine)
    assert numbers.newest(DEVICE.id) == 1
    numbers.take_off(one)
    assert not numbers._devices


def test_of_two_of_one_number_the_first_stays_until_it_goes_itself() -> None:
    numbers, one, twin = Numbers(), held("one", 1), held("twin", 1)
    numbers.put(one)
    numbers.put(twin)
    assert numbers.at(DEVICE.id, 1) is one
    numbers.take_off(twin)
    assert numbers.at(DEVICE.id, 1) is one
    numbers.take_off(one)
    assert numbers.at(DEVICE.id, 1) is None

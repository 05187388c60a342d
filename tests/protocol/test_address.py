"""Addresses as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presencemap.domain.errors import InvalidInput
from presencemap.protocol.address import DOOR_PORT, Address, addresses_among


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        ("office-pc", "office-pc", DOOR_PORT),
        ("office-pc:5000", "office-pc", 5000),
        ("Office.Team.Example:1", "Office.Team.Example", 1),
        ("10.0.0.2", "10.0.0.2", DOOR_PORT),
        ("10.0.0.2:65535", "10.0.0.2", 65535),
        ("127.0.0.1:0", "127.0.0.1", 0),
        ("x", "x", DOOR_PORT),
        ("::1", "::1", DOOR_PORT),
        ("::", "::", DOOR_PORT),
        ("[::1]", "::1", DOOR_PORT),
        ("[2001:db8::7]:5000", "2001:db8::7", 5000),
        ("fe80::1%eth0", "fe80::1%eth0", DOOR_PORT),
        ("[fe80::1%wlan0.1]:99", "fe80::1%wlan0.1", 99),
        ("::ffff:10.0.0.2", "::ffff:10.0.0.2", DOOR_PORT),
    ],
)
def test_addresses(text: str, host: str, port: int) -> None:
    address = Address.parse(text)
    assert address == Address(host, port)
    assert Address.parse(str(address)) == address


@pytest.mark.parametrize(
    ("address", "text"),
    [
        (Address("office-pc"), "office-pc:47800"),
        (Address("10.0.0.2", 5000), "10.0.0.2:5000"),
        (Address("fe80::1%eth0", 5000), "[fe80::1%eth0]:5000"),
    ],
)
def test_as_text(address: Address, text: str) -> None:
    assert str(address) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        " office-pc",
        "office-pc\n",
        "office pc",
        "office-pc:",
        "office-pc:x",
        "office-pc:65536",
        "office-pc:123456",
        "office-pc:-1",
        "office-pc:٤٧",
        "office-pc:1:2",
        ":47800",
        "-pc",
        "pc-",
        "pc/../x",
        "tcp://office-pc",
        "user@office-pc",
        "büro",
        "*",
        "a:b:c",
        ":::",
        "1::2::3",
        "[]",
        "[::1",
        "::1]",
        "[::1]x",
        "[office-pc]:1",
        "[10.0.0.2]",
        "fe80::1%",
        "fe80::1%a b",
        "fe80::1%a/b",
        "x" * 254,
    ],
)
def test_no_addresses(text: str) -> None:
    with pytest.raises(InvalidInput, match="is no address; write it like office-pc:47800"):
        Address.parse(text)


@pytest.mark.parametrize("text", ["office-pc:0", "[::1]:0"])
def test_port_0_is_no_address_to_dial(text: str) -> None:
    with pytest.raises(InvalidInput, match="can't be dialled"):
        Address.to_dial(text)
    assert Address.to_dial("office-pc:1") == Address("office-pc", 1)


@given(st.text(st.sampled_from("abf019:.[]%-/@ \n٤é"), max_size=24))
def test_whatever_is_written_is_an_address_or_told(text: str) -> None:
    try:
        address = Address.parse(text)
    except InvalidInput:
        return
    assert Address.parse(str(address)) == address
    assert str(address).isascii()
    assert not set(str(address)) & set("/@ \n")


def test_of_what_a_peer_says_only_addresses_are_taken() -> None:
    said = ["10.0.0.1:47800", "no address at all", "office-pc"]
    assert [str(each) for each in addresses_among(said)] == ["10.0.0.1:47800", "office-pc:47800"]

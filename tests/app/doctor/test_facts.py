"""Values that know their own networks."""

import pytest

from tests.app.doctor.cases import LOOPBACK, WELL, WIFI


def test_a_network_is_said_as_a_subnet() -> None:
    assert (WIFI.subnet, WIFI.local, LOOPBACK.local) == ("10.20.8.0/22", False, True)


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("10.20.11.255", True),
        ("10.20.12.1", False),
        ("10.99.0.7", False),
        ("fd00::1", False),
        ("joris-pc", False),
        ("", False),
    ],
)
def test_who_is_near_is_on_a_network_in_use(address: str, near: bool) -> None:
    assert WELL.near(address) is near


def test_only_members_are_colleagues_now() -> None:
    assert WELL.members == WELL.colleagues
    assert WELL.running

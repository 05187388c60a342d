"""Networks that come and go, and a machine that slept, by a clock of our own."""

from presencemap.app.surroundings import LOOK_EVERY, SLEPT, Change, Surroundings
from presencemap.net.interfaces import Interface

NOW = 1_800_000_000_000
LAN = Interface("eth0", 2, "10.0.0.1", 24)
VPN = Interface("tun0", 3, "10.8.0.2", 24)


class Machine:
    """Its interfaces, as the test sets them."""

    def __init__(self, *found: Interface) -> None:
        self.found = found

    def __call__(self) -> tuple[Interface, ...]:
        return self.found


def test_a_change_counts_when_it_holds_at_the_next_look() -> None:
    machine = Machine(LAN)
    around = Surroundings(machine, NOW)
    machine.found = (LAN, VPN)
    assert around.changed(NOW + LOOK_EVERY - 1) is None
    assert around.changed(NOW + LOOK_EVERY) is None
    assert around.changed(NOW + 2 * LOOK_EVERY) == Change((), (LAN, VPN))
    assert around.changed(NOW + 3 * LOOK_EVERY) is None
    machine.found = (VPN,)
    around.changed(NOW + 4 * LOOK_EVERY)
    assert around.changed(NOW + 5 * LOOK_EVERY) == Change((LAN,), (VPN,))


def test_what_flickers_is_no_change_and_a_clock_set_back_stops_no_look() -> None:
    machine = Machine(LAN)
    around = Surroundings(machine, NOW)
    machine.found = ()
    assert around.changed(NOW + LOOK_EVERY) is None
    machine.found = (LAN,)
    assert around.changed(NOW + 2 * LOOK_EVERY) is None
    machine.found = (VPN,)
    assert around.changed(NOW - 86_400_000) is None
    assert around.changed(NOW - 86_400_000 + LOOK_EVERY) is not None


def test_time_that_passed_unseen_is_a_sleep() -> None:
    around = Surroundings(Machine(), NOW)
    assert not around.slept(NOW + 250)
    assert around.slept(NOW + 250 + SLEPT)
    assert not around.slept(NOW + 500 + SLEPT)
    assert around.slept(NOW)

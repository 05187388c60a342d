"""Networks that come and go, and a machine that slept, by a clock of our own."""

import pytest

from presencemap.app.surroundings import LOOK_ANYWAY, LOOK_EVERY, SLEPT, Change, Surroundings
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
    assert around.networks == (LAN,)
    assert around.changed(NOW + 2 * LOOK_EVERY) == Change((), (LAN, VPN))
    assert around.networks == (LAN, VPN)
    assert around.changed(NOW + 3 * LOOK_EVERY) is None
    machine.found = (VPN,)
    around.changed(NOW + 4 * LOOK_EVERY)
    assert around.changed(NOW + 5 * LOOK_EVERY) == Change((LAN,), (VPN,))


def test_a_look_that_fails_is_no_change() -> None:
    machine = Machine(LAN)
    fails = [False, True, True, False, False]

    def look() -> tuple[Interface, ...]:
        if fails.pop(0):
            raise OSError
        return machine()

    news = iter([True, False, False, False])
    around = Surroundings(look, NOW, news=lambda: next(news))
    assert [around.changed(NOW + n * LOOK_EVERY) for n in range(1, 5)] == [None] * 4
    assert fails == [False], "looked until that was possible"


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


def test_without_news_it_looks_seldom_and_until_a_change_has_settled() -> None:
    machine, news = Machine(LAN), [False]
    around = Surroundings(machine, NOW, news=lambda: news[0])
    machine.found = (LAN, VPN)
    assert around.changed(NOW + LOOK_EVERY) is None
    news[0] = True
    assert not around.unsettled
    assert around.changed(NOW + 2 * LOOK_EVERY) is None
    assert around.unsettled
    news[0] = False
    assert around.changed(NOW + 3 * LOOK_EVERY) == Change((), (LAN, VPN))
    assert not around.unsettled
    machine.found = (VPN,)
    later = NOW + 3 * LOOK_EVERY + LOOK_ANYWAY
    assert around.changed(later - 1) is None
    assert around.changed(later) is None
    assert around.changed(later + LOOK_EVERY) == Change((LAN,), (VPN,))


@pytest.mark.parametrize("passed", [250, 8 * SLEPT, -8 * SLEPT])
def test_the_machine_slept_where_its_clock_of_sleep_says_so(passed: int) -> None:
    total = [70_000]
    around = Surroundings(Machine(), NOW, lambda: total[0])
    assert not around.slept(NOW + passed), "held up, or its clock was set"
    total[0] += SLEPT
    assert around.slept(NOW + passed + SLEPT)
    assert not around.slept(NOW + passed + SLEPT + 250)


def test_who_is_held_up_while_it_reads_the_clocks_takes_that_for_no_sleep() -> None:
    total = [70_000]
    around = Surroundings(Machine(), NOW, lambda: total[0])
    total[0] -= 2 * SLEPT
    assert not around.slept(NOW)
    total[0] += 2 * SLEPT
    assert not around.slept(NOW)


def test_without_such_a_clock_time_that_passed_unseen_is_a_sleep() -> None:
    around = Surroundings(Machine(), NOW, lambda: None)
    assert not around.slept(NOW + 250)
    assert around.slept(NOW + 250 + SLEPT)
    assert not around.slept(NOW + 500 + SLEPT)
    assert around.slept(NOW)


def test_one_s_own_wire_is_no_network() -> None:
    machine = Machine(LAN)
    around = Surroundings(machine, NOW)
    assert around.connected
    machine.found = (Interface("eth0", 2, "fe80::1", 64),)
    around.changed(NOW + LOOK_EVERY)
    assert around.connected, "not settled yet"
    around.changed(NOW + 2 * LOOK_EVERY)
    assert not around.connected
    assert not Surroundings(Machine(), NOW).connected

"""Whom to dial, and when."""

from presencemap.protocol.address import Address
from presencemap.protocol.targets import (
    FIRST_RETRY,
    FOUND_AT_ONCE,
    GIVE_UP_AFTER,
    KEEP_TRYING,
    LEARN_AGAIN,
    LEARN_OTHERS,
    LEARNED_AT_ONCE,
    LONGEST_RETRY,
    MAX_LEARNED,
    MAX_TARGETS,
    Answer,
    Targets,
)

NOW = 1_800_000_000_000
OFFICE, HOME = Address("10.0.0.1"), Address("10.0.0.2")


def dial(
    targets: Targets, now: int, name: str = "out", linked: frozenset[str] = frozenset()
) -> int:
    due = targets.due(now, linked)
    for target in due:
        target.link = f"{name} {target.address}"
    return len(due)


def fail(targets: Targets, times: int, now: int) -> int:
    """Dial and fail that often; returns the pauses together."""
    start = now
    for _ in range(times):
        while not dial(targets, now):
            now += 100
        targets.failed(f"out {OFFICE}", now)
    return now - start


def test_a_new_address_is_dialled_at_once_and_once() -> None:
    targets = Targets()
    targets.add([OFFICE, OFFICE, HOME], NOW)
    assert [target.address for target in targets.due(NOW, frozenset())] == [OFFICE, HOME]
    assert dial(targets, NOW) == 2
    assert dial(targets, NOW + 60_000) == 0


def test_pauses_grow_to_half_a_minute() -> None:
    targets = Targets()
    targets.add([OFFICE], NOW, by_hand=True)
    assert fail(targets, 2, NOW) == FIRST_RETRY
    assert fail(targets, 20, NOW + 600_000) > 12 * LONGEST_RETRY
    targets.due(NOW, frozenset())


def test_an_address_where_nobody_ever_answered_is_forgotten() -> None:
    targets = Targets()
    targets.add([OFFICE], NOW)
    fail(targets, GIVE_UP_AFTER, NOW)
    assert not targets.due(NOW + 10**9, frozenset())
    targets.add([OFFICE], NOW + 10**9)
    assert dial(targets, NOW + 10**9) == 1


def test_one_where_somebody_did_is_tried_for_a_day() -> None:
    targets = Targets()
    targets.add([OFFICE], NOW)
    dial(targets, NOW)
    targets.met(f"out {OFFICE}", "device")
    targets.failed(f"out {OFFICE}", NOW)
    (target,) = targets.due(NOW + 60_000, frozenset())
    target.failures = KEEP_TRYING - 2
    fail(targets, 1, NOW + 60_000)
    assert targets.due(NOW + 10**9, frozenset())
    fail(targets, 1, NOW + 10**9)
    assert not targets.due(NOW + 2 * 10**9, frozenset())


def test_one_by_hand_is_never_given_up() -> None:
    targets = Targets()
    targets.add([OFFICE], NOW)
    targets.add([OFFICE], NOW, by_hand=True)
    fail(targets, 100, NOW)
    assert targets.due(NOW + 10**9, frozenset())


def test_a_hint_shortens_a_pause_but_never_below_the_shortest() -> None:
    targets = Targets()
    targets.add([OFFICE], NOW, by_hand=True)
    later = NOW + fail(targets, 20, NOW)
    for moment in range(later, later + FIRST_RETRY, 50):
        targets.add([OFFICE], moment)
        assert not targets.due(moment, frozenset())
    assert targets.due(later + FIRST_RETRY, frozenset())


def test_who_is_linked_already_is_not_dialled() -> None:
    targets = Targets()
    targets.add([OFFICE, HOME], NOW)
    dial(targets, NOW)
    targets.met(f"out {OFFICE}", "device")
    targets.failed(f"out {OFFICE}", NOW)
    targets.failed(f"out {HOME}", NOW)
    later = NOW + FIRST_RETRY
    due = targets.due(later, frozenset({"device"}))
    assert [target.address for target in due] == [HOME]


def test_a_lost_peer_is_dialled_at_once_where_it_was_and_where_it_says_to_be() -> None:
    targets = Targets()
    targets.add([OFFICE], NOW)
    dial(targets, NOW)
    targets.met(f"out {OFFICE}", "device")
    targets.failed(f"out {OFFICE}", NOW)
    targets.hurry("device", [HOME], NOW)
    assert dial(targets, NOW) == 2


def test_what_came_of_the_last_dial_is_known() -> None:
    targets = Targets()
    targets.add([OFFICE], NOW)
    dial(targets, NOW)
    assert targets.answer(OFFICE) is Answer.UNTRIED
    targets.failed(f"out {OFFICE}", NOW, Answer.TURNED_AWAY)
    assert targets.answer(OFFICE) is Answer.TURNED_AWAY
    fail(targets, 1, NOW)
    assert targets.answer(OFFICE) is Answer.NOBODY
    assert targets.answer(HOME) is Answer.UNTRIED


def test_what_is_removed_stays_away_and_what_is_unknown_fails_quietly() -> None:
    targets = Targets()
    targets.add([OFFICE], NOW)
    targets.remove(OFFICE)
    targets.remove(HOME)
    targets.met("out", "device")
    targets.failed("out", NOW)
    assert not targets.due(NOW, frozenset())


def test_a_clock_that_was_put_back_delays_nothing() -> None:
    targets = Targets()
    targets.add([OFFICE], NOW)
    assert targets.due(NOW - 86_400_000, frozenset())


def test_made_up_addresses_fill_no_memory() -> None:
    targets = Targets()
    targets.add((Address("10.0.0.1", port) for port in range(1, MAX_TARGETS + 100)), NOW)
    assert len(targets._targets) == MAX_TARGETS


def test_made_up_addresses_keep_no_colleague_waiting() -> None:
    targets = Targets()
    made_up = [Address("10.0.0.1", port) for port in range(1, MAX_TARGETS + 100)]
    targets.add(made_up, NOW)
    assert dial(targets, NOW) == FOUND_AT_ONCE
    targets.add([OFFICE], NOW)
    targets.add([HOME], NOW, by_hand=True)
    assert [target.address for target in targets.due(NOW, frozenset())] == [HOME]
    targets.failed(f"out {made_up[-1]}", NOW)
    assert [target.address for target in targets.due(NOW, frozenset())] == [HOME, OFFICE]


def test_where_somebody_answered_or_what_is_by_hand_makes_no_way() -> None:
    targets = Targets()
    targets.add([OFFICE], NOW)
    dial(targets, NOW)
    targets.met(f"out {OFFICE}", "device")
    by_hand = [Address("10.3.0.1", port) for port in range(1, MAX_TARGETS + 9)]
    targets.add(by_hand, NOW, by_hand=True)
    targets.add([HOME], NOW)
    assert set(targets._targets) == {OFFICE, *by_hand}


class TestLearned:
    """Addresses from leases: hints that nobody can aim many dials with."""

    def learned(self, count: int, person: str = "anna", at: int = NOW) -> Targets:
        targets = Targets()
        for n in range(count):
            targets.learn(
                f"{person} {n}", f"device {n}", (Address(f"10.1.{n >> 8}.{n & 255}"),), at
            )
        return targets

    def test_are_dialled_but_not_where_the_device_is_linked(self) -> None:
        targets = self.learned(2)
        found = targets.due(NOW, frozenset({"device 1"}))
        assert [target.address.host for target in found] == ["10.1.0.0"]

    def test_only_some_at_once(self) -> None:
        targets = self.learned(100)
        targets.add([HOME], NOW)
        assert dial(targets, NOW) == LEARNED_AT_ONCE + 1
        assert dial(targets, NOW) == 0

    def test_the_oldest_make_way(self) -> None:
        targets = self.learned(MAX_LEARNED + 5)
        assert len(targets._targets) == MAX_LEARNED
        assert Address("10.1.0.4") not in targets._targets
        targets.add((Address("10.2.0.1", port) for port in range(1, MAX_TARGETS + 9)), NOW)
        assert len(targets._targets) == MAX_TARGETS
        assert not any(target.learned for target in targets._targets.values())
        targets.learn("late", "late", (OFFICE,), NOW)
        assert OFFICE not in targets._targets

    def test_a_person_changes_them_now_and_then_only(self) -> None:
        targets = Targets()
        targets.learn("anna", "device", (OFFICE,), NOW)
        targets.remove(OFFICE)
        targets.learn("anna", "device", (OFFICE,), NOW + LEARN_AGAIN - 1)
        assert not targets._targets
        targets.learn("anna", "device", (HOME,), NOW + LEARN_OTHERS)
        assert list(targets._targets) == [HOME]
        targets.learn("anna", "device", (OFFICE,), NOW + LEARN_OTHERS + 1)
        assert list(targets._targets) == [HOME]
        targets.learn("anna", "device", (OFFICE, HOME), NOW + 2 * LEARN_OTHERS)
        assert list(targets._targets) == [HOME, OFFICE]

    def test_nobodys_own_machine_and_no_names(self) -> None:
        targets = Targets()
        hosts = ["127.0.0.1", "::1", "fe80::1", "224.0.0.1", "0.0.0.0", "240.0.0.1", "pc.example"]
        targets.learn("anna", "device", (*map(Address, hosts), Address("10.0.0.1", 0)), NOW)
        assert not targets._targets

    def test_one_that_is_found_otherwise_counts_as_that(self) -> None:
        targets = self.learned(1)
        targets.add([Address("10.1.0.0")], NOW)
        assert not targets._targets[Address("10.1.0.0")].learned


def test_another_network_ends_all_pauses() -> None:
    targets = Targets()
    targets.add([OFFICE, HOME], NOW, by_hand=True)
    fail(targets, 5, NOW)
    later = NOW + 40_000
    assert dial(targets, later) <= 1
    targets.failed(f"out {OFFICE}", later)
    targets.hurry_all(later)
    assert OFFICE in [target.address for target in targets.due(later, frozenset())]

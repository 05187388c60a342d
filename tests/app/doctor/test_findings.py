"""What facts mean: each fault from the facts that make it, and nothing else."""

from dataclasses import replace
from typing import Any

import pytest

from presencemap.app.doctor.facts import Answer, Colleague, Facts, Tried
from presencemap.app.doctor.findings import (
    SKEW_SHOWN,
    Cause,
    State,
    Subject,
    cause_of,
    judged,
)
from presencemap.domain.availability import Presence, Reach
from presencemap.net.sounding import Sounding
from presencemap.protocol.address import Address, Outcome
from tests.app.doctor.cases import FAR, GONE, HERE, LOOPBACK, VPN, WELL, WIFI

NEAR_BY, FAR_OFF = Address("10.20.9.9"), Address("10.40.0.9")
OFF = (replace(WIFI, used=False), LOOPBACK)


def answers(*outcomes: Outcome) -> tuple[Answer, ...]:
    return tuple(Answer("Joris", outcome, "10.20.8.5") for outcome in outcomes)


def tried(address: Address, outcome: Outcome) -> Colleague:
    return replace(GONE, tried=(Tried(address, outcome),))


def skewed(*skews: int) -> tuple[Colleague, ...]:
    return tuple(replace(HERE, person=f"{n}", skew=skew) for n, skew in enumerate(skews))


def test_where_all_is_well_no_fault_is_found() -> None:
    report = judged(WELL)
    assert report.first_fault is None
    assert [check.subject for check in report.checks] == list(Subject)
    assert {check.state for check in report.checks} == {State.WELL}


@pytest.mark.parametrize(
    ("changes", "subject", "state", "cause"),
    [
        ({"networks": (LOOPBACK,)}, Subject.NETWORK, State.FAULT, Cause.NO_NETWORK),
        ({"networks": OFF}, Subject.NETWORK, State.FAULT, Cause.EXCLUDED),
        ({"networks": OFF}, Subject.ANNOUNCEMENTS, State.UNKNOWN, Cause.NO_NETWORK),
        ({"networks": OFF}, Subject.NEARBY, State.UNKNOWN, Cause.NO_NETWORK),
        (
            {"sounding": Sounding(("10.20.8.5",), ("10.99.0.5",))},
            Subject.ANNOUNCEMENTS,
            State.FAULT,
            Cause.NOT_LOOPED,
        ),
        ({"sounding": Sounding()}, Subject.ANNOUNCEMENTS, State.FAULT, Cause.NOT_LOOPED),
        (
            {"sounding": None, "discovering": False},
            Subject.ANNOUNCEMENTS,
            State.UNKNOWN,
            Cause.DISCOVERY_OFF,
        ),
        (
            {"sounding": None, "discovering": False, "colleagues": (FAR,)},
            Subject.NEARBY,
            State.UNKNOWN,
            Cause.DISCOVERY_OFF,
        ),
        ({"colleagues": ()}, Subject.NEARBY, State.UNKNOWN, Cause.ALONE),
        (
            {"colleagues": (GONE,), "sounding": Sounding(("10.20.8.5",))},
            Subject.NEARBY,
            State.FAULT,
            Cause.NOBODY_HEARD,
        ),
        (
            {"colleagues": (FAR,), "sounding": Sounding(("10.20.8.5",))},
            Subject.NEARBY,
            State.UNKNOWN,
            Cause.NOBODY_HEARD,
        ),
        ({"door": 0}, Subject.DOOR, State.FAULT, Cause.NOT_RUNNING),
        ({"answers": answers(Outcome.REFUSED)}, Subject.DOOR, State.FAULT, Cause.BLOCKED),
        ({"answers": answers(Outcome.TIMEOUT)}, Subject.DOOR, State.FAULT, Cause.BLOCKED),
        ({"answers": answers(Outcome.STRANGER)}, Subject.DOOR, State.FAULT, Cause.BLOCKED),
        ({"answers": answers(Outcome.TIMEOUT, Outcome.REACHED)}, Subject.DOOR, State.WELL, None),
        ({"answers": answers(Outcome.BUSY)}, Subject.DOOR, State.UNKNOWN, Cause.NO_VERDICT),
        ({"answers": (), "asked": 0}, Subject.DOOR, State.UNKNOWN, Cause.NOBODY_TO_ASK),
        (
            {"by_hand": (Tried(FAR_OFF, Outcome.TIMEOUT),)},
            Subject.ELSEWHERE,
            State.FAULT,
            Cause.ADDRESS_SILENT,
        ),
        ({"by_hand": (Tried(FAR_OFF, Outcome.REACHED),)}, Subject.ELSEWHERE, State.WELL, None),
        (
            {"colleagues": (HERE, tried(FAR_OFF, Outcome.TIMEOUT))},
            Subject.ELSEWHERE,
            State.FAULT,
            Cause.NO_RELAY,
        ),
        (
            {"colleagues": (GONE,), "admitted": False},
            Subject.NEARBY,
            State.FAULT,
            Cause.TURNED_AWAY,
        ),
        (
            {
                "colleagues": (GONE,),
                "admitted": False,
                "sounding": None,
                "by_hand": (Tried(FAR_OFF, Outcome.REACHED),),
            },
            Subject.NEARBY,
            State.FAULT,
            Cause.TURNED_AWAY,
        ),
        ({"admitted": False}, Subject.NEARBY, State.WELL, None),
        ({"colleagues": (GONE,)}, Subject.NEARBY, State.WELL, None),
        (
            {"colleagues": (GONE,), "admitted": False, "sounding": Sounding(("10.20.8.5",))},
            Subject.NEARBY,
            State.FAULT,
            Cause.NOBODY_HEARD,
        ),
        ({"colleagues": (GONE,)}, Subject.CLOCK, State.UNKNOWN, Cause.NOBODY_TO_ASK),
        ({"colleagues": skewed(SKEW_SHOWN + 1)}, Subject.CLOCK, State.FAULT, Cause.MY_CLOCK),
        ({"colleagues": skewed(-SKEW_SHOWN - 1)}, Subject.CLOCK, State.FAULT, Cause.MY_CLOCK),
        ({"colleagues": skewed(SKEW_SHOWN, -5)}, Subject.CLOCK, State.WELL, None),
        (
            {"colleagues": skewed(0, 3, -3 * SKEW_SHOWN)},
            Subject.CLOCK,
            State.FAULT,
            Cause.THEIR_CLOCK,
        ),
    ],
)
def test_each_fault_has_its_cause(
    changes: dict[str, Any], subject: Subject, state: State, cause: Cause | None
) -> None:
    checks = {check.subject: check for check in judged(replace(WELL, **changes)).checks}
    assert (checks[subject].state, checks[subject].cause) == (state, cause)


@pytest.mark.parametrize(
    ("colleague", "changes", "cause"),
    [
        (HERE, {}, None),
        (replace(HERE, reach=Reach.RELAYED), {}, None),
        (replace(HERE, member=False), {}, Cause.NOT_MEMBER),
        (HERE, {"door": 0}, Cause.NOT_RUNNING),
        (HERE, {"away": True}, Cause.AWAY),
        (GONE, {"networks": (VPN,)}, Cause.NO_NETWORK),
        (replace(GONE, goodbye=True), {}, Cause.GOODBYE),
        (replace(GONE, presence=Presence.UNCERTAIN), {}, Cause.JUST_LOST),
        (tried(NEAR_BY, Outcome.REFUSED), {}, Cause.REFUSED),
        (tried(NEAR_BY, Outcome.TIMEOUT), {}, Cause.NO_ANSWER),
        (tried(NEAR_BY, Outcome.REACHED), {}, Cause.OTHER_PROGRAM),
        (tried(FAR_OFF, Outcome.TIMEOUT), {}, Cause.OTHER_NETWORK),
        (GONE, {}, Cause.NOT_HEARD),
        (replace(GONE, last_heard=None), {}, Cause.NEVER_SEEN),
    ],
)
def test_why_a_colleague_is_not_seen(
    colleague: Colleague, changes: dict[str, Any], cause: Cause | None
) -> None:
    facts: Facts = replace(WELL, **changes)
    assert cause_of(colleague, facts) is cause


def test_who_is_away_by_choice_has_that_one_thing_to_mend() -> None:
    report = judged(replace(WELL, away=True))
    assert report.first_fault is report.checks[0]
    assert {check.cause for check in report.checks} == {Cause.AWAY}
    assert [check.state for check in report.checks] == [State.FAULT, *[State.UNKNOWN] * 5]

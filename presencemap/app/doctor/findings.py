"""Findings: what the facts mean. Six checks, and for each colleague why they aren't reached.

Pure. Each fault has one cause, and each cause one thing to do, which ``words`` says.
"""

from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import Final

from presencemap.app.doctor.facts import Colleague, Facts
from presencemap.domain.availability import Presence, Reach
from presencemap.protocol.address import Outcome

SKEW_SHOWN: Final = 120_000
"""How far clocks may differ, in ms."""


class Subject(StrEnum):
    """What is checked, in the order in which it is mended."""

    NETWORK = "network"
    ANNOUNCEMENTS = "announcements"
    NEARBY = "nearby"
    DOOR = "door"
    ELSEWHERE = "elsewhere"
    CLOCK = "clock"


class State(StrEnum):
    """How a check ended."""

    WELL = "well"
    FAULT = "fault"
    UNKNOWN = "unknown"


class Cause(StrEnum):
    """Why something isn't well, or isn't known."""

    AWAY = "away"
    NO_NETWORK = "no_network"
    EXCLUDED = "excluded"
    NOT_LOOPED = "not_looped"
    DISCOVERY_OFF = "discovery_off"
    ALONE = "alone"
    NOBODY_HEARD = "nobody_heard"
    NOT_RUNNING = "not_running"
    NOBODY_TO_ASK = "nobody_to_ask"
    NO_VERDICT = "no_verdict"
    BLOCKED = "blocked"
    ADDRESS_SILENT = "address_silent"
    NO_RELAY = "no_relay"
    TURNED_AWAY = "turned_away"
    MY_CLOCK = "my_clock"
    THEIR_CLOCK = "their_clock"
    # Of one colleague.
    NOT_MEMBER = "not_member"
    GOODBYE = "goodbye"
    JUST_LOST = "just_lost"
    REFUSED = "refused"
    NO_ANSWER = "no_answer"
    OTHER_PROGRAM = "other_program"
    OTHER_NETWORK = "other_network"
    NEVER_SEEN = "never_seen"
    NOT_HEARD = "not_heard"


@dataclass(frozen=True, slots=True)
class Check:
    """One check as it ended."""

    subject: Subject
    state: State = State.WELL
    cause: Cause | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The facts and what they mean."""

    facts: Facts
    checks: tuple[Check, ...]

    @property
    def first_fault(self) -> Check | None:
        """What to mend first."""
        return next((check for check in self.checks if check.state is State.FAULT), None)


def judged(facts: Facts) -> Report:
    """What these facts mean."""
    if facts.away:
        return Report(facts, tuple(_away(subject) for subject in Subject))
    ways = (_network, _announcements, _nearby, _door, _elsewhere, _clock)
    return Report(facts, tuple(way(facts) for way in ways))


def reached(colleague: Colleague) -> bool:
    """Whether word of this colleague comes through."""
    return colleague.presence is Presence.ONLINE and colleague.reach is not Reach.NONE


def cause_of(colleague: Colleague, facts: Facts) -> Cause | None:  # noqa: C901, PLR0911 - a case each
    """Why a colleague isn't reached; None: they are."""
    if not colleague.member:
        return Cause.NOT_MEMBER
    if not facts.running:
        return Cause.NOT_RUNNING
    if facts.away:
        return Cause.AWAY
    if reached(colleague):
        return None
    if not facts.used:
        return Cause.NO_NETWORK
    if colleague.goodbye:
        return Cause.GOODBYE
    if colleague.presence is Presence.UNCERTAIN:
        return Cause.JUST_LOST
    outcomes = {tried.outcome for tried in colleague.tried}
    if Outcome.REACHED in outcomes:
        return Cause.OTHER_PROGRAM
    if Outcome.REFUSED in outcomes:
        return Cause.REFUSED
    if colleague.tried:
        near = any(facts.near(tried.address.host) for tried in colleague.tried)
        return Cause.NO_ANSWER if near else Cause.OTHER_NETWORK
    return Cause.NEVER_SEEN if colleague.last_heard is None else Cause.NOT_HEARD


def turned_away(facts: Facts) -> bool:
    """Whether they are there and let me not in: strangers are told nothing, not even why."""
    answered = any(tried.outcome is Outcome.REACHED for tried in facts.by_hand)
    there = answered or bool(facts.sounding and facts.sounding.team)
    return facts.running and there and not facts.admitted and not any(map(reached, facts.members))


def odd_clock(facts: Facts) -> Colleague | None:
    """The colleague whose clock differs most from mine, if by too much."""
    known = [each for each in facts.members if each.skew is not None]
    worst = max(known, key=lambda each: abs(each.skew or 0), default=None)
    return worst if worst is not None and abs(worst.skew or 0) > SKEW_SHOWN else None


def skew_of_mine(facts: Facts) -> int | None:
    """How far ahead the colleagues' clocks are, in the middle; None: nobody to compare with."""
    known = [each.skew for each in facts.members if each.skew is not None]
    return round(median(known)) if known else None


def _away(subject: Subject) -> Check:
    state = State.FAULT if subject is Subject.NETWORK else State.UNKNOWN
    return Check(subject, state, Cause.AWAY)


def _network(facts: Facts) -> Check:
    if facts.used:
        return Check(Subject.NETWORK)
    left_out = any(not each.local for each in facts.networks)
    cause = Cause.EXCLUDED if left_out else Cause.NO_NETWORK
    return Check(Subject.NETWORK, State.FAULT, cause)


def _announcements(facts: Facts) -> Check:
    if not facts.used:
        return Check(Subject.ANNOUNCEMENTS, State.UNKNOWN, Cause.NO_NETWORK)
    if not facts.discovering or facts.sounding is None:
        return Check(Subject.ANNOUNCEMENTS, State.UNKNOWN, Cause.DISCOVERY_OFF)
    if facts.sounding.silent or not facts.sounding.looped:
        return Check(Subject.ANNOUNCEMENTS, State.FAULT, Cause.NOT_LOOPED)
    return Check(Subject.ANNOUNCEMENTS)


def _nearby(facts: Facts) -> Check:
    if not facts.members:
        return Check(Subject.NEARBY, State.UNKNOWN, Cause.ALONE)
    if not facts.used:
        return Check(Subject.NEARBY, State.UNKNOWN, Cause.NO_NETWORK)
    if turned_away(facts):
        return Check(Subject.NEARBY, State.FAULT, Cause.TURNED_AWAY)
    near = any(reached(each) and facts.near(each.address) for each in facts.members)
    if near or (facts.sounding is not None and facts.sounding.team):
        return Check(Subject.NEARBY)
    if not facts.discovering:
        return Check(Subject.NEARBY, State.UNKNOWN, Cause.DISCOVERY_OFF)
    somebody = any(map(reached, facts.members))
    state = State.UNKNOWN if somebody else State.FAULT
    return Check(Subject.NEARBY, state, Cause.NOBODY_HEARD)


def _door(facts: Facts) -> Check:
    if not facts.running:
        return Check(Subject.DOOR, State.FAULT, Cause.NOT_RUNNING)
    outcomes = {answer.outcome for answer in facts.answers}
    if Outcome.REACHED in outcomes:
        return Check(Subject.DOOR)
    if outcomes & {Outcome.REFUSED, Outcome.TIMEOUT, Outcome.STRANGER}:
        return Check(Subject.DOOR, State.FAULT, Cause.BLOCKED)
    cause = Cause.NO_VERDICT if facts.asked else Cause.NOBODY_TO_ASK
    return Check(Subject.DOOR, State.UNKNOWN, cause)


def _elsewhere(facts: Facts) -> Check:
    if any(tried.outcome is not Outcome.REACHED for tried in facts.by_hand):
        return Check(Subject.ELSEWHERE, State.FAULT, Cause.ADDRESS_SILENT)
    if any(cause_of(each, facts) is Cause.OTHER_NETWORK for each in facts.members):
        return Check(Subject.ELSEWHERE, State.FAULT, Cause.NO_RELAY)
    return Check(Subject.ELSEWHERE)


def _clock(facts: Facts) -> Check:
    mine = skew_of_mine(facts)
    if mine is None:
        return Check(Subject.CLOCK, State.UNKNOWN, Cause.NOBODY_TO_ASK)
    if abs(mine) > SKEW_SHOWN:
        return Check(Subject.CLOCK, State.FAULT, Cause.MY_CLOCK)
    if odd_clock(facts) is not None:
        return Check(Subject.CLOCK, State.FAULT, Cause.THEIR_CLOCK)
    return Check(Subject.CLOCK)

"""Sentences: every finding has one, every fault one thing to do, and no gap stays open."""

from dataclasses import replace

import pytest

from presencemap.app.doctor import words
from presencemap.app.doctor.facts import Answer, Colleague, Facts, Tried
from presencemap.app.doctor.findings import Cause, Check, State, Subject, cause_of, judged
from presencemap.domain.availability import Presence, Reach
from presencemap.net.sounding import Sounding
from presencemap.protocol.address import Address, Outcome
from tests.app.doctor.cases import FAR, GONE, HEARD, HERE, NOW, WELL

FAR_OFF = Address("10.40.0.9")
ILL = replace(
    WELL,
    sounding=Sounding(silent=("10.20.8.5",), hosts=3, others=2),
    answers=(Answer("Joris", Outcome.TIMEOUT, "10.20.8.5"),),
    by_hand=(Tried(FAR_OFF, Outcome.REFUSED),),
    colleagues=(
        replace(HERE, skew=300_000),
        replace(GONE, tried=(Tried(FAR_OFF, Outcome.TIMEOUT),)),
    ),
)
OF_CHECKS = tuple(Cause)[: tuple(Cause).index(Cause.NOT_MEMBER)]


def said(subject: Subject, facts: Facts = WELL) -> str:
    check = next(c for c in judged(facts).checks if c.subject is subject)
    return words.sentence(check, facts)


def test_what_is_well_is_said_with_its_figures() -> None:
    assert {subject.value: said(subject) for subject in Subject} == {
        "network": "wlan0 10.20.8.0/22; left out: tun0",
        "announcements": "They go out and come back on wlan0.",
        "nearby": "1 heard by announcements, 1 connected.",
        "door": "Joris De Smedt's computer reached yours at 10.20.8.5, port 47800.",
        "elsewhere": "1 connected directly, 1 through others.",
        "clock": "Within 1 s of your colleagues' clocks.",
    }
    assert said(Subject.NETWORK, replace(WELL, networks=WELL.networks[:1])) == "wlan0 10.20.8.0/22"
    alone = replace(WELL, colleagues=(HERE,))
    assert said(Subject.ELSEWHERE, alone) == "No colleague is known to be on another network now."


@pytest.mark.parametrize("cause", OF_CHECKS)
def test_each_cause_is_a_sentence_without_gaps(cause: Cause) -> None:
    check = Check(Subject.NETWORK, State.UNKNOWN, cause)
    sentence = words.sentence(check, ILL)
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert "None" not in sentence
    assert words.repair(check, ILL) == ""


def test_a_fault_says_what_and_what_to_do() -> None:
    report = judged(ILL)
    told = {
        check.subject.value: (words.sentence(check, ILL), words.repair(check, ILL))
        for check in report.checks
        if check.state is State.FAULT
    }
    assert told == {
        "announcements": (
            "This computer's own announcements don't come back on wlan0.",
            "Allow Presence Map and UDP port 5353 in this computer's firewall.",
        ),
        "door": (
            "Joris's computer can't reach port 47800 on yours, at 10.20.8.5: no answer.",
            (
                "Allow incoming connections to Presence Map, TCP ports 47800 and 47801, "
                "in this computer's firewall."
            ),
        ),
        "elsewhere": (
            "10.40.0.9:47800, which was added by hand, can't be reached: refused.",
            "Check that address, or remove it.",
        ),
        "clock": (
            "This computer's clock differs 5 min from your colleagues' clocks.",
            "Let this computer set its clock by itself, in its date and time settings.",
        ),
    }


def test_each_fault_of_a_check_has_one_thing_to_do() -> None:
    with_repair = [cause for cause in OF_CHECKS if words_of_repair(cause)]
    assert Cause.THEIR_CLOCK in with_repair
    faults = {Cause.AWAY, Cause.NO_NETWORK, Cause.EXCLUDED, Cause.NOT_LOOPED, Cause.NOBODY_HEARD}
    faults |= {Cause.NOT_RUNNING, Cause.BLOCKED, Cause.ADDRESS_SILENT, Cause.NO_RELAY}
    faults.add(Cause.TURNED_AWAY)
    assert set(with_repair) == faults | {Cause.MY_CLOCK, Cause.THEIR_CLOCK}


def words_of_repair(cause: Cause) -> str:
    try:
        return words.repair(Check(Subject.NETWORK, State.FAULT, cause), ILL)
    except KeyError:
        return ""


@pytest.mark.parametrize(
    ("colleague", "route", "why"),
    [
        (HERE, "Same network", "Joris De Smedt is connected directly, at 10.20.9.7 (2 ms)."),
        (
            replace(FAR, delay=None),
            "Another network",
            "Amina El Idrissi is connected directly, at 10.30.0.4.",
        ),
        (HEARD, "Heard through Joris", "Sara Willems is heard through Joris De Smedt."),
        (
            replace(HEARD, through=""),
            "Heard through others",
            "Sara Willems is heard through others.",
        ),
        (
            GONE,
            "Not reached",
            "Hugo Wijnen was last heard 2 h ago, and isn't announced on this network.",
        ),
    ],
)
def test_the_way_to_a_colleague(colleague: Colleague, route: str, why: str) -> None:
    assert words.route(colleague, WELL) == route
    assert words.why(colleague, WELL) == why


UNSEEN = [
    replace(GONE, member=False),
    replace(GONE, goodbye=True),
    replace(GONE, presence=Presence.UNCERTAIN),
    *(
        replace(GONE, tried=(Tried(Address(host), outcome),))
        for host in ("10.20.9.9", "10.40.0.9")
        for outcome in (Outcome.REACHED, Outcome.REFUSED, Outcome.TIMEOUT)
    ),
    GONE,
    replace(GONE, last_heard=None),
]


@pytest.mark.parametrize("colleague", UNSEEN)
@pytest.mark.parametrize(
    "facts", [WELL, replace(WELL, door=0), replace(WELL, networks=()), replace(WELL, away=True)]
)
def test_whoever_is_not_seen_has_a_reason_and_a_remedy(colleague: Colleague, facts: Facts) -> None:
    for text in (words.why(colleague, facts), words.remedy(colleague, facts)):
        assert text.endswith(".")
        assert "{" not in text
    assert cause_of(colleague, facts) is not None
    assert words.remedy(HERE, WELL) == ""


def test_a_clock_that_differs_is_said_of_who_has_it() -> None:
    odd = replace(HERE, skew=-600_000)
    facts = replace(WELL, colleagues=(odd, FAR, replace(FAR, person="e", skew=0)))
    assert words.why(odd, facts).endswith("That computer's clock differs 10 min from yours.")
    check = judged(facts).checks[-1]
    assert (
        words.sentence(check, facts)
        == "The clock of Joris De Smedt's computer differs 10 min from yours."
    )
    assert words.repair(check, facts) == (
        "Ask Joris De Smedt to let that computer set its clock by itself."
    )


@pytest.mark.parametrize(
    ("ms", "text"),
    [
        (900, "0 s"),
        (59_999, "59 s"),
        (60_000, "1 min"),
        (7_200_000, "2 h"),
        (172_800_000, "2 days"),
    ],
)
def test_lengths(ms: int, text: str) -> None:
    assert words.length(ms) == text


def test_moments_and_delays() -> None:
    assert [words.ago(at, NOW) for at in (None, NOW, NOW - 5_000)] == ["never", "now", "5 s ago"]
    assert [words.delay(ms) for ms in (None, 0, 14)] == ["", "under 1 ms", "14 ms"]


def test_a_name_with_braces_is_only_a_name() -> None:
    odd = replace(GONE, name="{address} {0}")
    assert words.why(odd, WELL).startswith("{address} {0} was last heard")
    assert Reach.NONE is odd.reach


def test_a_translation_takes_the_place_of_each_text() -> None:
    def shout(context: str, text: str) -> str:
        assert context == "Doctor"
        return text.upper().replace("{NAME}", "{name}")

    assert words.title(Subject.CLOCK, shout) == "CLOCK"
    assert words.state_word(State.FAULT, shout) == "TO MEND"
    assert words.remedy(replace(GONE, goodbye=True), WELL, shout) == (
        "ASK Hugo Wijnen TO OPEN PRESENCE MAP AND SHARE."
    )

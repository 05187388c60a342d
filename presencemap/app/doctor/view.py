"""The report as JSON, by the contract of docs/cli.md; and as text to hand on.

The text leaves out who is meant, unless it is asked to name them: names, ids and addresses of
colleagues. Statuses and places are in neither.
"""

from collections.abc import Iterator
from dataclasses import replace

from presencemap.app.doctor import words
from presencemap.app.doctor.facts import Colleague, Facts, Tried
from presencemap.app.doctor.findings import Report, State, cause_of, reached
from presencemap.app.doctor.words import Translate
from presencemap.app.naming import person_named
from presencemap.app.views import Json, moment
from presencemap.domain.person import Person, Profile
from presencemap.domain.roster import Card
from presencemap.protocol.address import Address


def report_view(report: Report) -> Json:
    """The whole report, ready for JSON."""
    facts, sounding = report.facts, report.facts.sounding
    return {
        "at": moment(facts.at),
        "running": facts.running,
        "well": report.first_fault is None,
        "checks": [
            {
                "check": check.subject.value,
                "state": check.state.value,
                "cause": check.cause.value if check.cause else None,
                "title": words.title(check.subject),
                "sentence": words.sentence(check, facts),
                "repair": words.repair(check, facts),
            }
            for check in report.checks
        ],
        "networks": [
            {"name": n.name, "address": n.address, "subnet": n.subnet, "used": n.used}
            for n in facts.networks
        ],
        "multicast": {
            "returned": list(sounding.looped),
            "lost": list(sounding.silent),
            "team": sounding.team,
            "other_teams": sounding.others,
            "hosts": sounding.hosts,
            "last_found": moment(facts.found_at),
        }
        if sounding
        else None,
        "door": {
            "port": facts.door or None,
            "asked": facts.asked,
            "tried": [
                {"by": a.name, "outcome": a.outcome.value, "host": a.host} for a in facts.answers
            ],
        },
        "by_hand": [{"address": str(t.address), "outcome": t.outcome.value} for t in facts.by_hand],
        "colleagues": [_colleague_view(each, facts) for each in facts.colleagues],
    }


def diagnosis(report: Report, name: str | None) -> Json:
    """The report; or of the one colleague whom ``name`` means, how they are reached or why not.

    Raises:
        NotFound: nobody is meant.
        Ambiguous: several.
    """
    if name is None:
        return report_view(report)
    colleagues = {each.person: each for each in report.facts.colleagues}
    cards = [
        Card(Person(each.person, Profile(each.name)), each.presence) for each in colleagues.values()
    ]
    return _colleague_view(colleagues[person_named(cards, name).person.id], report.facts)


def report_text(report: Report, translate: Translate = words.english, *, names: bool) -> str:
    """The report for somebody else to read; without ``names`` it tells nobody from another."""
    facts = report.facts if names else _unnamed(report.facts)
    return "\n".join(_lines(report, facts, translate)) + "\n"


def _lines(report: Report, facts: Facts, translate: Translate) -> Iterator[str]:
    for check in report.checks:
        state = words.state_word(check.state, translate)
        title = words.title(check.subject, translate)
        yield f"[{state}] {title}: {words.sentence(check, facts, translate)}"
        if check.state is State.FAULT:
            yield f"    {words.repair(check, facts, translate)}"
    yield ""
    for each in facts.members:
        parts = (
            each.name,
            words.route(each, facts, translate),
            words.delay(each.delay, translate),
            words.ago(each.last_heard, facts.at, translate),
        )
        yield ", ".join(filter(None, parts))


def _unnamed(facts: Facts) -> Facts:
    """The same network, without who is in it and where they are."""
    numbers = {each.name: f"#{n}" for n, each in enumerate(facts.colleagues, 1)}

    mine = next((each.address for each in facts.used), "")

    return replace(
        facts,
        answers=tuple(replace(a, name=numbers.get(a.name, "#0")) for a in facts.answers),
        by_hand=tuple(Tried(Address("#", t.address.port), t.outcome) for t in facts.by_hand),
        colleagues=tuple(
            replace(
                each,
                person="",
                name=numbers[each.name],
                through=numbers.get(each.through, ""),
                # Mine stands for any on my network: whether it is, is all that is said.
                address=mine if facts.near(each.address) else "",
            )
            for each in facts.colleagues
        ),
    )


def _colleague_view(colleague: Colleague, facts: Facts) -> Json:
    cause = cause_of(colleague, facts)
    return {
        "person": colleague.person,
        "name": colleague.name,
        "reached": reached(colleague),
        "reach": colleague.reach.value,
        "through": colleague.through or None,
        "address": colleague.address or None,
        "same_network": facts.near(colleague.address),
        "delay_ms": colleague.delay,
        "clock_ahead_ms": colleague.skew,
        "last_heard": moment(colleague.last_heard),
        "member": colleague.member,
        "admitted": colleague.admitted,
        "verified": colleague.verified,
        "cause": cause.value if cause else None,
        "sentence": words.why(colleague, facts),
        "repair": words.remedy(colleague, facts),
    }

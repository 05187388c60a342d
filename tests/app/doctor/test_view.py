"""JSON for programs, and a text for others to read that names nobody unless asked."""

import json
from dataclasses import replace

import pytest

from presencemap.app.doctor.facts import Answer, Tried
from presencemap.app.doctor.findings import judged
from presencemap.app.doctor.view import diagnosis, report_text, report_view
from presencemap.domain.errors import Ambiguous, NotFound
from presencemap.protocol.address import Address, Outcome
from tests.app.doctor.cases import GONE, HERE, WELL

ILL = replace(
    WELL,
    by_hand=(Tried(Address("hugo-laptop", 48_000), Outcome.TIMEOUT),),
    answers=(Answer("Joris De Smedt", Outcome.REFUSED, "10.20.8.5"),),
    colleagues=(
        *WELL.colleagues,
        GONE,
        replace(GONE, person="ee" * 32, name="Ina Claes", member=False),
    ),
)


def test_the_report_is_json_with_every_check_and_colleague() -> None:
    view = json.loads(json.dumps(report_view(judged(WELL))))
    assert (view["well"], view["running"]) == (True, True)
    assert [check["check"] for check in view["checks"]] == [
        "network",
        "announcements",
        "nearby",
        "door",
        "elsewhere",
        "clock",
    ]
    assert view["multicast"]["returned"] == ["10.20.8.5"]
    assert view["door"]["tried"] == [
        {"by": "Joris De Smedt", "outcome": "reached", "host": "10.20.8.5"}
    ]
    first = view["colleagues"][0]
    assert (first["delay_ms"], first["same_network"], first["cause"]) == (2, True, None)


def test_without_sounding_or_node_what_is_not_known_is_null() -> None:
    view = report_view(judged(replace(WELL, sounding=None, door=0)))
    assert (view["multicast"], view["door"]["port"], view["well"]) == (None, None, False)


def test_one_colleague_is_found_by_name_or_id() -> None:
    report = judged(ILL)
    assert diagnosis(report, None)["well"] is False
    assert diagnosis(report, "hugo")["cause"] == "not_heard"
    assert diagnosis(report, "aa" * 32)["reached"] is True
    assert diagnosis(report, "Ina")["cause"] == "not_member"
    with pytest.raises(NotFound):
        diagnosis(report, "Nobody")
    with pytest.raises(Ambiguous):
        diagnosis(
            judged(replace(WELL, colleagues=(HERE, replace(HERE, person="ff" * 32)))), "Joris"
        )


def test_the_text_names_nobody_unless_asked() -> None:
    report = judged(ILL)
    text = report_text(report, names=False)
    for colleague in ILL.colleagues:
        assert not any(word in text for word in colleague.name.split())
        assert colleague.person[:6] not in text
        assert not colleague.address or colleague.address not in text
    assert "hugo-laptop" not in text
    assert "#1, Same network, 2 ms, now" in text
    assert "#2, Another network, 14 ms, now" in text
    assert "#3, Heard through #1, 40 s ago" in text
    assert "#4, Not reached, 2 h ago" in text
    assert "[To mend] Direct connections: #1's computer can't reach port 47800" in text
    assert "#5" not in text


def test_the_text_with_names_has_them() -> None:
    text = report_text(judged(ILL), names=True)
    assert "Joris De Smedt, Same network, 2 ms, now" in text
    assert "hugo-laptop:48000" in text

"""Who knows about something: as it is asked, and as it reads."""

import json
from typing import Any

import pytest

from presencemap.app.paths import ProfilePaths
from presencemap.cli.knowledge import expert_lines, reason_line
from presencemap.domain.expertise import Sign
from tests.nodes import call, door_of, eventually, running


def reason(sign: Sign, count: int = 1, *about: str, thanked: int = 0) -> dict[str, Any]:
    return {"sign": sign.value, "count": count, "about": list(about), "thanked": thanked}


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (reason(Sign.TALENT, 2, "Peppol", "VAT"), "listed Peppol, VAT"),
        (
            reason(Sign.SOLVED, 2, "vat", thanked=2),
            "helped to solve 2 questions on #vat, thanked for 2",
        ),
        (reason(Sign.ANSWERED), "answered 1 question"),
        (reason(Sign.ON_IT, 1, "Test bench #peppol"), "on it now: Test bench #peppol"),
        (reason(Sign.ON_JOB, 2, "Lean week", "Audit"), "works on Lean week, Audit"),
        (reason(Sign.LINK, 3, "a", "b", "c", "d"), "shared 3 links on #a, #b, #c"),
        (reason(Sign.WORKED, 2, "vat"), "wrote about it 2 times on #vat"),
        (reason(Sign.WORKED), "wrote about it once"),
        (reason(Sign.COMPANION, 1, "Peppol"), "looks for the same"),
    ],
)
def test_each_reason_has_its_words(told: dict[str, Any], line: str) -> None:
    assert reason_line(told) == line


def test_a_companion_is_no_expert_but_company() -> None:
    person = {
        "person": "b" * 64, "name": "Bram", "me": False, "presence": "online", "status": None,
        "cloned": False, "companion": True, "reasons": [reason(Sign.COMPANION)],
    }  # fmt: skip
    assert expert_lines(person) == [
        "Bram: online",
        "    looks for the same",
        "    could take it on together with you",
    ]


def test_it_is_asked_of_the_node_and_of_the_store(anna: ProfilePaths, bram: ProfilePaths) -> None:
    with running(anna) as (_, _, started), running(bram, door_of(started)):
        call(bram.data, "profile", "set", "--talent", "Peppol", "--talent", "Patience")
        key = call(anna.data, "ask", "Why are invoices refused? #peppol").strip()
        eventually(lambda: call(bram.data, "stream", "--all"), lambda said: key in said)
        answer = call(bram.data, "post", "The number wants ten digits", "--reply-to", key).strip()
        eventually(lambda: call(anna.data, "stream", "--all"), lambda said: answer in said)
        call(anna.data, "thank", answer)
        call(anna.data, "solve", key)
        said = call(anna.data, "experts", "invoice refused")
        assert "Bram Claeys: available" in said
        assert "helped to solve 1 question on #peppol, thanked for 1" in said
        [found] = json.loads(call(anna.data, "experts", "pepol", "--json"))
        assert (found["name"], found["companion"]) == ("Bram Claeys", False)
        assert [each["sign"] for each in found["reasons"]] == ["solved", "talent"]
        assert "Nobody has said anything" in call(anna.data, "experts", "gardening")
        found = call(anna.data, "search", "invoices")
        assert f"{key[:8]}  " in found
        assert "Anna Peeters asks: Why are invoices refused? #peppol" in found
        [reply] = json.loads(call(anna.data, "search", "digits", "--json"))
        assert (reply["name"], reply["text"]) == ("Bram Claeys", "The number wants ten digits")
        assert "Nobody has said anything" in call(anna.data, "search", "gardening")
        job = call(bram.data, "job", "add", "Office garden #gardening").split()[0]
        eventually(lambda: call(anna.data, "search", "gardening"), lambda said: job in said)
        assert (
            call(anna.data, "search", "garden")
            == f"job {job}  Office garden #gardening: Bram Claeys\n"
        )
        assert "    works on Office garden\n" in call(anna.data, "experts", "gardens")
        assert "few words" in call(anna.data, "experts", " ", code=1)
    assert "Bram Claeys: offline" in call(anna.data, "experts", "peppol")
    assert "ten digits" in call(anna.data, "search", "digit")

"""Posts, reactions, follows and retracts as a hostile member could send them.

This mirrors no one module.
"""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presencemap.domain.post import EDIT_WITHIN, PostKind, ReactionKind
from presencemap.protocol.fields import Model
from presencemap.protocol.record import (
    DAY,
    MAX_LIFE,
    RETRACT_MARGIN,
    FollowBody,
    LinkBody,
    PostBody,
    ReactionBody,
    Record,
    RetractBody,
)
from tests.protocol.test_record import JSON, NOW, forged, header_with, refused, taken_or_refused

ID = "a" * 32
FAMILY = "👨\u200d👩\u200d👧\u200d👦"
"""One character, as a person counts."""
POST = PostBody(
    kind=PostKind.LINK,
    text="x" * 140,
    links=(LinkBody(url="https://docs.example/x", title="y" * 60),) * 4,
    of=None,
    said=NOW,
    replaces=(),
)
BODIES: dict[str, Model] = {
    "post": POST,
    "reaction": ReactionBody(rev=1, target=ID, kind=ReactionKind.THANK),
    "follow": FollowBody(rev=1, target="#pe-" + "ë" * 61, on=True),
    "retract": RetractBody(targets=tuple(n * 32 for n in "012345678"), device="b" * 64, upto=5),
}


def sent(of_kind: str, /, **changes: Any) -> bytes:
    return forged({**BODIES[of_kind].model_dump(mode="json"), **changes}, of_kind)


def of_text(text: str) -> bytes:
    """A post of this text, which isn't escaped: so it fits."""
    said = {**POST.model_dump(mode="json"), "text": text, "links": []}
    return forged(json.dumps(said, ensure_ascii=False).encode(), "post")


@pytest.mark.parametrize("kind", BODIES)
def test_the_biggest_are_taken(kind: str) -> None:
    assert Record.read(sent(kind)).body == BODIES[kind]


def test_characters_are_counted_as_a_person_does() -> None:
    body = Record.read(of_text(FAMILY * 140)).body
    assert isinstance(body, PostBody)
    assert body.text == FAMILY * 140


@pytest.mark.parametrize(
    "data",
    [
        sent("post", text="x" * 141),
        of_text(FAMILY * 141),
        of_text("a" + "\u0301" * 1400),
        sent("post", text="two\nlines"),
        sent("post", kind="advert"),
        sent("post", place="home"),
        sent("post", links=[{"url": "https://x.example", "title": ""}] * 5),
        sent("post", links=[{"url": "https://x.example/" + "x" * 200, "title": ""}]),
        sent("post", links=[{"url": "https://x.example", "title": "x" * 61}]),
        sent("post", of="a" * 31),
        sent("post", replaces=[n * 32 for n in "012345678"]),
        sent("reaction", kind="boo"),
        sent("reaction", rev=0),
        sent("follow", target="#"),
        sent("follow", target="#two words"),
        sent("follow", target="#" + "x" * 65),
        sent("follow", target="b" * 63),
        sent("follow", target="b" * 65),
        sent("follow", on=1),
        sent("retract", targets=[n * 32 for n in "0123456789"]),
        sent("retract", device="b" * 63),
        sent("retract", upto=-1),
    ],
)
def test_bodies_that_are_refused(data: bytes) -> None:
    assert "malformed" in refused(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (sent("post", said=NOW - 1), "changed after"),
        (sent("post", said=NOW - EDIT_WITHIN - 1, replaces=[ID]), "changed after"),
        (sent("post", said=NOW + 1, replaces=[ID]), "changed after"),
        (sent("post", of=ID), "about"),
        (sent("post", kind="reply"), "about"),
        (header_with(life=MAX_LIFE + 1), "too long"),
    ],
)
def test_what_no_field_can_say_by_itself(data: bytes, why: str) -> None:
    assert why in refused(data)


def test_an_edit_is_taken_up_to_the_last_moment() -> None:
    assert Record.read(sent("post", said=NOW - EDIT_WITHIN, replaces=[ID]))
    assert Record.read(sent("post", replaces=[ID])), "within the same millisecond"


def test_only_a_retract_lives_longer() -> None:
    body = BODIES["retract"].model_dump(mode="json")
    life = MAX_LIFE + RETRACT_MARGIN
    assert Record.read(forged(body, "retract", head=lambda h: {**h, "life": life}))


def test_what_is_added_has_no_register_and_no_rank() -> None:
    record = Record.read(sent("post"))
    assert record.register is None
    with pytest.raises(AssertionError):
        _ = record.rank
    assert Record.read(sent("retract")).register is None


def test_join_and_leave_are_one_register() -> None:
    registers = {
        kind: Record.read(sent("reaction", kind=kind)).register
        for kind in ("thank", "join", "leave")
    }
    assert registers["join"] == registers["leave"] != registers["thank"]


def test_registers_are_compared_by_kind_and_what_flows_by_day() -> None:
    sources = {kind: Record.read(sent(kind)).source for kind in BODIES}
    today = f"day {NOW // DAY}"
    assert sources == {"post": today, "reaction": today, "follow": "follow", "retract": today}


@settings(max_examples=150)
@given(st.sampled_from(list(BODIES)), st.data(), JSON)
def test_any_value_in_any_field(kind: str, data: st.DataObject, value: Any) -> None:
    fields = list(BODIES[kind].model_dump())
    taken_or_refused(sent(kind, **{data.draw(st.sampled_from([*fields, "more"])): value}))

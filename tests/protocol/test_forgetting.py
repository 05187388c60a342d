"""What was replaced or taken back is nowhere in a node's memory: all that it reaches is searched.

This mirrors no one module.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from presencemap.domain.plan import Plan
from presencemap.domain.post import Draft, PostKind
from presencemap.protocol.endpoint import Endpoint
from tests.protocol.lan import DAY, Lan, Node


def reached(thing: object, seen: set[int]) -> Iterator[bytes]:
    """Every text and all bytes that hang on a thing, by attributes and in containers."""
    if id(thing) in seen or isinstance(thing, type):
        return
    seen.add(id(thing))
    if isinstance(thing, str | bytes | bytearray):
        yield thing.encode() if isinstance(thing, str) else bytes(thing)
        return
    parts: list[Any] = list(vars(thing).values()) if hasattr(thing, "__dict__") else []
    for kind in type(thing).__mro__:
        slots = getattr(kind, "__slots__", ())
        names = (slots,) if isinstance(slots, str) else slots
        parts += [getattr(thing, name, None) for name in names]
    if isinstance(thing, dict):
        parts += [*thing.keys(), *thing.values()]
    elif isinstance(thing, list | tuple | set | frozenset) or hasattr(thing, "popleft"):
        parts += list(thing)  # type: ignore[call-overload]
    for part in parts:
        yield from reached(part, seen)


def remembers(endpoint: Endpoint, text: str) -> bool:
    return any(text.encode() in found for found in reached(endpoint, set()))


def plan(node: Node, text: str, life: int) -> None:
    over = node.now + life
    node.do(node.endpoint.owner.set_plan(Plan(date(2027, 1, 15), text=text), over, node.now))


def test_nothing_in_memory_remembers_what_was_replaced_or_taken_back() -> None:
    lan = Lan()
    anna, bram, cleo = lan.team_of("Bram", "Cleo")
    lan.wall(anna, cleo)
    anna.says("quietly at Zottegem")
    anna.do(anna.endpoint.stream.say(Draft(PostKind.ACTIVITY, "posted in haste"), lan.now))
    anna.do(anna.endpoint.stream.say(Draft(PostKind.QUESTION, "a tpyo"), lan.now))
    lan.pass_time(5_000)
    for node in (anna, bram, cleo):
        for text in ("quietly at Zottegem", "posted in haste", "a tpyo"):
            assert remembers(node.endpoint, text), "the search finds what is there"
    typo, haste = (post.id for post in anna.endpoint.stream.newest(2))
    if anna.endpoint.stream.thread(typo)[0].said.text != "a tpyo":
        typo, haste = haste, typo
    anna.says("openly elsewhere")
    anna.do(anna.endpoint.stream.edit(typo, "a typo", lan.now))
    anna.do(anna.endpoint.stream.retract(haste, lan.now))
    lan.pass_time(30_000)
    for node in (anna, bram, cleo):
        assert remembers(node.endpoint, "openly elsewhere")
        assert remembers(node.endpoint, "a typo")
        for text in ("quietly at Zottegem", "posted in haste", "a tpyo"):
            assert not remembers(node.endpoint, text), (node.name, text)


def test_nor_what_was_planned_once_it_is_planned_otherwise_or_the_day_is_over() -> None:
    lan = Lan()
    nodes = anna, bram, cleo = lan.team_of("Bram", "Cleo")
    lan.wall(anna, cleo)
    plan(anna, "meeting the rival", DAY // 2)
    plan(bram, "a dentist in Zottegem", DAY // 2)
    lan.pass_time(5_000)
    for node in nodes:
        assert remembers(node.endpoint, "meeting the rival"), "the search finds what is there"
        assert remembers(node.endpoint, "a dentist in Zottegem")
    plan(anna, "writing", DAY // 2)
    lan.pass_time(30_000)
    assert not any(remembers(node.endpoint, "meeting the rival") for node in nodes)
    lan.now += DAY // 2
    lan.pass_time(1_000)
    for node in nodes:
        for text in ("writing", "a dentist in Zottegem", "2027-01-15"):
            assert not remembers(node.endpoint, text), (node.name, text)

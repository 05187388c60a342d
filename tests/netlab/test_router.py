"""Two subnets and a router between them. Mirrors no one module."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.netlab.conftest import NAMES
from tests.netlab.lab import Lab
from tests.nodes import call, eventually, who

pytestmark = pytest.mark.netlab
ANNA, BRAM = NAMES[:2]


@pytest.mark.parametrize("version", [4, 6])
def test_who_is_told_an_address_across_the_router_sees_and_is_seen(
    team: Callable[[int], list[Path]], version: int
) -> None:
    anna, bram = team(2)
    with ExitStack() as stack:
        lab = stack.enter_context(Lab(1, 1))
        (here,), (there,) = lab.subnets
        door = f"{here.address}:47800" if version == 4 else f"[{here.address_6}]:47800"
        stack.enter_context(here.node(anna))
        stack.enter_context(there.node(bram, "--peer", door))
        call(anna, "set", "From the first floor")
        call(bram, "set", "From the second floor")
        for by, of, text in (
            (bram, ANNA, "From the first floor"),
            (anna, BRAM, "From the second floor"),
        ):
            seen = eventually(
                lambda by=by, of=of: who(by).get(of, {}),
                lambda seen, text=text: (
                    seen.get("online") and (seen["status"] or {}).get("text") == text
                ),
                within=30,
            )
            assert seen["reach"] == "direct"

"""The table of actions."""

from typing import Any

from presencemap.cli.actions import ACTIONS
from presencemap.cli.parser import parser


def test_each_command_of_the_grammar_has_its_action() -> None:
    def named(found: Any) -> set[str]:
        below = [a for a in found._actions if hasattr(a, "choices") and isinstance(a.choices, dict)]
        names = {found._defaults["action"]} if "action" in found._defaults else set()
        return names.union(*(named(each) for a in below for each in a.choices.values()))

    assert named(parser()) - {"app", "demo", "node"} == set(ACTIONS)

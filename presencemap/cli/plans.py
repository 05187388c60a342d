"""The commands about the coming days: ``plan`` and ``plan show``."""

from argparse import Namespace
from datetime import datetime
from typing import Any

from presencemap.app import control
from presencemap.app.commands import SetPlan
from presencemap.app.paths import ProfilePaths
from presencemap.cli import phrases
from presencemap.cli.answers import ask, print_json
from presencemap.domain.errors import InvalidInput
from presencemap.domain.plan import day_named


def plan(arguments: Namespace, paths: ProfilePaths) -> None:
    """``plan``: what isn't named stays as it is."""
    changes: dict[str, Any] = {}
    if arguments.clear:
        changes |= {"place": None, "text": "", "out": False}
    if arguments.place is not None:
        changes["place"] = arguments.place
    if arguments.text is not None:
        changes["text"] = arguments.text
    if arguments.out:
        changes["out"] = True
    if not changes:
        raise InvalidInput("Say something: --place, --text, --out or --clear.")
    if arguments.out and arguments.place is not None:
        raise InvalidInput("Who is out of office is at no place; give --out or --place.")
    first = day_named(arguments.day, datetime.now().astimezone().date())
    # “mon” to “fri” is one week, whatever today is.
    last = day_named(arguments.until, first) if arguments.until else first
    planned = ask(paths, control.asked(SetPlan(first, last, **changes)))
    if not planned:
        print("Taken back: nothing is planned.")
    for line in phrases.plan_lines(planned):
        print(f"Shared with your whole team, {line}.")


def plan_show(arguments: Namespace, paths: ProfilePaths) -> None:
    """``plan show``."""
    shown = ask(paths, {"ask": "plans", "name": arguments.person}, from_store=True)
    if arguments.json:
        return print_json(shown)
    for line in phrases.plan_lines(shown["plans"]) or ["Nothing is planned."]:
        print(line)
    return None

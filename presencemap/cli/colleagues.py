"""The commands about colleagues: ``who`` and ``watch``."""

from argparse import Namespace

from presencemap.app import control
from presencemap.app.paths import ProfilePaths
from presencemap.cli import phrases
from presencemap.cli.answers import ask, check_team, json_text, print_rows
from presencemap.domain.errors import NodeNotRunning


def who(arguments: Namespace, paths: ProfilePaths) -> None:
    """``who``."""
    request = {
        "ask": "who",
        "name": arguments.name,
        "place": arguments.place,
        "topic": arguments.topic,
    }
    people = ask(paths, request, from_store=True)
    print_rows(people, phrases.person_line, as_json=arguments.json)


def watch(arguments: Namespace, paths: ProfilePaths) -> None:
    """``watch``: until the node stops or the reader leaves."""
    try:
        for event in control.watch(paths.control):
            line = json_text(event) if arguments.json else phrases.event_line(event)
            print(line, flush=True)
    except NodeNotRunning:
        check_team(paths)
        raise

"""The commands about notes: ``note`` and ``notes``."""

from argparse import Namespace
from typing import Any, Final

from presencemap.app import control
from presencemap.app.commands import (
    DeclineIntroduction,
    Introduce,
    ShowNotes,
    TakeBackNote,
    WriteNote,
)
from presencemap.app.paths import ProfilePaths
from presencemap.cli.answers import ask, print_rows
from presencemap.cli.phrases import clock_time

CAME: Final = {
    "waiting": "on its way",
    "carried": "with a colleague's computer, which hands it on",
    "delivered": "delivered",
}


def note(arguments: Namespace, paths: ProfilePaths) -> None:
    """``note``."""
    ask(paths, control.asked(WriteNote(arguments.person, arguments.text)))
    print("Sealed and sent; it comes to them also when you are away: presencemap notes")


def introduce(arguments: Namespace, paths: ProfilePaths) -> None:
    """``introduce``."""
    people = (arguments.person, arguments.other)
    text = arguments.text or "You two may help each other."
    ask(paths, control.asked(Introduce(*people, arguments.topic, text)))
    print("Each of the two gets a note; either may decline: presencemap notes")


def notes(arguments: Namespace, paths: ProfilePaths) -> None:
    """``notes``."""
    if arguments.decline:
        ask(paths, control.asked(DeclineIntroduction(arguments.decline)))
        return print("They both read that you can't now.")
    if arguments.take_back:
        ask(paths, control.asked(TakeBackNote(arguments.take_back)))
        return print("Taken back: it leaves every colleague's computer when that is reached.")
    found = ask(paths, control.asked(ShowNotes(arguments.person)), from_store=True)
    return print_rows(found, note_line, as_json=arguments.json)


def note_line(note: dict[str, Any]) -> str:
    """A note as a person reads it."""
    name = note["name"] or note["person"][:12]
    way = f"to {name}" if note["mine"] else name
    said = f"{note['id'][:8]}  {clock_time(note['at'])} {way}: {note['text']}"
    if told := note["introduces"]:
        on = f" on #{told['topic']}" if told["topic"] else ""
        no = ", declined" if told["declined_by"] else ""
        said += f" [meet {told['name'] or told['person'][:12]}{on}{no}]"
    return f"{said} ({CAME[note['delivery']]})" if note["mine"] else said

"""What is asked about notes, done on an opened team: writing, taking back, showing.

What is sealed and for whom is the protocol's; here names and views are made.
"""

from typing import assert_never

from presencemap.app.commands import (
    DeclineIntroduction,
    Introduce,
    NoteCommand,
    ShowNotes,
    TakeBackNote,
    WriteNote,
)
from presencemap.app.naming import note_named, topic_named
from presencemap.app.views import Json, note_view
from presencemap.domain.errors import NotFound
from presencemap.domain.note import note_text
from presencemap.domain.wrong import Wrong
from presencemap.protocol.effects import Effect
from presencemap.protocol.endpoint import Endpoint


def obeyed(endpoint: Endpoint, command: NoteCommand, now: int) -> tuple[object, list[Effect]]:
    """(answer, effects) of a command about notes.

    Raises:
        UserError: it can't be done as asked; nothing was changed.
    """
    mailbox = endpoint.mailbox
    match command:
        case WriteNote(person=person, text=text):
            _check_belong(endpoint, [person], now)
            return None, mailbox.write(person, note_text(text), now)
        case Introduce(person=one, other=other, topic=topic, text=text):
            _check_belong(endpoint, [one, other], now)
            on = topic_named(topic) if topic else ""
            return None, mailbox.introduce(one, other, on, note_text(text), now)
        case DeclineIntroduction(note=start):
            return None, mailbox.decline(note_named(endpoint, start), now)
        case TakeBackNote(note=start):
            return None, mailbox.take_back(note_named(endpoint, start), now)
        case ShowNotes(person=person):
            return _shown(endpoint, person, now), []
        case _:
            assert_never(command)


def _check_belong(endpoint: Endpoint, people: list[str], now: int) -> None:
    if not all(endpoint.cards.belongs(person, now) for person in people):
        raise NotFound(
            "Nobody in the team has that id; see: presencemap team members",
            Wrong.PERSON_UNKNOWN,
        )


def _shown(endpoint: Endpoint, person: str | None, now: int) -> list[Json]:
    return [
        note_view(note, lambda p: endpoint.cards.of(p, now).person.name)
        for note in endpoint.mailbox.notes(person)
    ]

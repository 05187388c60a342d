"""Notes asked for by command: for whom, by which id, and what can't be done refused."""

from collections.abc import Iterator

import pytest

from presencemap.app.commands import (
    DeclineIntroduction,
    Introduce,
    SetSharing,
    ShowNotes,
    TakeBackNote,
    WriteNote,
)
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import Ambiguous, InvalidInput, NotFound, Refused
from presencemap.protocol.signing import Signer
from tests.nodes import call


@pytest.fixture
def desk(anna: ProfilePaths, colleague: str) -> Iterator[StoreDesk]:
    with StoreDesk(anna) as opened:
        yield opened


def shown(desk: StoreDesk, person: str | None = None) -> list[dict[str, object]]:
    found = desk.obey(ShowNotes(person))
    assert isinstance(found, list)
    return found


def test_a_note_is_written_shown_and_taken_back(desk: StoreDesk, colleague: str) -> None:
    desk.obey(WriteNote(colleague, "  Lunch\nat one? "))
    [note] = shown(desk)
    assert note == {**note, "person": colleague, "mine": True, "text": "Lunch at one?"}
    assert note["delivery"] == "waiting"
    assert shown(desk, colleague) == [note]
    assert shown(desk, Signer.fresh().id) == []
    desk.obey(TakeBackNote(str(note["id"])[:8]))
    assert shown(desk) == []


def test_an_id_must_fit_one(
    desk: StoreDesk, colleague: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.obey(WriteNote(colleague, "one"))
    desk.obey(WriteNote(colleague, "two"))
    for text in ("beef", "abc"):
        with pytest.raises(NotFound, match=text):
            desk.obey(TakeBackNote(text))
    monkeypatch.setattr("presencemap.app.naming.SHORTEST", 0)
    with pytest.raises(Ambiguous, match=str(shown(desk)[0]["id"])):
        desk.obey(TakeBackNote(""))


def test_what_cannot_be_sent(desk: StoreDesk, colleague: str) -> None:
    with pytest.raises(NotFound):
        desk.obey(WriteNote(Signer.fresh().id, "hello"))
    with pytest.raises(InvalidInput, match="Say something"):
        desk.obey(WriteNote(colleague, " "))
    with pytest.raises(Refused, match="That is you"):
        desk.obey(WriteNote(desk.team.endpoint.me.person.id, "hello"))
    desk.obey(SetSharing(Sharing.PAUSED))
    with pytest.raises(Refused, match="paused"):
        desk.obey(WriteNote(colleague, "hello"))
    assert shown(desk) == []


def test_two_are_introduced_on_a_topic(desk: StoreDesk, colleague: str) -> None:
    me = desk.team.endpoint.me.person.id
    with pytest.raises(Refused, match="two colleagues"):
        desk.obey(Introduce(colleague, me, "", "Meet?"))
    with pytest.raises(NotFound):
        desk.obey(Introduce(colleague, Signer.fresh().id, "", "Meet?"))
    with pytest.raises(InvalidInput, match="one topic"):
        desk.obey(Introduce(colleague, me, "two words", "Meet?"))
    desk.obey(WriteNote(colleague, "hello"))
    with pytest.raises(NotFound, match="no introduction"):
        desk.obey(DeclineIntroduction(str(shown(desk)[0]["id"])))


def test_nobody_is_written_to_without_a_node(anna: ProfilePaths) -> None:
    call(anna.data, "note", "Anna", "hello", code=3)

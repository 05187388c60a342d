"""What a filter looks through."""

from pytestqt.qtbot import QtBot

from presencemap.ui.people.found_words import FoundWords


def test_it_is_read_before_anybody_asks(qtbot: QtBot) -> None:
    said, asked = {f"p{n}": f" word {n}" for n in range(150)}, list[str]()

    def read(person: str) -> str | None:
        asked.append(person)
        return said.get(person)

    words = FoundWords(read)
    words.read([*said, "a stranger"])
    assert asked == []
    qtbot.waitUntil(lambda: len(asked) == 151)
    assert words() == said
    assert len(asked) == 151


def test_who_asks_at_once_gets_everything_and_the_newest(qapp: object) -> None:
    said = {f"p{n}": "old" for n in range(150)}
    words = FoundWords(said.get)
    words.read(said)
    assert words() == said
    said["p3"] = "new"
    words.read(["p3"])
    assert words()["p3"] == "new"
    words.forget("p3")
    words.forget("nobody")
    assert "p3" not in words()
    words.read_anew(["p4"])
    assert words() == {"p4": "old"}


def test_who_waits_for_all_reads_on_in_steps(qapp: object) -> None:
    said = {f"p{n}": f" word {n}" for n in range(5)}
    words = FoundWords(said.get)
    words.read(said)
    steps = words.reading()
    next(steps)
    assert words.unread == 4
    for _ in steps:
        pass
    assert words.unread == 0
    assert words() == said

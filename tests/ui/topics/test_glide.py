"""The clock of what moves on the topic map."""

from pytestqt.qtbot import QtBot

from presencemap.ui.topics.glide import Glide


def test_it_goes_from_start_to_end_or_is_there_at_once(qtbot: QtBot) -> None:
    glide = Glide()
    told: list[float] = []
    glide.advanced.connect(told.append)
    glide.begin(at_once=True)
    assert told == [1.0]
    glide.begin(at_once=False)
    qtbot.waitUntil(lambda: len(told) > 2 and told[-1] == 1.0)
    assert told[1:] == sorted(told[1:])

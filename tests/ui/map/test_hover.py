"""The tooltip of a place, late and never markup; and the card of a person, which waits for one."""

from types import ModuleType

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from presencemap.ui.map import hover as hovering
from presencemap.ui.map.gestures import GestureArea
from presencemap.ui.map.hover import Hover, Who
from presencemap.ui.theme import Appearance


class Under(GestureArea):
    def underMouse(self) -> bool:  # noqa: N802
        return True


@pytest.fixture
def area(look: Appearance, qtbot: QtBot) -> Under:
    made = Under()
    qtbot.addWidget(made)
    made.resize(600, 500)
    with qtbot.waitExposed(made):
        made.show()
    QCursor.setPos(made.mapToGlobal(QPoint(300, 100)))  # an earlier test's would be on the card
    return made


@pytest.fixture
def hover(area: Under) -> Hover:
    return Hover(area)


@pytest.fixture
def who(factories: ModuleType) -> Who:
    team = factories.team(3)
    return team.cards[1], team.places, team.now


def test_it_waits_then_shows_plain_text(qtbot: QtBot, area: Under, hover: Hover) -> None:
    hover.rest("<img src=x> & Ann\nBusy", area.mapToGlobal(QPoint(5, 5)))
    assert QToolTip.text() == ""
    qtbot.waitUntil(lambda: QToolTip.text() != "")
    assert QToolTip.text() == "<qt>&lt;img src=x&gt; &amp; Ann<br>Busy</qt>"
    hover.rest("", QPoint())
    assert hover.text == ""
    assert not hover._timer.isActive()


def test_a_person_has_a_card_beside_the_pointer(
    qtbot: QtBot, area: Under, hover: Hover, who: Who
) -> None:
    hover.rest("", area.mapToGlobal(QPoint(300, 100)), who)
    assert hover.text.startswith("Joris De Smedt · Available")
    assert hover.card.isHidden()
    qtbot.waitUntil(hover.card.isVisible)
    assert not hover.card.geometry().contains(QPoint(300, 101))
    assert area.rect().contains(hover.card.covered().middle[0], hover.card.covered().middle[1])


def test_the_card_stays_while_the_pointer_goes_to_it(
    qtbot: QtBot, area: Under, hover: Hover, who: Who
) -> None:
    hover.rest("", area.mapToGlobal(QPoint(300, 100)), who)
    qtbot.waitUntil(hover.card.isVisible)
    hover.rest("Acme", area.mapToGlobal(QPoint(300, 110)))
    assert hover.card.isVisible()
    hover.card.entered.emit()
    assert not hover._linger.isActive()
    hover.card.left.emit()
    qtbot.waitUntil(hover.card.isHidden)
    assert QToolTip.text() == ""


def test_what_the_pointer_went_on_to_comes_in_its_place(
    qtbot: QtBot, area: Under, hover: Hover, who: Who, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    class Tips(QToolTip):
        """What is shown is kept: a real one goes as soon as another window is activated."""

        @staticmethod
        def showText(_at: QPoint, text: str, _over: object) -> None:  # noqa: N802
            shown.append(text)

    monkeypatch.setattr(hovering, "QToolTip", Tips)
    hover.rest("", area.mapToGlobal(QPoint(300, 100)), who)
    qtbot.waitUntil(hover.card.isVisible)
    hover.rest("Acme", area.mapToGlobal(QPoint(10, 10)))
    qtbot.waitUntil(lambda: shown == ["<qt>Acme</qt>"])
    assert hover.card.isHidden()


def test_a_click_or_a_move_of_the_ground_takes_it_away(
    qtbot: QtBot, area: Under, hover: Hover, who: Who
) -> None:
    for tell in (lambda: area.clicked.emit(QPointF()), lambda: area.panned.emit(QPointF(1, 1))):
        hover.rest("", area.mapToGlobal(QPoint(300, 100)), who)
        qtbot.waitUntil(hover.card.isVisible)
        tell()
        assert hover.card.isHidden()
        assert hover.text == ""


def test_a_click_on_it_opens_the_whole_card(
    qtbot: QtBot, area: Under, hover: Hover, who: Who
) -> None:
    hover.rest("", area.mapToGlobal(QPoint(300, 100)), who)
    qtbot.waitUntil(hover.card.isVisible)
    with qtbot.waitSignal(hover.person_activated) as told:
        hover.card.person_wanted.emit(who[0].person.id)
    assert told.args == [who[0].person.id]
    assert hover.card.isHidden()
    QApplication.sendEvent(hover.card, QEvent(QEvent.Type.Leave))
    assert hover.text == ""

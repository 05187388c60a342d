"""Who, how available, until when."""

from dataclasses import replace
from types import ModuleType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Presence
from presencemap.domain.roster import MINUTE
from presencemap.domain.status import Activity, Kind
from presencemap.ui.controls import Label
from presencemap.ui.people.card_head import Head
from presencemap.ui.people.wording import clock
from presencemap.ui.theme import Appearance

HOUR = 60 * MINUTE


def words(widget: QWidget) -> list[str]:
    """What can be seen of it."""
    labels = widget.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    return [label.text() for label in labels if label.isVisibleTo(widget)]


def test_the_head_says_who_how_and_until(
    look: Appearance, qtbot: QtBot, factories: ModuleType
) -> None:
    activity = Activity(Kind.WORKING_ON, "Cut-over")
    end = f"until {clock(factories.NOW + 3 * HOUR)}"
    for about, meta in (
        ({"activity": activity}, [f"Place and activity {end}"]),
        ({}, [f"Place {end}"]),
        ({"activity": activity, "place": None}, [f"Activity {end}"]),
        ({"until": None}, []),
    ):
        head = Head()
        head.show_card(factories.card(1, "Joris De Smedt", **about), factories.NOW)
        qtbot.addWidget(head)
        assert words(head) == ["Joris De Smedt", "Available", *meta]
        assert head.close_button.accessibleName() == "Close"


def test_the_head_of_who_isnt_reached(
    look: Appearance, qtbot: QtBot, factories: ModuleType
) -> None:
    card = factories.card(1, "Hugo", presence=Presence.OFFLINE, seen=2 * HOUR)
    head = Head()
    qtbot.addWidget(head)
    head.show_card(card, factories.NOW)
    since = clock(factories.NOW - 2 * HOUR)
    assert words(head) == ["Hugo", "Offline", f"Not reached since {since}"]
    head.show_card(type(card)(card.person, Presence.OFFLINE), factories.NOW)
    assert words(head)[-1] == "Not seen yet"


def test_on_a_page_there_is_room_for_more_and_nowhere_to_go_on_to(
    look: Appearance, qtbot: QtBot, factories: ModuleType
) -> None:
    card = replace(factories.card(1, "Joris De Smedt"), verified=True)
    small, large = Head(), Head((Label("below"),))
    for head in (small, large):
        qtbot.addWidget(head)
        head.show_card(card, factories.NOW)
    assert "below" in words(large)
    assert (small.more_button.isHidden(), large.more_button.isHidden()) == (False, True)
    assert small.more_button.accessibleName().startswith("More about Joris: ")
    assert (small._shield.isHidden(), large._shield.isHidden()) == (False, True)
    large.stand(wide=False)
    narrow = large._face.sizeHint().width()
    large.stand(wide=True)
    assert large._face.sizeHint().width() > narrow


def test_where_the_ways_are_large_they_are_beside_each_other_on_a_page_the_cross_is_on_top(
    look: Appearance, qtbot: QtBot, factories: ModuleType
) -> None:
    card, page = Head(), Head([Label("more"), Label("and more")])
    for head in (card, page):
        qtbot.addWidget(head)
        head.show_card(factories.card(1, "Joris De Smedt"), factories.NOW)
        head.resize(400, 120)
        head.show()
    close, more = card.close_button, card.more_button
    assert (close.x(), close.y() < more.y()) == (more.x(), True)
    look.set_narrow(narrow=True)
    qtbot.waitUntil(lambda: close.y() == more.y())
    assert close.x() > more.x()
    assert page.close_button.y() == 0

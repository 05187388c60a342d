"""What the steps share."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from presencemap.ui.onboarding.page import Page, Progress
from presencemap.ui.theme import Appearance


def test_a_page_says_which_step_it_is(look: Appearance, qtbot: QtBot) -> None:
    page = Page(2, "Who are you?", "Colleagues see this.")
    qtbot.addWidget(page)
    words = [label.text() for label in page.findChildren(QLabel)]
    assert words == ["Step 2 of 3", "Who are you?", "Colleagues see this."]
    assert page.accessibleName() == "Step 2 of 3: Who are you?"
    assert page.ready
    assert page.leave()


def test_the_bars_are_filled_up_to_the_step(look: Appearance, qtbot: QtBot) -> None:
    bars = Progress(2)
    qtbot.addWidget(bars)
    bars.resize(300, 4)
    image = bars.grab().toImage()
    accent = look.theme.colour("accent")
    assert [image.pixelColor(x, 2) == accent for x in (50, 150, 250)] == [True, True, False]

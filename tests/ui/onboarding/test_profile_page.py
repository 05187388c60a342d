"""Step 2."""

from pytestqt.qtbot import QtBot

from presencemap.domain.person import Profile
from presencemap.ui.onboarding.profile_page import ProfilePage
from presencemap.ui.theme import Appearance


def test_a_name_is_enough_to_go_on(look: Appearance, qtbot: QtBot) -> None:
    page = ProfilePage()
    qtbot.addWidget(page)
    assert not page.ready
    assert not page.leave()
    with qtbot.waitSignal(page.ready_changed):
        page.form.name.setText("Sofie Vermeulen")
    assert page.ready
    assert page.leave()
    assert page.profile == Profile("Sofie Vermeulen")

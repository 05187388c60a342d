"""My status at the top right."""

from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.app.commands import SetStatus
from presencemap.app.notices import Removed, SharingChanged
from presencemap.domain.availability import Sharing
from presencemap.domain.status import Activity, Kind
from presencemap.ui.status_pill import StatusPill
from presencemap.ui.theme import Mode


def test_it_follows_my_status(stage: Any, qtbot: QtBot) -> None:
    pill = StatusPill(stage.team)
    qtbot.addWidget(pill)
    pill.show()
    assert pill.accessibleName().startswith("You: available, at Acme, Gent until")
    before, narrow = pill.grab().toImage(), pill.sizeHint().width()
    on = Activity(Kind.STRUGGLING_WITH, "A sentence that is longer than the pill can ever be")
    stage.node.post(SetStatus(activity=on))
    qtbot.waitUntil(lambda: on.text in pill.accessibleName())
    assert pill.grab().toImage() != before
    assert narrow < pill.sizeHint().width() <= 238


def test_a_click_and_the_space_bar_open(stage: Any, qtbot: QtBot) -> None:
    pill = StatusPill(stage.team)
    qtbot.addWidget(pill)
    pill.show()
    with qtbot.waitSignal(pill.clicked):
        qtbot.keyClick(pill, " ")


def test_it_follows_the_look(stage: Any, look: Any, qtbot: QtBot) -> None:
    pill = StatusPill(stage.team)
    qtbot.addWidget(pill)
    before = pill.grab().toImage()
    look.set_mode(Mode.DARK)
    assert pill.grab().toImage() != before


def test_it_is_amber_and_says_so_while_i_dont_share(stage: Any, look: Any, qtbot: QtBot) -> None:
    pill = StatusPill(stage.team)
    qtbot.addWidget(pill)
    shared = pill.accessibleName()
    stage.team.take(SharingChanged(Sharing.PAUSED))
    assert pill.accessibleName() == ("Sharing is paused: Colleagues see you offline. Change")
    pill.resize(pill.sizeHint())
    ground = pill.grab().toImage().pixelColor(pill.width() // 2, 4)
    assert ground == look.theme.colour("warnSoft")
    stage.team.take(SharingChanged(Sharing.ON))
    assert pill.accessibleName() == shared


def test_it_says_that_i_was_removed(stage: Any, qtbot: QtBot) -> None:
    pill = StatusPill(stage.team)
    qtbot.addWidget(pill)
    stage.team.take(Removed())
    assert pill.accessibleName().startswith("Removed from the team: Nothing of yours is shared")
    assert pill.toolTip() == "Start anew …"
    pill.grab()

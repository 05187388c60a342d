"""Less motion: chosen here, or said by the desktop's portal."""

from collections.abc import Callable

import pytest
from PySide6.QtDBus import QDBusMessage, QDBusPendingCall, QDBusVariant
from pytestqt.qtbot import QtBot

from presencemap.ui.motion import Motion

NEW, GNOME = "reduced-motion", "enable-animations"


class Portal:
    """A session bus whose portal has these settings."""

    def __init__(self, settings: dict[str, object]) -> None:
        self.settings = settings
        self.asked: list[object] = []

    def asyncCall(self, question: QDBusMessage, _within: int) -> QDBusPendingCall:  # noqa: N802
        _, key = question.arguments()
        self.asked.append(key)
        if key not in self.settings:
            answer = question.createErrorReply("org.freedesktop.portal.Error.NotFound", "no such")
        else:
            answer = question.createReply(QDBusVariant(self.settings[key]))
        return QDBusPendingCall.fromCompletedCall(answer)


@pytest.fixture
def asked(qtbot: QtBot) -> Callable[[dict[str, object]], Motion]:
    def ask(settings: dict[str, object]) -> Motion:
        motion, portal = Motion(), Portal(settings)
        motion.ask(portal)
        assert portal.asked == [NEW, GNOME]
        qtbot.waitUntil(lambda: not motion.is_asking)
        return motion

    return ask


@pytest.mark.parametrize(
    ("settings", "reduced"),
    [
        ({NEW: 1, GNOME: True}, True),
        ({GNOME: False}, True),
        ({NEW: 0, GNOME: True}, False),
        ({GNOME: "odd"}, False),
        ({}, False),
    ],
)
def test_the_desktop_says_it(
    asked: Callable[[dict[str, object]], Motion], settings: dict[str, object], reduced: bool
) -> None:
    assert asked(settings).reduced is reduced


def test_it_is_chosen_and_told(asked: Callable[[dict[str, object]], Motion]) -> None:
    motion = Motion(less=True)
    assert motion.reduced
    told: list[bool] = []
    motion.changed.connect(told.append)
    motion.choose(less=False)
    motion.choose(less=True)
    assert told == [False, True]
    calm = asked({NEW: 1})
    calm.choose(less=False)
    assert calm.reduced, "the desktop's word stands"

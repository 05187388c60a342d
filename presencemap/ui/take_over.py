"""When a node without a window runs on the profile: say so, and offer to take its place."""

from contextlib import suppress
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from presencemap.app.control import ask
from presencemap.app.lock import free_within
from presencemap.app.paths import ProfilePaths
from presencemap.domain.errors import NodeBusy, NodeNotRunning

WITHIN: Final = 5.0
"""Seconds that the other process gets for its goodbye."""


def offered_take_over() -> bool:
    """Ask the person; True to take over."""
    box = QMessageBox(
        QMessageBox.Icon.NoIcon,
        QCoreApplication.translate("TakeOver", "Presence Map"),
        QCoreApplication.translate("TakeOver", "Already running"),
    )
    box.setInformativeText(
        QCoreApplication.translate(
            "TakeOver",
            "Presence Map runs on this profile without a window (presencemap node). "
            "Open the window in its place?",
        )
    )
    take = box.addButton(
        QCoreApplication.translate("TakeOver", "Open the window"), QMessageBox.ButtonRole.AcceptRole
    )
    box.addButton(
        QCoreApplication.translate("TakeOver", "Leave it as it is"),
        QMessageBox.ButtonRole.RejectRole,
    )
    box.setDefaultButton(take)
    box.exec()
    return box.clickedButton() is take


def taken_over(paths: ProfilePaths) -> bool:
    """Have the other process leave; False if it doesn't within 5 s. No window is open yet."""
    with suppress(NodeNotRunning, NodeBusy):
        ask(paths.control, {"ask": "leave"})
    return free_within(paths, WITHIN)

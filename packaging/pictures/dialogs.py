"""Onboarding, dialogs, menus and the tray."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from pictures.stage import OUT, FakeAdmission, Stage
from presencemap.domain.availability import Availability
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.domain.person import Profile
from presencemap.ui.dialog import Dialog
from presencemap.ui.members.members_dialog import MembersDialog
from presencemap.ui.onboarding.window import OnboardingWindow
from presencemap.ui.places.place_dialog import PlaceDialog
from presencemap.ui.places.places_dialog import PlacesDialog
from presencemap.ui.tray.tray_icon import SIZES, tray_pixmap


def onboarding(stage: Stage) -> None:
    """Draw: onboarding."""
    window = OnboardingWindow(FakeAdmission(), stage.inbox, lambda: stage.made.NOW)
    window.show()
    stage.grab(window, "onboarding-1-empty")
    window.team.link.setText("presencemap://join#bad")
    window.team.read_link()
    stage.grab(window, "onboarding-1-error")
    window.team.anew.radio.setChecked(True)
    stage.grab(window, "onboarding-1-new")
    window.team.invited.radio.setChecked(True)
    window.team.link.setText("presencemap://join#eNqrVkrLz1eyUlBKLEhVslIqSy0qzszPU7JSMlCqBQBn")
    window.team.read_link()
    stage.grab(window, "onboarding-1")
    window.go_on()
    stage.grab(window, "onboarding-2-empty")
    ways = (
        ContactWay(ContactKind.TEAMS, "sofie@team.example"),
        ContactWay(ContactKind.PHONE, "+3295550142"),
    )
    talents = ("Facilitation", "Peppol", "Teaching adults", "Sailing")
    window.profile.form.show_profile(Profile("Sofie Vermeulen", talents, ways))
    stage.grab(window, "onboarding-2")
    window.go_on()
    stage.grab(window, "onboarding-3")
    window.stop()
    window.hide()


def places_inside(stage: Stage, dialog: PlacesDialog) -> None:
    """Draw: what the list of places opens."""
    for word in ("change", "merge", "add"):
        getattr(dialog, word).click()
        stage.settle()
        inner = next(d for d in dialog.findChildren(Dialog) if d.isVisible())
        if word == "add" and isinstance(inner, PlaceDialog):
            inner.town.setText("Gnet")
            inner.name.setText("Acme")
            inner.submit()
        stage.grab(inner, f"dialog-place-{word}")
        inner.reject()
        stage.settle()


def dialogs(stage: Stage) -> None:
    """Draw: dialogs."""
    window = stage.shell.window
    window.resize(1280, 800)
    window.show()
    top = window.top
    for name, signal in (
        ("profile", top.profile_wanted),
        ("places", top.places_wanted),
        ("invite", top.invite_wanted),
        ("members", top.members_wanted),
        ("shortcuts", top.shortcuts_wanted),
        ("network", top.network_wanted),
    ):
        signal.emit()
        stage.settle()
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, Dialog)]
        dialog = next(each for each in shown if each.isVisible())
        if name == "invite":
            dialog.submit()
        stage.settle()
        stage.grab(dialog, f"dialog-{name}")
        if isinstance(dialog, PlacesDialog):
            places_inside(stage, dialog)
        if isinstance(dialog, MembersDialog):
            for word in ("verify", "appoint", "remove"):
                getattr(dialog.rows[1], word).click()
                stage.settle()
                inner = next(d for d in dialog.findChildren(Dialog) if d.isVisible())
                stage.grab(inner, f"dialog-{word}")
                inner.reject()
                stage.settle()
        dialog.close()
        stage.settle()
    window.hide()


def menus(stage: Stage) -> None:
    """Draw: menus."""
    top = stage.shell.window.top
    for name, menu in (
        ("team", top.menu),
        ("looks", top.looks),
        ("precision", top.precision_menu),
    ):
        menu.popup(QPoint(0, 0))
        menu.setActiveAction(menu.actions()[1])
        stage.grab(menu, f"menu-{name}")
        menu.close()
    tray = stage.shell.tray.menu
    tray.popup(QPoint(0, 0))
    tray.setActiveAction(tray.actions()[0])
    stage.grab(tray, "menu-tray")
    tray.close()
    tray_icons()


def tray_icons() -> None:
    """Draw: tray icons."""
    sheet = QPixmap(sum(SIZES) + 10 * len(SIZES), 10 * 74)
    painter = QPainter(sheet)
    for row, state in enumerate((*Availability, None)):
        for half, ground in enumerate(("#f5f4f0", "#20242c")):
            top = (row * 2 + half) * 74
            painter.fillRect(0, top, sheet.width(), 74, QColor(ground))
            left = 5
            for size in SIZES:
                painter.drawPixmap(left, top + 5, tray_pixmap(state, size))
                left += size + 10
    painter.end()
    sheet.save(str(OUT / "tray-icons.png"))


ACTS: dict[str, Callable[[Stage], None]] = {
    "onboarding": onboarding,
    "dialogs": dialogs,
    "menus": menus,
}

"""Whatever a peer calls themselves, a place or a team: no window takes it for markup.

Walks all windows and dialogs of a hostile team; mirrors no one module.
"""

from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import count, takewhile
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QHelpEvent, QMouseEvent
from PySide6.QtGui import Qt as QtGuiNames
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from presencemap.app.commands import ShowInvites, ShowMembers, ShowNotes, ShowWords
from presencemap.app.notices import (
    FloorPlansChanged,
    MapServerChanged,
    PlacesChanged,
    RosterChanged,
    Started,
)
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.domain.floor_plan import FloorPlan, Shape
from presencemap.domain.map_server import MapServer
from presencemap.domain.person import Profile
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.precision import Precision
from presencemap.domain.roster import Card
from presencemap.domain.status import Activity, Kind
from presencemap.domain.team import Inviters
from presencemap.ui.controls import ElidedLabel, plain_tooltip
from presencemap.ui.inbox import Inbox
from presencemap.ui.invite_dialog import InviteDialog
from presencemap.ui.map.dock import DockSection
from presencemap.ui.map_server.dialog import MapServerDialog
from presencemap.ui.members.leave_dialog import LeaveDialog
from presencemap.ui.members.member_rows import MemberRow
from presencemap.ui.members.remove_dialog import RemoveDialog
from presencemap.ui.members.steward_dialog import StewardDialog
from presencemap.ui.members.verify_dialog import VerifyDialog
from presencemap.ui.network.dialog import NetworkDialog
from presencemap.ui.notes.bubble import Bubble
from presencemap.ui.notes.introduce_dialog import IntroduceDialog
from presencemap.ui.onboarding.window import OnboardingWindow
from presencemap.ui.people import people_view
from presencemap.ui.places.merge_dialog import MergeDialog
from presencemap.ui.places.place_dialog import PlaceDialog
from presencemap.ui.places.places_dialog import PlacesDialog
from presencemap.ui.ports import InvitePreview
from presencemap.ui.profile.dialog import ProfileDialog
from presencemap.ui.screen import Screen
from presencemap.ui.shell import Shell
from presencemap.ui.shortcuts_dialog import ShortcutsDialog
from presencemap.ui.tray.tray import Tray

# The offscreen platform has no tray to tell of; Qt says so.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")

EVIL = "<img src=x><b>n</b>"
MARKS = ("<img src=x>", "<b>n</b>")


def evil(text: str) -> bool:
    """Whether it has what a peer said, as it was said."""
    return any(mark in text for mark in MARKS)


def interpreted(text: str) -> bool:
    """Whether Qt would take it for markup where it is told nothing."""
    return evil(text) and QtGuiNames.mightBeRichText(text)


class Walk:
    """Looks at all widgets; ``faults`` are those that would interpret, ``seen`` those that show."""

    def __init__(self) -> None:
        self.faults: set[str] = set()
        self.seen: set[str] = set()

    def look(self) -> None:
        for _ in range(5):  # answers, what they make, and its layout
            QApplication.processEvents()
        for widget in QApplication.allWidgets():
            self._hints(widget)
            self._texts(widget)

    def _note(self, widget: Any, text: str, *, fault: bool) -> None:
        name = f"{type(widget).__name__}: {text!r}"
        if evil(unescape(text)):
            self.seen.add(type(widget).__name__)
        if fault:
            self.faults.add(name)

    def _hints(self, widget: QWidget) -> None:
        hints = [widget.toolTip(), widget.statusTip(), widget.whatsThis()]
        if not isinstance(widget, QMenu) or widget.toolTipsVisible():
            hints += [action.toolTip() for action in widget.actions()]
        for hint in hints:
            self._note(widget, hint, fault=interpreted(hint))

    def _texts(self, widget: QWidget) -> None:
        match widget:
            case QLabel():
                markup = widget.textFormat() is not Qt.TextFormat.PlainText
                self._note(widget, widget.text(), fault=markup and evil(widget.text()))
            case QTextEdit():
                self._note(widget, widget.toPlainText(), fault="n" in widget.toPlainText())
            case QMessageBox():
                self._note(widget, widget.text(), fault=interpreted(widget.text()))
            case QLineEdit():
                self._note(widget, widget.text(), fault=False)
            case QComboBox():
                for row in range(widget.count()):
                    self._note(widget, widget.itemText(row), fault=False)
            case QAbstractItemView():
                self._items(widget)
            case QMenu():
                for action in widget.actions():
                    self._note(widget, action.text(), fault=False)

    def _items(self, view: QAbstractItemView) -> None:
        model = view.model()
        rows = model.rowCount(QModelIndex()) if model is not None else 0
        for row in range(rows):
            # A list model's number of columns is nobody's business.
            for index in takewhile(QModelIndex.isValid, (model.index(row, c) for c in count())):
                self._note(view, str(index.data() or ""), fault=False)
                for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole):
                    hint = str(index.data(role) or "")
                    self._note(view, hint, fault=interpreted(hint))


def hostile(factories: ModuleType, card: Card, number: int) -> Card:
    """The same person, with markup in all that they say."""
    ways = (ContactWay(ContactKind.TEAMS, EVIL), ContactWay(ContactKind.WEB, f"https://{EVIL}"))
    profile = Profile(f"{EVIL} {number}", (EVIL, "Java"), ways)
    assert card.status is not None
    status = replace(
        card.status,
        place=("site", "desk", "home")[number % 3],
        activity=Activity(Kind.STRUGGLING_WITH, f"{EVIL} #topic"),
    )
    return replace(
        card,
        person=replace(card.person, profile=profile),
        status=status,
        same_name_as=("f" * 64,) if number == 2 else (),
        new_key=number == 2,
        cloned=number == 3,
    )


def hostile_note(note: dict[str, Any]) -> dict[str, Any]:
    """The same note, with markup in all that its author says."""
    told = note["introduces"]
    return note | {
        "name": EVIL,
        "text": EVIL,
        "introduces": told and told | {"name": EVIL},
    }


PLACES = PlaceTree(
    (
        Place("site", EVIL, PlaceKind.OFFICE, None, 51.05, 3.72, EVIL),
        Place("twin", EVIL, PlaceKind.OFFICE, None, 51.9, 4.4, EVIL),
        Place("floor", EVIL, PlaceKind.FLOOR, "site"),
        Place("above", EVIL, PlaceKind.FLOOR, "site"),
        Place("room", EVIL, PlaceKind.ROOM, "floor"),
        Place("desk", EVIL, PlaceKind.DESK, "room"),
    )
)
PLAN = FloorPlan("floor", 800, 600, None, (Shape("room", ((0, 0), (400, 200))),))


@pytest.fixture
def shell(stage: Any, factories: ModuleType, qtbot: QtBot) -> Iterator[Shell]:
    cards = tuple(hostile(factories, card, number) for number, card in enumerate(stage.cards))
    stage.team.take(Started(EVIL, stage.cards[0].person.id, "", ""))
    stage.team.take(PlacesChanged(PLACES))
    stage.team.take(FloorPlansChanged((PLAN,)))
    stage.team.take(MapServerChanged(MapServer("https://maps/{z}/{x}/{y}", EVIL), mine=False))
    stage.team.take(RosterChanged(cards))
    stage.node.me, stage.node.places = cards[0], PLACES
    stage.node.report = factories.report(factories.Team(cards, PLACES))
    members = [factories.member(n, EVIL, invited_by=EVIL, cloned=n == 3) for n in range(4)]
    stage.node.answers = {
        ShowMembers: members,
        ShowInvites: [{**invite, "label": EVIL, "by": EVIL} for invite in factories.invites()],
        ShowWords: {"words": factories.WORDS},
        ShowNotes: [hostile_note(each) for each in factories.notes()],
    }
    made = Shell(stage.team, stage.towns, stage.preferences, Tray(stage.team, there=lambda: True))
    made.window.resize(1280, 800)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.stop()


def pointer_at(widget: QWidget, at: QPointF) -> None:
    buttons = (Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    event = QMouseEvent(QEvent.Type.MouseMove, at, widget.mapToGlobal(at), *buttons)
    QApplication.sendEvent(widget, event)


def test_the_walk_finds_what_would_be_interpreted(look: object, qtbot: QtBot) -> None:
    bad, hint, fine = QLabel(EVIL), QWidget(toolTip=EVIL), ElidedLabel(f"{EVIL} {'x' * 90}")
    menu = QMenu()
    menu.setToolTipsVisible(True)
    menu.addAction(QAction(EVIL, menu))
    for widget in (bad, hint, fine, menu):
        qtbot.addWidget(widget)
    fine.resize(30, 20)
    fine.show()
    walk = Walk()
    walk.look()
    assert walk.faults == {f"QLabel: {EVIL!r}", f"QWidget: {EVIL!r}", f"QMenu: {EVIL!r}"}
    assert not interpreted(plain_tooltip(EVIL))
    assert fine.toolTip()


def test_the_windows_of_a_hostile_team_take_nothing_for_markup(
    shell: Shell, stage: Any, qtbot: QtBot
) -> None:
    walk, window, people = Walk(), shell.window, stage.team.roster
    walk.look()
    for card in people.cards():
        window.open_person(card.person.id)
        walk.look()
    window.show_place("site")
    walk.look()
    window.lenses.show_topic("topic")
    walk.look()
    find = window.top.find_field
    find.setFocus()
    with qtbot.waitSignal(find.searcher.found):
        find.setText("n")
    walk.look()
    find.clear()
    shell.tell(f"That didn’t work: {EVIL}")
    shell.open_composer()
    shell.composer.form.place.setFocus()
    walk.look()
    shell.tray.composer_wanted.emit(QRect())
    assert shell.tray.icon is not None
    assert EVIL not in shell.tray.icon.toolTip()
    assert "‹b›n‹/b›" in shell.tray.icon.toolTip()
    for section in window.findChildren(DockSection):
        for box in section._boxes():
            pointer_at(section, box.center())
            walk.look()
    assert window.ground.open("desk")
    walk.look()
    assert walk.faults == set()
    shown = {
        "_LevelButton",
        "DockSection",
        "ElidedLabel",
        "Label",
        "PeopleView",
        "PlaceField",
        "SuggestionList",
        "Tag",
    }
    assert walk.seen >= shown


def test_the_tooltip_of_a_row_is_no_markup(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    class Tips:
        @staticmethod
        def showText(_at: QPoint, text: str, _widget: QWidget) -> None:  # noqa: N802
            told.append(text)

    monkeypatch.setattr(people_view, "QToolTip", Tips)
    view = shell.window.findChild(people_view.PeopleView)
    assert view is not None
    qtbot.waitUntil(lambda: view.model().rowCount(QModelIndex()) > 3)
    for row in range(view.model().rowCount(QModelIndex())):
        at = view.visualRect(view.model().index(row, 0)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
        QApplication.sendEvent(view.viewport(), event)
    assert len(told) > 3
    assert all("&lt;b&gt;n&lt;/b&gt;" in text for text in told)
    assert not [text for text in told if interpreted(text)]


def test_the_dialogs_of_a_hostile_team_take_nothing_for_markup(
    shell: Shell, stage: Any, qtbot: QtBot
) -> None:
    walk, top, team = Walk(), shell.window.top, stage.team
    for wanted, inside in (
        (top.members_wanted, MemberRow),
        (top.invite_wanted, InviteDialog),
        (top.profile_wanted, ProfileDialog),
        (top.places_wanted, PlacesDialog),
        (top.map_wanted, MapServerDialog),
        (top.network_wanted, NetworkDialog),
        (top.shortcuts_wanted, ShortcutsDialog),
    ):
        wanted.emit()
        qtbot.waitUntil(lambda kind=inside: bool(shell.window.findChildren(kind)))
        walk.look()
    shell.window.panes.show_screen(Screen.NOTES)
    qtbot.waitUntil(lambda: bool(shell.window.findChildren(Bubble)))
    walk.look()
    other = team.roster.cards()[1].person
    place = PLACES.get("site")
    assert place is not None
    made = [
        LeaveDialog(team),
        RemoveDialog(team, other.id, other.name),
        StewardDialog(team, other.id, other.name),
        IntroduceDialog(team, team.roster.cards()[1]),
        VerifyDialog(team, other.id, other.name),
        MergeDialog(team, place),
        PlaceDialog(team, stage.towns, place),
    ]
    for dialog in made:
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.tell(EVIL)
        walk.look()
    assert walk.faults == set()
    assert walk.seen >= {"Label", "ElidedLabel", "QComboBox", "QListWidget", "QTreeView", "Tag"}


class Admission:
    """An invite by who is called so, into a team that is called so."""

    def preview_invite(self, link: str) -> InvitePreview:
        return InvitePreview(EVIL, EVIL, 1_795_512_240_000)

    def create_team(
        self, name: str, profile: Profile, inviters: Inviters, precision: Precision
    ) -> None: ...

    def join_team(self, link: str, profile: Profile, precision: Precision) -> None: ...


def test_the_first_steps_take_nothing_for_markup(
    look: object, factories: ModuleType, qtbot: QtBot
) -> None:
    window = OnboardingWindow(Admission(), Inbox(), lambda: factories.NOW)
    qtbot.addWidget(window, before_close_func=lambda _: window.stop())
    window.show()
    walk = Walk()
    window.team.link.setText("presencemap://join#good")
    walk.look()
    window.go_on()
    window.profile.form.name.setText(EVIL)
    window.profile.form.talents.add(EVIL)
    walk.look()
    window.go_on()
    walk.look()
    window.stop()
    assert walk.faults == set()
    assert "Label" in walk.seen

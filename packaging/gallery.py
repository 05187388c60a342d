"""Draws every control in its states, light and dark, to build/gallery/*.png: to be looked at."""

import sys
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFocusFrame,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QSizePolicy,
    QStatusBar,
    QTabBar,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from presencemap.domain.availability import Availability
from presencemap.domain.status import Kind
from presencemap.ui.controls import (
    Button,
    Chip,
    ElidedLabel,
    Face,
    Field,
    Glyph,
    IconButton,
    Label,
    Line,
    PrimaryButton,
    QuietButton,
    RingCounter,
    Segmented,
    Tag,
    dress,
)
from presencemap.ui.painting.availability import availability_icon
from presencemap.ui.painting.kind import kind_word
from presencemap.ui.theme import Appearance, Mode

OUT = Path(__file__).resolve().parent.parent / "build" / "gallery"
PEOPLE = [("00", "AB"), ("01", "KT"), ("02", "WM"), ("03", "LJ"), ("04", "PG"), ("05", "MS")]


def row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(10)
    for widget in widgets:
        line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    line.addStretch(1)
    return holder


def buttons(state: str) -> QWidget:
    made: list[QAbstractButton] = [
        PrimaryButton("Chat in Teams", icon="message-square"),
        Button("Introduce", icon="user"),
        Button("Small", small=True),
        QuietButton("Change"),
        IconButton("phone", "Call", framed=True),
        IconButton("x", "Close"),
    ]
    for button in made:
        button.setEnabled(state != "disabled")
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, state == "hover")
    holder = row(*made)
    if state == "focus":
        for button in made:
            frame = QFocusFrame(holder)
            frame.setWidget(button)
    return holder


def chips() -> QWidget:
    all_chip, free = Chip("All"), Chip("Free now")
    all_chip.setChecked(True)
    kinds = [Chip(kind_word(kind), kind=kind) for kind in Kind]
    kinds[1].setChecked(True)
    return row(all_chip, free, *kinds)


def fields() -> QWidget:
    name = Field("Name", QLineEdit("Sofie Vermeulen"), "As colleagues know you.")
    wrong = Field("Town", QLineEdit("Gnet"))
    wrong.set_error("No town “Gnet” is known; try a larger town nearby.")
    off = QLineEdit("Not now")
    off.setEnabled(False)
    empty = QLineEdit()
    empty.setPlaceholderText("Filter by name, talent, place")
    empty.setClearButtonEnabled(True)
    combo = QComboBox()
    combo.addItems(["until 17:00", "1 hour", "today"])
    combo_off = QComboBox()
    combo_off.addItem("Gent office, D4")
    combo_off.setEnabled(False)
    editable = QComboBox()
    editable.setEditable(True)
    editable.addItem("Gent office")
    text = QPlainTextEdit("The test log shows a VAT prefix twice. Seen this before? #peppol")
    text.setFixedHeight(80)
    holder = QWidget()
    grid = QGridLayout(holder)
    for index, widget in enumerate([name, wrong, off, empty, combo, combo_off, editable, text]):
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, widget.sizePolicy().verticalPolicy())
        grid.addWidget(widget, index // 3, index % 3)
    return holder


def choices() -> QWidget:
    on, off, dead = QCheckBox("Also post"), QCheckBox("Not"), QCheckBox("Neither")
    on.setChecked(True)
    dead.setChecked(True)
    dead.setEnabled(False)
    radio, other = QRadioButton("This"), QRadioButton("That")
    radio.setChecked(True)
    lens = Segmented("Lens")
    lens.add("where", "Where", "map-pin")
    lens.add("what", "On what")
    counters = []
    for used in (64, 125, 140, 151):
        counters.append(RingCounter())
        counters[-1].set_used(used)
    return row(on, off, dead, radio, other, lens, *counters)


def faces() -> QWidget:
    shown = []
    for size in (26, 36, 64):
        for (person, initials), state in zip(PEOPLE, [*Availability, None, None], strict=False):
            face = Face(size, "bg")
            face.show_person(person, initials, initials, state, stale=state is None)
            shown.append(face)
    return row(*shown)


def surfaces() -> QWidget:
    names = ("card", "raised", "sunken", "note", "warn", "danger", "ok", "struggle", "stale")
    return row(*map(_framed, names))


def _framed(name: str) -> QWidget:
    frame = QFrame()
    column = QVBoxLayout(frame)
    column.addWidget(Label(name, "strong"))
    column.addWidget(Label("second line", "small", "ink2"))
    dress(frame, surface=name)
    return frame


def labels() -> QWidget:
    roles = ["display", "heading", "title", "post", "body", "strong", "small", "micro"]
    elided = ElidedLabel("A long sentence that never fits in this narrow space")
    elided.setFixedWidth(120)
    return row(*(Label(role, role) for role in roles), elided, Glyph("hammer", "work"))


def sheet() -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.setSpacing(14)
    column.setContentsMargins(20, 20, 20, 20)
    column.addWidget(labels())
    for state in ("normal", "hover", "focus", "disabled"):
        column.addWidget(row(Label(state, "micro", "ink3"), buttons(state)))
    column.addWidget(chips())
    column.addWidget(row(Tag("Facilitation"), Tag("Java"), Tag("#peppol", topic=True)))
    column.addWidget(choices())
    column.addWidget(fields())
    column.addWidget(faces())
    column.addWidget(surfaces())
    column.addWidget(Line())
    tabs = QTabBar()
    tabs.addTab("Map")
    tabs.addTab("List")
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setValue(60)
    column.addWidget(row(tabs, bar))
    listed = QListWidget()
    listed.addItems([f"Line {n}" for n in range(20)])
    listed.setFixedHeight(90)
    column.addWidget(listed)
    status = QStatusBar()
    status.showMessage("42 live on this network")
    column.addWidget(status)
    return window


def grabbed(widget: QWidget, name: str, mode: str) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    widget.grab().save(str(OUT / f"{name}-{mode}.png"))


def popups(parent: QWidget, appearance: Appearance, mode: str) -> None:
    menu = QMenu(parent)
    for state in (*Availability, None):
        act = menu.addAction(availability_icon(appearance.theme, state), state or "offline")
        act.setCheckable(state is Availability.BUSY)
    menu.addSeparator()
    menu.addMenu("More").addAction("Deep")
    quit_act = menu.addAction("Quit\tCtrl+Q")
    quit_act.setEnabled(False)
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(menu.actions()[1])
    QApplication.processEvents()
    grabbed(menu, "menu", mode)
    menu.close()
    combo = QComboBox(parent)
    combo.addItems([f"Place {n}, Gent" for n in range(14)])
    combo.adjustSize()
    combo.show()
    combo.showPopup()
    QApplication.processEvents()
    grabbed(combo.view().window(), "combo", mode)
    combo.hidePopup()
    combo.deleteLater()
    box = QMessageBox(QMessageBox.Icon.Question, "Leave", "Leave the team?", parent=parent)
    box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
    box.show()
    QApplication.processEvents()
    grabbed(box, "message", mode)
    box.close()
    QToolTip.showText(QPoint(10, 10), "Call +32 9 555 01 42", parent)
    QApplication.processEvents()
    for widget in QApplication.topLevelWidgets():
        if widget.metaObject().className() == "QTipLabel":
            grabbed(widget, "tooltip", mode)
    QToolTip.hideText()


def main() -> int:
    app = QApplication(sys.argv)
    appearance = Appearance(app)
    appearance.apply()
    for mode in (Mode.LIGHT, Mode.DARK):
        appearance.set_mode(mode)
        window = sheet()
        window.resize(1280, 980)
        window.show()
        QTest.qWait(50)
        grabbed(window, "controls", mode.value)
        popups(window, appearance, mode.value)
        window.close()
    print(f"drawn to {OUT}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Draws the colleague list and the person card, light and dark, to build/gallery/*.png."""

import os
import runpy
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.ui.people.people_panel import PeoplePanel
from presencemap.ui.people.person_card import PersonCard
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.theme import Appearance, Mode

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "gallery"
FACTORIES: dict[str, Any] = runpy.run_path(str(ROOT / "tests/ui/factories.py"), run_name="pm")


def roster(people: int, parent: QWidget) -> RosterModel:
    team = FACTORIES["team"](people)
    model = RosterModel(lambda: FACTORIES["NOW"], parent)
    model.set_places(team.places)
    model.apply(team.cards)
    return model


def lists(model: RosterModel, other: RosterModel) -> QWidget:
    window = QWidget()
    row = QHBoxLayout(window)
    row.setSpacing(20)
    for width, source in ((240, model), (300, model), (300, other), (420, other)):
        panel = PeoplePanel(source)
        panel.setFixedWidth(width)
        panel.select(model.cards()[1].person.id)
        row.addWidget(panel)
    empty = PeoplePanel(model)
    empty.setFixedWidth(300)
    empty.field.setText("EUPL licences")
    loading = PeoplePanel(RosterModel(lambda: 0, window))
    loading.set_loading(True)
    loading.setFixedWidth(300)
    column = QVBoxLayout()
    column.addWidget(empty)
    column.addWidget(loading)
    row.addLayout(column)
    window.resize(1750, 760)
    return window


def cards(model: RosterModel) -> QWidget:
    window = QWidget()
    window.resize(1780, 540)
    for column, index in enumerate((1, 4, 8, 12, 0)):
        card = PersonCard(model, window)
        card.open(model.cards()[index].person.id)
        card.place_in(QRect(column * 350, 0, 350, 540))
    low = PersonCard(model, window)
    low.open(model.cards()[3].person.id)
    low.place_in(QRect(1400, 320, 350, 220))
    assert low.contact is not None
    low.contact.buttons[1].setFocus()
    low.contact.notice.show_for(ContactWay(ContactKind.PHONE, "+3295550103"), opened=True)
    return window


def main() -> int:
    app = QApplication(sys.argv)
    appearance = Appearance(app)
    appearance.apply()
    OUT.mkdir(parents=True, exist_ok=True)
    scale = os.environ.get("QT_SCALE_FACTOR", "1")
    for mode in (Mode.LIGHT, Mode.DARK):
        appearance.set_mode(mode)
        keep = QWidget()
        few, many = roster(12, keep), roster(43, keep)
        for name, window in (("list", lists(few, many)), ("card", cards(few))):
            window.show()
            QTest.qWait(50)
            window.grab().save(str(OUT / f"{name}-{mode.value}-{scale}.png"))
            window.close()
    print(f"drawn to {OUT}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

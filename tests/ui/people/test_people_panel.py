"""The panel round the list: title, filter, chips, and what it says when there is nothing."""

from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.roster import Card
from presencemap.ui.people.people_panel import PeoplePanel
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.people.showing import Show
from presencemap.ui.theme import Appearance, Mode


@pytest.fixture
def model(look: Appearance, factories: ModuleType) -> RosterModel:
    team = factories.team(12)
    made = RosterModel(lambda: team.now)
    made.set_places(team.places)
    made.apply(team.cards)
    return made


@pytest.fixture
def panel(model: RosterModel, qtbot: QtBot) -> PeoplePanel:
    made = PeoplePanel(model)
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.show()
    return made


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_the_title_counts_colleagues(panel: PeoplePanel) -> None:
    assert words(panel)[:2] == ["Colleagues", "12"]


def test_a_floor_that_is_shown_heads_the_list(panel: PeoplePanel, model: RosterModel) -> None:
    floor = Place("two", "Floor 2", PlaceKind.FLOOR, "gent")
    model.set_places(PlaceTree([*model.places, floor]))
    panel.choose_place("gent")
    panel.choose_floor("two")
    assert words(panel)[:2] == ["Floor 2", "0 colleagues"]
    panel.choose_floor("")
    assert words(panel)[:2] == ["Colleagues", "12"]


def test_the_head_of_a_floor_counts_who_is_there_whatever_the_filter_keeps(
    panel: PeoplePanel, model: RosterModel, factories: ModuleType
) -> None:
    floor = Place("two", "Floor 2", PlaceKind.FLOOR, "gent")
    model.set_places(PlaceTree([*model.places, floor]))
    cards = factories.team(12).cards

    def at(number: int, place: str) -> Card:
        return replace(cards[number], status=replace(cards[number].status, place=place))

    model.apply([at(2, "two"), at(3, "two")])
    panel.choose_place("gent")
    panel.choose_floor("two")
    assert words(panel)[:2] == ["Floor 2", "2 colleagues"]
    panel.field.setText("nobody is called this")
    assert words(panel)[:2] == ["Floor 2", "2 colleagues"]
    model.apply([at(3, "gent")])
    assert words(panel)[:2] == ["Floor 2", "1 colleague"], "who goes is missed behind a filter too"


def test_who_is_alone_reads_what_will_be_here(
    look: Appearance, factories: ModuleType, qtbot: QtBot
) -> None:
    team = factories.team(0)
    model = RosterModel(lambda: team.now)
    panel = PeoplePanel(model)
    qtbot.addWidget(panel)
    panel.show()
    assert not [text for text in words(panel) if "invite" in text], "nothing is known yet"
    model.apply(team.cards)
    assert "Nobody else is in the team yet. Who takes your invite comes here." in words(panel)
    assert not panel.clear_button.isVisible()


def test_widths(panel: PeoplePanel, look: Appearance) -> None:
    assert (panel.minimumWidth(), panel.sizeHint().width(), panel.maximumWidth()) == (240, 300, 420)
    # What is in it doesn't push it wider.
    assert panel.minimumSizeHint().width() <= 240
    look.set_text_scale(2.0)
    assert panel.minimumWidth() == 480
    assert panel.minimumSizeHint().width() <= 480


def test_nobody_matches_says_so_and_leads_back(panel: PeoplePanel, qtbot: QtBot) -> None:
    told: list[object] = []
    panel.matches_changed.connect(told.append)
    qtbot.keyClicks(panel.field, "EUPL")
    assert "No one matches “EUPL”" in words(panel)
    assert told[-1] == frozenset()
    panel.clear_button.click()
    assert panel.field.text() == ""
    assert panel.view.isVisible()
    assert told[-1] is None


def test_markup_in_the_filter_stays_text(panel: PeoplePanel) -> None:
    panel.field.setText("<b>x</b>")
    shown = next(x for x in panel.findChildren(QLabel) if "No one" in x.text())
    assert shown.textFormat() is Qt.TextFormat.PlainText


def test_chips_are_exclusive_and_filter(panel: PeoplePanel) -> None:
    panel.filters.chips[Show.STRUGGLING].click()
    assert [s for s, chip in panel.filters.chips.items() if chip.isChecked()] == [Show.STRUGGLING]
    assert panel.people.shown == 3
    panel.filters.chips[Show.ALL].click()
    assert panel.people.shown == 12


def test_an_empty_chip_says_what_is_missing(model: RosterModel, panel: PeoplePanel) -> None:
    model.apply([], removed=[c.person.id for c in model.cards() if not c.me and c.free()])
    panel.filters.chips[Show.FREE].click()
    assert "Nobody is free now" in words(panel)


def test_enter_and_down_in_the_filter_go_to_the_list(panel: PeoplePanel, qtbot: QtBot) -> None:
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down):
        panel.focus_filter()
        assert panel.field.hasFocus()
        qtbot.keyClick(panel.field, key)
        assert panel.view.hasFocus()


def test_skeleton_only_before_anything_is_known(look: Appearance, qtbot: QtBot) -> None:
    empty = PeoplePanel(RosterModel(lambda: 0))
    qtbot.addWidget(empty)
    empty.show()
    assert empty.view.isVisible()
    empty.set_loading(True)
    assert not empty.view.isVisible()
    image = empty.grab().toImage()
    below = {image.pixelColor(32, y).name() for y in range(empty.height() // 2, empty.height())}
    assert look.theme.colour("sunken").name() in below


def test_known_data_ends_the_skeleton(panel: PeoplePanel) -> None:
    panel.set_loading(True)
    assert panel.view.isVisible()


def test_until_the_first_are_listed_nobody_sees_an_empty_list(
    look: Appearance, factories: ModuleType, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    team = factories.team(12)
    model = RosterModel(lambda: team.now)
    panel = PeoplePanel(model)
    qtbot.addWidget(panel)
    panel.show()
    panel.set_loading(True)
    request.getfixturevalue("in_turns")
    model.apply(team.cards)
    with qtbot.waitSignal(model.updated):
        pass
    panel.set_loading(False)
    assert panel.people.rowCount() == 0
    assert not panel.view.isVisible()
    qtbot.waitUntil(lambda: panel.people.rowCount() > 0)
    assert panel.view.isVisible()


def test_signals_carry_ids(panel: PeoplePanel, model: RosterModel, qtbot: QtBot) -> None:
    told: list[tuple[str, str]] = []
    panel.person_selected.connect(lambda person: told.append(("selected", person)))
    panel.person_activated.connect(lambda person: told.append(("activated", person)))
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    amina = next(c.person.id for c in model.cards() if c.person.name.startswith("Amina"))
    assert told == [("selected", amina), ("activated", amina)]
    panel.select("")
    assert panel.view.selected == ""


def test_everything_has_an_accessible_name(panel: PeoplePanel) -> None:
    named = [panel, panel.field, panel.view, panel.sort]
    named += [chip for chip in panel.filters.chips.values() if not chip.isHidden()]
    assert all(widget.accessibleName() for widget in named)


def test_the_panel_follows_the_look(panel: PeoplePanel, look: Appearance) -> None:
    look.set_mode(Mode.DARK)
    assert panel.grab().toImage().pixelColor(2, 2) == look.theme.colour("surface")


def test_lent_it_has_other_chips_and_afterwards_its_own(
    panel: PeoplePanel, model: RosterModel, factories: ModuleType
) -> None:
    cards = factories.team(12).cards
    model.apply([replace(card, followed=number in (2, 5)) for number, card in enumerate(cards)])
    bar, page, topic = QWidget(), QWidget(), QWidget()
    panel.cover(topic)
    panel.lend(bar, "Following")
    panel.people.set_show(Show.FOLLOWING)
    assert words(panel)[:2] == ["Following", "2"]
    assert (bar.isVisible(), panel.filters.isVisible(), topic.isVisible()) == (True, False, False)
    panel.show_instead(page, 3)
    assert words(panel)[:2] == ["Following", "3"]
    assert (page.isVisible(), panel.sort.isVisible()) == (True, False)
    panel.lend(None)
    assert words(topic) == []
    assert (bar.isVisible(), panel.filters.isHidden(), topic.isVisible()) == (False, False, True)
    panel.cover(None)
    assert words(panel)[:2] == ["Colleagues", "12"]


def test_lent_to_who_follows_nobody_it_offers_no_way_to_clear(
    look: Appearance, factories: ModuleType, qtbot: QtBot
) -> None:
    team = factories.team(2)
    model = RosterModel(lambda: team.now)
    model.apply([replace(card, followed=False) for card in team.cards])
    panel = PeoplePanel(model)
    qtbot.addWidget(panel)
    panel.show()
    panel.lend(QWidget(), "Following")
    panel.people.set_show(Show.FOLLOWING)
    assert any(text.startswith("You follow nobody yet") for text in words(panel))
    assert not panel.clear_button.isVisible()
    panel.field.setText("zzz")
    assert panel.clear_button.isVisible()
    panel.clear_button.click()
    assert (panel.field.text(), panel.people.show_only) == ("", Show.FOLLOWING)

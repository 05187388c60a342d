"""My jobs behind one button."""

from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from presencemap.domain.job import Job
from presencemap.ui.jobs.job_menu import JobMenu
from presencemap.ui.theme import Appearance, Mode


class Stage:
    def __init__(self, factories: ModuleType, qtbot: QtBot) -> None:
        self.menu = JobMenu()
        qtbot.addWidget(self.menu)
        self.jobs = factories.jobs()
        self.me = factories.person_id(0)
        self.menu.show_jobs(self.jobs, self.me)

    def offered(self) -> dict[str, bool]:
        self.menu.menu().aboutToShow.emit()
        actions = [action for action in self.menu.menu().actions() if not action.isSeparator()]
        return {action.text(): action.isChecked() for action in actions}


@pytest.fixture
def stage(look: Appearance, factories: ModuleType, qtbot: QtBot) -> Stage:
    return Stage(factories, qtbot)


def test_it_says_which_i_am_on(stage: Stage, look: Appearance) -> None:
    assert stage.menu.text() == "Tender Rabelink"
    assert stage.menu.accessibleName() == "Jobs that I am on: Tender Rabelink"
    stage.menu.show_jobs((), stage.me)
    look.set_mode(Mode.DARK)
    assert (stage.menu.text(), stage.menu.accessibleName()) == (
        "No job",
        "Jobs that I am on: none",
    )


def test_mine_come_first_and_those_that_rest_not_at_all(stage: Stage) -> None:
    assert stage.offered() == {
        "Tender Rabelink": True,
        "Peppol at Acme": False,
        "All jobs, or a new one …": False,
    }


def test_a_click_joins_or_leaves_and_the_last_entry_shows_all(stage: Stage, qtbot: QtBot) -> None:
    stage.offered()
    mine, other, _, everything = stage.menu.menu().actions()
    for action, wanted in ((mine, [stage.jobs[1].id, False]), (other, [stage.jobs[0].id, True])):
        with qtbot.waitSignal(stage.menu.chosen) as chosen:
            action.trigger()
        assert chosen.args == wanted
    with qtbot.waitSignal(stage.menu.all_wanted):
        everything.trigger()


def test_of_many_some_are_offered_and_names_are_no_keys(stage: Stage) -> None:
    many = [Job(f"{n:032x}", f"Q&A {n}", (), ("x",)) for n in range(40)]
    stage.menu.show_jobs(many, stage.me)
    offered = list(stage.offered())
    assert (len(offered), offered[0]) == (13, "Q&&A 0")
    stage.menu.show_jobs((), stage.me)
    assert list(stage.offered()) == ["All jobs, or a new one …"]

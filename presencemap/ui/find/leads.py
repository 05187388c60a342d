"""Where what was found leads, and what the field is told of the team beside its people and places.

Owns no widget. The topics that nobody is on now are asked for when somebody comes to seek.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from presencemap.app.topic_commands import ShowTopics
from presencemap.app.views import Json
from presencemap.domain.topic_graph import job_topic
from presencemap.ui.lens import Lens
from presencemap.ui.ports import Towns
from presencemap.ui.team import Team

if TYPE_CHECKING:
    from presencemap.ui.main_window import MainWindow


class Leads(QObject):
    """For the field of one window."""

    def __init__(self, team: Team, towns: Towns, window: "MainWindow") -> None:
        super().__init__(window)
        self._team, self._towns, self._window = team, towns, window
        self._field = field = window.top.find_field
        self._mark = window.map.town_mark
        found = field.person, field.place, field.topic, field.quiet_topic, field.job
        for elsewhere in (*found, window.map.clicked):
            elsewhere.connect(self._mark.forget)
        field.person.connect(window.show_person)
        field.place.connect(window.show_place)
        field.topic.connect(window.lenses.show_topic)
        field.quiet_topic.connect(self._show_on_what)
        field.job.connect(lambda job: self._show_on_what(job_topic(job)))
        field.town.connect(self._show_town)
        field.left.connect(self._left)
        field.sought.connect(self._ask_topics)
        window.ground.asking.asked.connect(field.set_questions)
        team.jobs_changed.connect(self._learn_jobs)
        self._learn_jobs()

    @Slot()
    def _learn_jobs(self) -> None:
        self._field.set_jobs(self._team.jobs)

    @Slot()
    def _ask_topics(self) -> None:
        self._team.ask(ShowTopics(every=True), self._topics_came)

    def _topics_came(self, topics: list[Json]) -> None:
        self._field.set_topics(tuple(topic["name"] for topic in topics))

    @Slot(str)
    def _show_on_what(self, name: str) -> None:
        """Its panel tells who knows about it, though nobody is on it."""
        self._window.lenses.show_topics()
        self._window.topics.choose_topic(name)

    @Slot(str)
    def _show_town(self, label: str) -> None:
        town, window = self._towns.find(label), self._window
        if town is not None:
            window.panes.show_map()
            window.ground.look(Lens.WHERE)
            window.ground.back()
            window.map.show_spot(town.lat, town.lon)
            self._mark.mark(town.lat, town.lon)
            window.map.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _left(self) -> None:
        self._window.people.view.setFocus(Qt.FocusReason.OtherFocusReason)

"""What the topic map is told, and when it is surveyed anew: soon, and only while somebody looks.

Owns the survey, its worker and the steps of hubs that are led to where they belong. Knows no view.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from presencemap.domain.job import Job
from presencemap.domain.topic_graph import Question
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.topics.foreground import TopicForeground
from presencemap.ui.topics.scene import TopicScene
from presencemap.ui.topics.survey import Survey
from presencemap.ui.topics.surveyor import Surveyor

_DRIFT_MS = 1_000
"""Between two steps of hubs that are led to where they belong."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What is shown of it: whether anything is, only what I follow, and how many hubs."""

    visible: bool
    only_followed: bool
    most: int


class TopicWatch(QObject):
    """``surveyed`` carries a TopicScene; ``looks`` is asked each time for what is shown."""

    surveyed = Signal(object)

    def __init__(
        self, foreground: TopicForeground, looks: Callable[[], Looks], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.model: RosterModel | None = None
        self._foreground = foreground
        self._looks = looks
        self._survey = Survey()
        self._surveyor = Surveyor(self)
        self._surveyor.drawn.connect(self._drawn, Qt.ConnectionType.QueuedConnection)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        self._drift = QTimer(self, singleShot=True, interval=_DRIFT_MS)
        self._drift.timeout.connect(self._ask)

    def attach(self, model: RosterModel) -> None:
        """Survey this model's people from now on."""
        self.model = model
        model.updated.connect(self.refresh)
        self.refresh()

    def set_questions(self, questions: Iterable[Question], followed: Iterable[str]) -> None:
        """What is asked in the open, and the topics that I follow."""
        asked = tuple(questions)
        self._survey = replace(self._survey, questions=asked, followed=frozenset(followed))
        self.refresh()

    def set_jobs(self, jobs: Iterable[Job]) -> None:
        """The team's jobs."""
        self._survey = replace(self._survey, jobs=tuple(jobs))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Survey anew, soon; while nobody looks, when somebody does."""
        if self._looks().visible:
            self._soon.start()

    def stop(self) -> None:
        """Let the worker end."""
        self._surveyor.close()

    @Slot()
    def _ask(self) -> None:
        model, looks = self.model, self._looks()
        if model is None or not looks.visible:
            return
        me, shown = model.me(), self._foreground
        mine = model.facts(me.person.id) if me is not None else None
        people = [*model.colleagues_facts(), *([mine] if mine is not None else [])]
        self._survey = replace(
            self._survey,
            people=people,
            me=me.person.id if me else None,
            talents=me.person.profile.talents if me else (),
            only_followed=looks.only_followed,
            chosen=shown.topic,
            person=shown.person,
            now=model.now(),
            most=looks.most,
        )
        self._surveyor.ask(self._survey, shown.places)

    @Slot(object)
    def _drawn(self, scene: TopicScene) -> None:
        if scene.drifting and scene != self._foreground.scene:
            self._drift.start()
        self.surveyed.emit(scene)

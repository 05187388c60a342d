"""Under the top bar, once my until has passed: am I still there? Each answer is one button.

Reads the team and asks the node; what I said is remembered by this app alone, over a restart too,
for the day of its end at most.
"""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from presencemap.app.commands import SetStatus
from presencemap.domain.availability import Sharing
from presencemap.domain.place import ROAD, PlaceTree, is_home, said_by
from presencemap.domain.status import Status
from presencemap.ui.banners.ended import Ended, done_for_today, prolonged
from presencemap.ui.banners.question_banner import QuestionBanner
from presencemap.ui.controls import Button
from presencemap.ui.painting.availability import availability_word
from presencemap.ui.people.wording import clock, place_path, site_name
from presencemap.ui.preferences import Preferences
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team


def question(places: PlaceTree, place: str | None) -> str:
    """Whether I am still there; "" where nobody knows that place any more."""
    if is_home(place):
        return QCoreApplication.translate("EndedBanner", "Still at home?")
    if place == ROAD.id:
        return QCoreApplication.translate("EndedBanner", "Still on the road?")
    name = place_path(places, place)
    if not name:
        return ""
    words = QCoreApplication.translate("EndedBanner", "Still at {place}?")
    if said_by(place or "") is not None:
        words = QCoreApplication.translate("EndedBanner", "Still in {place}?")
        name = site_name(places, place)
    return words.format(place=name)


class EndedBanner(QuestionBanner):
    """`elsewhere_wanted`: say it anew; `told` with why an answer didn't arrive."""

    elsewhere_wanted = Signal()
    told = Signal(str)

    def __init__(self, team: Team, kept: Preferences, parent: QWidget | None = None) -> None:
        super().__init__("clock", parent)
        self._team = team
        self._kept = kept
        self._ended = Ended.of(kept.ask_about)
        self.still = Button("", small=True)
        self.still.set_variant("primary")
        self.road = Button(self.tr("On the road"), small=True)
        self.elsewhere = Button(self.tr("Somewhere else …"), small=True)
        self.done = Button(self.tr("Done for today"), small=True)
        self.done.setToolTip(self.tr("Colleagues see you as away until the morning"))
        self.lay_out(
            (
                (self.still, self._stay),
                (self.road, self._go),
                (self.elsewhere, self.elsewhere_wanted.emit),
                (self.done, self._end),
            )
        )
        self.close_button.clicked.connect(self._forget)
        team.changed.connect(self._learn)
        self._learn()

    @Slot()
    def _learn(self) -> None:
        team, now, me = self._team, self._team.clock(), self._team.me
        # At one moment: a clock asked twice may pass the end in between, as if it was taken back.
        if me is not None:
            self._ended.learn(me.status_at(now), now)
            self._kept.ask_about = self._ended.text
        said = self._asked_about()
        asked = question(team.places, said.place) if said is not None else ""
        if said is None or said.until is None or not asked:
            self.hide()
            return
        end = clock(prolonged(said.until, now))
        self.still.setText(self.tr("Until {time}").format(time=end))
        both = self.tr("Share the same place and activity until {time}")
        one = self.tr("Share the same place until {time}")
        self.still.setToolTip((both if said.activity else one).format(time=end))
        self.road.setVisible(said.place != ROAD.id)
        self.ask(asked, self._said(said))

    def _asked_about(self) -> Status | None:
        team = self._team
        if team.removed or team.sharing is not Sharing.ON or not team.running:
            return None
        return self._ended.at(team.clock())

    def _said(self, said: Status) -> str:
        word = availability_word(self._team.availability).lower()
        words = self.tr(
            "Your place went off the map at {time}, as you said. "
            "Colleagues see you as {availability}, without a place."
        )
        if said.activity is not None:
            words = self.tr(
                "Your place and activity ended at {time}, as you said. "
                "Colleagues see you as {availability}, without them."
            )
        return words.format(time=clock(said.until or 0), availability=word)

    @Slot()
    def _stay(self) -> None:
        said = self._asked_about()
        if said is not None and said.until is not None:
            until = prolonged(said.until, self._team.clock())
            self._ask(SetStatus(activity=said.activity, place=said.place, until=until))

    @Slot()
    def _go(self) -> None:
        said = self._asked_about()
        if said is not None and said.until is not None:
            until = prolonged(said.until, self._team.clock())
            self._ask(SetStatus(activity=None, place=ROAD.id, until=until))

    @Slot()
    def _end(self) -> None:
        self._ask(done_for_today(self._team.clock()))

    @Slot()
    def _forget(self) -> None:
        self._ended.forget()
        self._kept.ask_about = ""
        self._learn()

    def _ask(self, command: SetStatus) -> None:
        self._team.ask(
            command,
            lambda _status: self._forget(),
            lambda error: self.told.emit(sentence(error)),
        )

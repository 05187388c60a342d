"""The composer "What are you on?": under ten seconds from the click to the map.

Owns the popover and the draft that survives it. What is shared goes out as commands; nothing is
shared before its Share.
"""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QWidget

from presencemap.app.commands import SetStatus
from presencemap.app.cues import Found
from presencemap.app.job_commands import JoinJob, LeaveJob
from presencemap.app.post_commands import SayPost, ShowQuestion
from presencemap.app.views import Json
from presencemap.domain.availability import Availability
from presencemap.domain.cue import Cue
from presencemap.domain.errors import InvalidInput
from presencemap.domain.place import Place, PlaceTree
from presencemap.domain.precision import Precision
from presencemap.domain.status import MAX_TEXT, Kind
from presencemap.domain.until import parse_clock
from presencemap.ui.banners.ended import done_for_today
from presencemap.ui.compose.asked_line import Asked
from presencemap.ui.compose.cues import Cues
from presencemap.ui.compose.draft import Draft, Lack
from presencemap.ui.compose.form import ComposerForm, posted_words
from presencemap.ui.compose.popover import Popover
from presencemap.ui.moments import local, moment
from presencemap.ui.ports import Towns
from presencemap.ui.reach import ReachLine
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance
from presencemap.ui.visibility import held_back

WIDTH = 400


class Composer(Popover):
    """Opens with what I share now; Esc keeps what was typed, Ctrl+Enter shares it.

    `jobs_wanted`: the whole list of jobs.
    """

    jobs_wanted = Signal()

    def __init__(self, team: Team, towns: Towns, cues: Cues, parent: QWidget | None = None) -> None:
        super().__init__(appearance().theme.px(WIDTH), parent)
        self._team, self._cues = team, cues
        self._touched = False
        self._filling = False
        self._waiting = False
        self.setWindowTitle(self.tr("What are you on?"))
        self.form = form = ComposerForm(towns, self._now, ReachLine(team), self.body)
        form.reach.resized.connect(self._settle)
        form.text.edited.connect(self._edited)
        form.text.editor.installEventFilter(self)
        form.cues.taken.connect(self._take)
        form.kinds.idClicked.connect(self._edited)
        form.posted.clicked.connect(self._edited)
        form.place.changed.connect(self._edited)
        form.guests.chosen.connect(self._edited)
        form.until.changed.connect(self._until_chosen)
        form.until.other_wanted.connect(self._other_time)
        form.other_time.textChanged.connect(self._edited)
        form.place.new_wanted.connect(self._new_place)
        form.make_place.clicked.connect(self._make_typed_place)
        form.new_place.changed.connect(self._edited)
        form.new_place.given_up.connect(self._no_new_place)
        form.availability.chosen.connect(self._choose_availability)
        form.jobs.chosen.connect(self._choose_job)
        form.jobs.all_wanted.connect(self._all_jobs)
        form.share.clicked.connect(self.share)
        form.clear.clicked.connect(self._clear)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.share)
        for number, kind in enumerate(Kind, start=1):
            short = QShortcut(QKeySequence(f"Alt+{number}"), self)
            short.activated.connect(form.chip(kind).click)
        QShortcut(QKeySequence("Alt+G"), self).activated.connect(form.guests.open)
        team.changed.connect(self._learn)
        team.jobs_changed.connect(self._learn_jobs)
        self._fill(Draft.of(team.my_status, self._now()))
        self._learn()

    def open_at(self, anchor: QRect, screen: QScreen | None = None) -> None:
        """Show it with the caret in the text: the draft as it was left, or what I share now."""
        now = self._now()
        self._tell("")
        self._learn_places()
        self._fill(self.draft.refreshed(now) if self._touched else self._shared(now))
        super().open_at(anchor, screen)
        self._cues.read(self._cues_came)
        self._look_what_i_ask()
        self.form.text.setFocus()
        if not self._touched:
            self.form.text.editor.selectAll()

    @property
    def draft(self) -> Draft:
        """What stands in the fields."""
        form = self.form
        return Draft(
            kind=form.kind,
            text=form.text.text,
            place=form.place.value,
            place_text=form.place.unknown,
            until=form.until.value,
            posted=form.posted.isChecked(),
            guests=form.guests.value,
        )

    def restore(self, draft: Draft) -> None:
        """Take over what was typed in another composer (the language changed)."""
        self._fill(draft)
        self._touched = True

    def begin(self, words: str) -> None:
        """With these words in place of what I am on, for the stream too; where and when stay."""
        draft = Draft.of(self._team.my_status, self._now())
        self.restore(replace(draft, kind=Kind.THINKING_ABOUT, text=words, posted=True))

    @property
    def touched(self) -> bool:
        """Whether something was typed that hasn't been shared."""
        return self._touched

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab in an empty text takes the draft that is offered; else it goes on, as ever."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            plain = event.modifiers() is Qt.KeyboardModifier.NoModifier
            if plain and Qt.Key(event.key()) is Qt.Key.Key_Tab:
                return self.form.cues.take_first(self.form.text.text)
        return super().eventFilter(watched, event)

    @Slot()
    def share(self) -> None:
        """Share the draft; it stays where that fails."""
        if self._waiting or self._lack():
            return
        if not self._take_other_time():
            return
        self._waiting = True
        self._ready()
        if self.form.new_place.isVisibleTo(self):
            self._team.ask(self.form.new_place.command(), self._place_made, self._failed)
        else:
            self._share_status()

    def _share_status(self) -> None:
        said = self.draft.post()
        self._team.ask(
            self.draft.command(self._now()),
            self._shared_now if said is None else lambda _: self._post(said),
            self._failed,
        )

    def _post(self, said: SayPost) -> None:
        self._team.ask(said, self._shared_now, self._failed)

    def _place_made(self, place: Place) -> None:
        """The new place may be known here before the notice of it comes."""
        self._no_new_place()
        if self._team.places.get(place.id) is None:
            self.form.place.set_places(PlaceTree((*self._team.places, place)))
        self.form.place.set_value(place.id)
        self._share_status()

    def _shared_now(self, _status: object) -> None:
        self._waiting = False
        self._touched = False
        self._ready()
        self.hide()
        self.hidden.emit()

    def _failed(self, error: Exception) -> None:
        self._waiting = False
        self._ready()
        self._tell(sentence(error))

    def _now(self) -> datetime:
        return local(self._team.clock())

    def _shared(self, now: datetime) -> Draft:
        """What I share now; where that is nothing, an empty draft of the last kind."""
        fresh = Draft.of(self._team.my_status, now)
        return fresh if fresh.text or fresh.place else replace(fresh, kind=self.form.kind)

    def _fill(self, draft: Draft) -> None:
        self._filling = True
        form = self.form
        form.chip(draft.kind).setChecked(True)
        form.text.set_text(draft.text)
        if draft.place is None:
            form.place.set_text(draft.place_text)
        else:
            form.place.set_value(draft.place)
        form.guests.show_guests(draft.place, draft.guests)
        form.until.set_value(draft.until)
        form.posted.setChecked(draft.posted)
        self._filling = False
        self._ready()

    def _cues_came(self, found: Found) -> None:
        self.form.cues.learn(found)
        self._ready()

    def _look_what_i_ask(self) -> None:
        """Whether there is a question of what I struggle with: it goes on with what I say."""
        self.form.asked.asked = None
        me, status = self._team.me, self._team.my_status
        on = status.activity if status is not None else None
        if me is not None and on is not None and on.kind is Kind.STRUGGLING_WITH:
            self._team.ask(ShowQuestion(me.person.id), self._question_came, lambda _: None)

    def _question_came(self, post: Json | None) -> None:
        self.form.asked.asked = None if post is None else Asked.of(post)
        self._ready()

    @Slot(object)
    def _take(self, cue: Cue) -> None:
        """As if it were typed: nothing is shared by that."""
        self.form.chip(Kind.WORKING_ON).click()
        self.form.text.put(cue.text)
        if cue.until is not None and cue.until > self._team.clock():
            self.form.until.set_value(cue.until)
        self._edited()
        self.form.text.setFocus()

    @Slot()
    def _edited(self) -> None:
        if self._filling:
            return
        self._touched = True
        self._tell("")
        self._ready()

    @Slot()
    def _until_chosen(self) -> None:
        self.form.other_time_field.hide()
        self._edited()
        self._settle()

    @Slot()
    def _other_time(self) -> None:
        self.form.other_time_field.show()
        self.form.other_time.setFocus()
        self._settle()

    def _take_other_time(self) -> bool:
        """Use the typed time where one was asked for; False where it is none."""
        form = self.form
        if not form.other_time_field.isVisibleTo(self):
            return True
        try:
            end = parse_clock(form.other_time.text(), self._now())
        except InvalidInput:
            wrong = self.tr("Write a time like 17:00.")
            form.other_time_field.set_error(wrong)
            form.other_time.setFocus()
            self._settle()
            return False
        form.other_time_field.set_error("")
        form.other_time_field.hide()
        form.until.set_value(moment(end))
        return True

    @Slot(str)
    def _new_place(self, name: str) -> None:
        self.form.place.setEnabled(False)
        self.form.place.set_text("")
        self.form.new_place.show()
        self.form.new_place.begin(name)
        self._edited()
        self._settle()

    @Slot()
    def _make_typed_place(self) -> None:
        self._new_place(self.form.place.unknown)

    @Slot()
    def _no_new_place(self) -> None:
        self.form.new_place.hide()
        self.form.place.setEnabled(True)
        self._edited()
        self._settle()

    @Slot(object)
    def _choose_availability(self, availability: Availability) -> None:
        self._team.ask(SetStatus(availability=availability), failed=self._failed)

    @Slot(str, bool)
    def _choose_job(self, job: str, on: bool) -> None:  # noqa: FBT001 - a slot
        self._team.ask(JoinJob(job) if on else LeaveJob(job), failed=self._failed)

    @Slot()
    def _all_jobs(self) -> None:
        """The list is a dialog of the window; what was typed here stays."""
        self.hide()
        self.jobs_wanted.emit()

    @Slot()
    def _clear(self) -> None:
        self._touched = False
        self._team.ask(done_for_today(self._team.clock()), self._shared_now, self._failed)

    def _lack(self) -> str:
        """Why it can't be shared, in a sentence; " " where the fields say it themselves."""
        if self.form.new_place.isVisibleTo(self):
            if self.draft.length > MAX_TEXT:
                return " "
            return self.form.new_place.lack()
        lack = self.draft.lack(self._now())
        if lack is Lack.PLACE_UNKNOWN:
            words = self.tr("No place is called “{name}” yet.")
            return words.format(name=self.form.place.unknown)
        return " " if lack is not None else ""

    def _ready(self) -> None:
        """Share is on when the draft can be shared; the line under the fields says why not."""
        hidden = self._team.precision is Precision.HIDDEN
        self.form.guests.follow(None if hidden else self.form.place.value)
        lack = self._lack()
        self.form.share.setEnabled(not lack and not self._waiting)
        offer = self.form.cues.offer
        if offer(self.form.text.text, self._team.clock(), touched=self._touched):
            self._settle()
        said, now = (self.form.kind, self.form.text.text), self._team.clock()
        if self.form.asked.follow(*said, self._team.my_status, now):
            self._settle()
        words, means = posted_words(self.form.kind)
        self.form.posted.setText(words)
        self.form.posted.setToolTip(means)
        self.form.posted.setEnabled(self.draft.length > 0)
        said_in_stream = self.form.posted.isEnabled() and self.form.posted.isChecked()
        self.form.reach.follow(self.form.text.text if said_in_stream else "")
        unknown = bool(self.form.place.unknown) and not self.form.new_place.isVisibleTo(self)
        self.form.make_place.setVisible(unknown)
        town = self.form.new_place.town
        stray = town.unknown and not town.suggests
        if unknown or (self.form.new_place.isVisibleTo(self) and stray):
            self._tell(lack, "ink2")
        elif not self.form.message.property("lasting"):
            self._tell("")

    def _tell(self, words: str, tone: str = "danger") -> None:
        """Show a sentence; one in danger stays until something is changed."""
        message = self.form.message
        message.setProperty("lasting", bool(words) and tone == "danger")
        message.set_tone(tone)
        changed = message.text() != words
        message.setText(words)
        message.setVisible(bool(words.strip()))
        if changed:
            self._settle()

    @Slot()
    def _settle(self) -> None:
        if self.isVisible():
            self.settle()

    def _learn_places(self) -> None:
        """What is typed stays. Only when it is seen: thousands take a while."""
        self._filling = True
        self.form.place.set_places(self._team.places)
        self._filling = False

    @Slot()
    def _learn_jobs(self) -> None:
        me = self._team.me
        self.form.jobs.show_jobs(self._team.jobs, me.person.id if me is not None else "")

    @Slot()
    def _learn(self) -> None:
        """My status, the places: the fields follow, what is being typed stays."""
        if self.isVisible():
            self._learn_places()
        self.form.availability.show_value(self._team.availability)
        self._learn_jobs()
        held = held_back(self._team.sharing, removed=self._team.removed)
        self.form.held_back.setText(held)
        self.form.held_back.setVisible(bool(held))
        status = self._team.my_status
        said = status is not None and (status.activity is not None or status.place is not None)
        self.form.clear.setVisible(said)
        if not self._touched and not self.isVisible():
            self._fill(self._shared(self._now()))
        self._ready()

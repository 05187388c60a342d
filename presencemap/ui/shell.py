"""Everything that is seen of one team: window, tray, composer, dialogs.

Made anew when the language changes; the node and the roster live on below it.
"""

from PySide6.QtCore import QCoreApplication, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

from presencemap.app.commands import CreateInvite, SetPrecision, SetSharing, SetStatus
from presencemap.app.post_commands import Follow
from presencemap.domain.availability import Availability, Sharing
from presencemap.domain.precision import Precision
from presencemap.ui.ask.ask_page import AskPage
from presencemap.ui.compose.composer import Composer
from presencemap.ui.compose.cues import Cues
from presencemap.ui.compose.draft import Draft
from presencemap.ui.dialogs import Dialogs
from presencemap.ui.floor.making import FloorMaking
from presencemap.ui.helping import Helping
from presencemap.ui.invite_dialog import USUAL
from presencemap.ui.main_window import MainWindow
from presencemap.ui.notes.notebook import Notebook
from presencemap.ui.notes.notes_page import NotesPage
from presencemap.ui.ports import Towns
from presencemap.ui.preferences import Preferences
from presencemap.ui.screen import Screen
from presencemap.ui.screens_ahead import ScreensAhead
from presencemap.ui.sentences import sentence
from presencemap.ui.stream.beside import Beside
from presencemap.ui.stream.stream_page import StreamPage
from presencemap.ui.suggesting import Suggesting
from presencemap.ui.team import Team
from presencemap.ui.theme import Mode, appearance
from presencemap.ui.topics.naming import TopicNaming
from presencemap.ui.tray.tray import Tray
from presencemap.ui.window_dialogs import WindowDialogs


class Shell(QObject):
    """`quit_wanted` when the person, or a closed window without a tray, wants to leave."""

    quit_wanted = Signal()
    language_chosen = Signal(str)
    text_chosen = Signal()

    def __init__(
        self,
        team: Team,
        towns: Towns,
        preferences: Preferences,
        tray: Tray | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._team = team
        self._preferences = preferences
        self._dialogs = Dialogs(self)
        self._below_pill = False
        self.notebook = Notebook(team, preferences, self)
        self.window = MainWindow(team, preferences, towns, preferences.language)
        self.notes = NotesPage(team, self.notebook)
        self.stream = StreamPage(team, preferences)
        self.beside = Beside(team, self.stream.following, self.window.people)
        self.window.panes.put_over(Screen.STREAM, self.beside.segments)
        self.window.panes.add(Screen.STREAM, self.stream)
        self.ask = AskPage(team)
        for screen, page in ((Screen.ASK, self.ask), (Screen.NOTES, self.notes)):
            self.window.panes.add(screen, page, listed=False)
        self.helping = Helping(team, self.window, self._dialogs.show)
        FloorMaking(team, towns, self.window.ground, self._dialogs.show)
        menus = self.window.desk.panel.menu, self.stream.topic_bar.menu
        self.naming = TopicNaming(team, self.helping.bar, self._dialogs.show, self.window, menus)
        self.suggesting = Suggesting(team, self.window.card, self.helping)
        self.cues = Cues(team, preferences)
        self.composer = Composer(team, towns, self.cues)
        self.window_dialogs = WindowDialogs(team, towns, self.window, self.cues, self._dialogs.show)
        self.tray = tray or Tray(team)
        self._ahead = ScreensAhead(self)
        self._connect()

    def open_composer(self) -> None:
        """Under the status pill of the window."""
        self._compose_below(self.window.pill_place())

    @property
    def draft(self) -> Draft | None:
        """What is being typed, None for nothing."""
        return self.composer.draft if self.composer.touched else None

    def tell(self, words: str) -> None:
        """A fault of the machine, under the top bar."""
        self.window.banner.tell(words)

    def stop(self) -> None:
        """All of it goes, at once."""
        self._ahead.stop()
        self._dialogs.close()
        self.helping.stop()
        self.tray.stop()
        self.composer.hide()
        self.window.stop()
        for part in (self.composer, self.window):
            part.hide()
            part.deleteLater()
        self.tray.deleteLater()

    def _connect(self) -> None:
        window, top, tray = self.window, self.window.top, self.tray
        window.composer_wanted.connect(self._compose_below)
        window.prompts.say_wanted.connect(self._say_how)
        # Queued: the pill finds its place after the window has.
        window.pill_moved.connect(self._follow_pill, Qt.ConnectionType.QueuedConnection)
        window.closed.connect(self._window_closed)
        window.map.invite_wanted.connect(self._copy_invite)
        self.window_dialogs.failed.connect(self._failed)
        self.composer.jobs_wanted.connect(self.window_dialogs.show_jobs)
        window.card.follow_requested.connect(self._follow)
        window.card.note_requested.connect(self._show_notes)
        for part in (self.helping, self.naming):
            part.told.connect(self.tell)
        self.notes.conversation.keep_wanted.connect(self.helping.save_link)
        self.notes.conversation.offered.connect(self.helping.bar.offer)
        self.notes.dialog_wanted.connect(self._dialogs.show)
        window.card.question.thread_wanted.connect(self.stream.open_post)
        window.desk.panel.thread_wanted.connect(self.stream.open_post)
        self._connect_stream()
        self._connect_ask()
        self._look_ahead()
        self.notebook.changed.connect(self._notes_changed)
        self.notebook.came.connect(self._note_came)
        top.quit_wanted.connect(self.quit_wanted)
        top.looks.mode_chosen.connect(self._choose_mode)
        top.looks.compact_chosen.connect(self._choose_compact)
        # Queued: the menu that tells of it goes with the window.
        top.looks.text_chosen.connect(self._choose_text, Qt.ConnectionType.QueuedConnection)
        top.language_chosen.connect(self._choose_language, Qt.ConnectionType.QueuedConnection)
        tray.composer_wanted.connect(self._compose)
        tray.map_wanted.connect(self._show_map)
        tray.quit_wanted.connect(self.quit_wanted)
        tray.availability_chosen.connect(self._choose_availability)
        for chosen in (tray.sharing_chosen, window.sharing_chosen):
            chosen.connect(self._choose_sharing)
        top.precision_chosen.connect(self._choose_precision)
        tray.came_or_went.connect(self._tray_came_or_went)

    def _look_ahead(self) -> None:
        panes, ground = self.window.panes, self.window.ground
        self._ahead.add(self.stream, panes.stage, self.stream.list.made_ahead)
        self._ahead.add(self.notes, panes.splitter)
        for page in (ground.topics, ground.floor):
            self._ahead.add(page, ground)
        # By its picture one lens fades into the other, and for that all that is hidden counts.
        self._ahead.add(self.window, self.window)
        self._team.roster.updated.connect(self._ahead.ask)

    def _connect_stream(self) -> None:
        window, stream, beside = self.window, self.stream, self.beside
        stream.wanted.connect(self._show_stream)
        window.panes.screen_changed.connect(beside.stand)
        window.panes.aside_changed.connect(beside.stand_aside)
        beside.aside_wanted.connect(window.panes.show_aside)
        stream.thread_shown.connect(beside.segments.give_way)
        beside.person_wanted.connect(window.open_person)
        beside.topic_wanted.connect(stream.show_topic)
        stream.person_wanted.connect(window.open_person)
        stream.digest.place_wanted.connect(window.show_place)
        stream.digest.notes_wanted.connect(self._show_notes)
        stream.dialog_wanted.connect(self._dialogs.show)
        stream.deeds.offered.connect(self.helping.bar.offer)
        stream.keep_wanted.connect(self.helping.save_link)
        stream.link_wanted.connect(self.helping.send_link_for)
        stream.introduction_wanted.connect(self.helping.introduce_for)

    def _connect_ask(self) -> None:
        window, top, tray = self.window, self.window.top, self.tray
        ask = self.ask
        ask.person_wanted.connect(window.open_person)
        ask.note_wanted.connect(self._show_notes)
        ask.link_wanted.connect(self.helping.send_link)
        ask.introduction_wanted.connect(self.helping.introduce)
        ask.follow_wanted.connect(self._follow)
        ask.thread_wanted.connect(self.stream.open_post)
        ask.profile_wanted.connect(self.window_dialogs.edit_profile)
        ask.invite_wanted.connect(top.invite_wanted)
        for wanted in (top.ask_wanted, tray.ask_wanted):
            wanted.connect(self._show_ask)

    @Slot(str, bool)
    def _follow(self, person: str, on: bool) -> None:  # noqa: FBT001 - a slot
        self._team.ask(Follow(person, on=on), failed=self._failed)

    @Slot(str)
    def _show_notes(self, person: str) -> None:
        self.window.card.close_card()
        self.window.panes.show_screen(Screen.NOTES)
        self.notes.show_person(person)

    @Slot()
    def _show_stream(self) -> None:
        self.window.card.close_card()
        self.window.panes.show_screen(Screen.STREAM)

    @Slot()
    def _notes_changed(self) -> None:
        roster, notebook = self._team.roster, self.notebook
        cards = {person: roster.card(person) for person in notebook.unseen}
        names = [card.person.name if card else notebook.name_of(p) for p, card in cards.items()]
        self.window.panes.rail.button(Screen.NOTES).show_new(sorted(names))

    @Slot(str)
    def _note_came(self, person: str) -> None:
        """In the tray, without its words: others may look on."""
        name = self.notebook.name_of(person)
        self.tray.say(
            self.tr("Note from {name}").format(name=name), self.tr("Open Presence Map to read it.")
        )

    @Slot(str)
    def _say_how(self, words: str) -> None:
        """What was answered to a prompt is typed, not shared yet."""
        self.open_composer()
        self.composer.begin(words)

    @Slot(QRect)
    def _compose_below(self, pill: QRect) -> None:
        self._compose(pill)
        self._below_pill = True

    @Slot()
    def _follow_pill(self) -> None:
        """It opened below the pill and stays there, wherever the window comes to stand."""
        if self._below_pill:
            self.composer.follow(self.window.pill_place())

    @Slot(QRect)
    def _compose(self, anchor: QRect) -> None:
        self._below_pill = False
        if self.composer.isVisible():
            self.composer.hide()
        elif not self.composer.just_hidden():
            self.composer.open_at(anchor)

    @Slot()
    def _show_ask(self) -> None:
        """From the tray the window comes along."""
        self._show_map()
        self.window.panes.show_screen(Screen.ASK)

    @Slot()
    def _show_map(self) -> None:
        self.composer.hide()
        self.window.bring_up()

    @Slot()
    def _window_closed(self) -> None:
        """To the tray, which is said once; or away, where there is none."""
        if not self.tray.present:
            self.quit_wanted.emit()
        elif not self._preferences.told_about_tray:
            self._preferences.told_about_tray = True
            self.tray.say(
                self.tr("Presence Map goes on in the tray"),
                self.tr("Click its icon to share what you're on. Quit is in its menu."),
            )

    @Slot()
    def _tray_came_or_went(self) -> None:
        """A hidden window without a tray could never be reached again."""
        if not self.tray.present and not self.window.isVisible():
            self.window.bring_up()

    @Slot(object)
    def _choose_availability(self, availability: Availability) -> None:
        self._team.ask(SetStatus(availability=availability), failed=self._failed)

    @Slot(object)
    def _choose_sharing(self, sharing: Sharing) -> None:
        self._team.ask(SetSharing(sharing), failed=self._failed)

    @Slot(object)
    def _choose_precision(self, precision: Precision) -> None:
        self._team.ask(SetPrecision(precision), failed=self._failed)

    @Slot(object)
    def _choose_mode(self, mode: Mode) -> None:
        self._preferences.mode = mode
        appearance().set_mode(mode)

    @Slot(bool)
    def _choose_compact(self, compact: bool) -> None:  # noqa: FBT001
        self._preferences.compact = compact
        appearance().set_compact(compact)

    @Slot(float)
    def _choose_text(self, size: float) -> None:
        """Controls are measured when they are made: the windows are made anew."""
        if size != self._preferences.text_size:
            self._preferences.text_size = size
            appearance().set_text_scale(size)
            self.text_chosen.emit()

    @Slot(str)
    def _choose_language(self, code: str) -> None:
        if code != self._preferences.language:
            self._preferences.language = code
            self.language_chosen.emit(code)

    @Slot()
    def _copy_invite(self) -> None:
        def made(link: str) -> None:
            QGuiApplication.clipboard().setText(link)
            self.window.map.alone.copied(USUAL)

        def failed(error: Exception) -> None:
            self.window.map.alone.failed(sentence(error))

        self._team.ask(CreateInvite(days=USUAL), made, failed)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.tell(sentence(error))
        if not self.window.isVisible():
            title = QCoreApplication.translate("Shell", "That didn't work")
            self.tray.say(title, sentence(error))

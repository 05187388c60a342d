"""Under the top bar, what I may be asked about what I am or was on. Nothing is sent by itself.

Owns on which topics I last was: on this computer alone, two weeks at most. Reads the team, asks the
node.
"""

import json
from dataclasses import asdict
from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from presencemap.app.commands import SetStatus
from presencemap.domain.availability import Sharing
from presencemap.domain.prompting import HowDidItGo, Prompt, Still, Trail, prompt
from presencemap.domain.roster import MINUTE
from presencemap.ui.banners.ended import prolonged
from presencemap.ui.banners.question_banner import QuestionBanner
from presencemap.ui.controls import Button, QuietButton
from presencemap.ui.people.wording import clock
from presencemap.ui.preferences import Preferences
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team

_EVERY: Final = 60 * MINUTE
"""How precisely it is kept when I was on something."""


class PromptBanner(QuestionBanner):
    """At most one question, none while ``after`` asks one.

    `other_wanted`: say it anew; `say_wanted` with the words to begin with; `forgotten`: never ask
    again; `told`: what failed.
    """

    other_wanted = Signal()
    say_wanted = Signal(str)
    forgotten = Signal()
    told = Signal(str)

    def __init__(
        self,
        team: Team,
        preferences: Preferences,
        after: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("lightbulb", parent)
        self._team, self._preferences, self._after = team, preferences, after
        self._trail = _read(preferences.topics)
        self._asked: Prompt | None = None
        self.still = Button("", small=True)
        self.still.set_variant("primary")
        self.other = Button(self.tr("Something else …"), small=True)
        self.say = Button(self.tr("Say it …"), small=True)
        self.say.set_variant("primary")
        self.never = QuietButton(self.tr("Never ask this"), small=True)
        self.never.setToolTip(self.tr("Also forgets on which topics you were"))
        self.lay_out(
            (
                (self.still, self._stay),
                (self.other, self._change),
                (self.say, self._say),
                (self.never, self._never_again),
            )
        )
        self.close_button.clicked.connect(self._done)
        team.changed.connect(self._learn)
        self._learn()

    @property
    def remembers(self) -> bool:
        """Whether it is kept on which topics I was."""
        return not self._preferences.forgets_topics

    def remember(self, *, on: bool) -> None:
        """Keep it from now on, or forget it all at once."""
        self._preferences.forgets_topics = not on
        self._trail, self._preferences.topics = Trail(), ""
        self._learn()

    @Slot()
    def _learn(self) -> None:
        team, now, me = self._team, self._team.clock(), self._team.me
        status, names = me.status_at(now) if me is not None else None, team.roster.names
        if self.remembers and team.sharing is Sharing.ON:
            trail = self._trail.on(status, now, names)
            before = self._trail.topics
            new = (trail.topics.keys(), trail.about) != (before.keys(), self._trail.about)
            if new or any(at - before[topic] >= _EVERY for topic, at in trail.topics.items()):
                self._keep(trail)
        quiet = team.removed or team.sharing is not Sharing.ON or not team.running
        # Hidden by itself, not because the window is: that comes later.
        busy = quiet or me is None or not self._after.isHidden()
        asked = self._asked = None if busy else prompt(status, self._trail, now, names)
        self._show(asked, now)
        # In a window that is hidden nobody was asked.
        if asked is not None and self.isVisible():
            self._keep(self._trail.asking(asked, now))

    def _show(self, asked: Prompt | None, now: int) -> None:
        for button in (self.still, self.other):
            button.setVisible(isinstance(asked, Still))
        for button in (self.say, self.never):
            button.setVisible(isinstance(asked, HowDidItGo))
        match asked:
            case Still(text=text, until=until):
                end = clock(prolonged(until, now))
                self.still.setText(self.tr("Until {time}").format(time=end))
                words = self.tr("It leaves every colleague’s screen at {time}, as you said.")
                question = self.tr("Still on “{text}”?").format(text=text)
                self.ask(question, words.format(time=clock(until)))
            case HowDidItGo(topic=topic):
                question = self.tr("You were on #{topic} last week: how did it go?")
                words = self.tr(
                    "Only this computer knows that, for two weeks. Nothing is sent by itself."
                )
                self.ask(question.format(topic=topic), words)
            case _:
                self.hide()

    @Slot()
    def _stay(self) -> None:
        asked = self._asked
        if isinstance(asked, Still):
            until = prolonged(asked.until, self._team.clock())
            self._team.ask(SetStatus(until=until), partial(self._stayed, until), self._failed)

    def _stayed(self, until: int, _answer: object) -> None:
        self._keep(self._trail.goes_on(until))
        self._learn()

    def _failed(self, error: Exception) -> None:
        self.told.emit(sentence(error))

    @Slot()
    def _change(self) -> None:
        self._done()
        self.other_wanted.emit()

    @Slot()
    def _say(self) -> None:
        asked = self._asked
        self._done()
        if isinstance(asked, HowDidItGo):
            self.say_wanted.emit(f"#{asked.topic}: ")

    @Slot()
    def _never_again(self) -> None:
        self.remember(on=False)
        self.forgotten.emit()

    @Slot()
    def _done(self) -> None:
        """It was answered, one way or another: not asked again."""
        if self._asked is not None:
            now, names = self._team.clock(), self._team.roster.names
            self._keep(self._trail.answered(self._asked, now, names))
        self._learn()

    def _keep(self, trail: Trail) -> None:
        if trail == self._trail:
            return
        self._trail = trail
        kept = {**asdict(trail), "topics": dict(trail.topics)}
        self._preferences.topics = json.dumps(kept) if trail != Trail() else ""


def _read(text: str) -> Trail:
    """What was kept; nothing where that can't be read."""
    try:
        kept = json.loads(text or "{}")
        topics = {str(topic): int(at) for topic, at in kept.get("topics", {}).items()}
        asked, still = (int(kept.get(name, 0)) for name in ("asked", "still"))
        return Trail(topics, asked, str(kept.get("about", "")), still)
    except (ValueError, AttributeError, TypeError):
        return Trail()

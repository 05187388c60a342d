"""Step 3: what is shared, and all that a colleague will see."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from presencemap.domain.availability import Availability
from presencemap.domain.person import Profile
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.status import Activity, Kind, Status
from presencemap.domain.until import Until, choices, end_of
from presencemap.ui.controls import Glyph, Label, Line, dress
from presencemap.ui.moments import local, moment
from presencemap.ui.onboarding.page import Page
from presencemap.ui.ports import Clock
from presencemap.ui.profile.preview import RowPreview


class SharePage(Page):
    """Says what leaves this computer; shows it with the real row."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(
            3,
            self.tr("You decide what you share"),
            self.tr("Only your own clicks change your place. No history is kept."),
            parent,
        )
        self._clock = clock
        facts = (
            (
                "hammer",
                self.tr("What you are on"),
                self.tr("140 characters that you write, until the time that you choose"),
            ),
            (
                "map-pin",
                self.tr("Client, office or room"),
                self.tr("The place that you pick. Home is a word, never an address"),
            ),
            (
                "clock",
                self.tr("Then it is gone"),
                self.tr("Place and activity vanish from every screen when the time is over"),
            ),
            (
                "eye",
                self.tr("Who sees it"),
                self.tr("The members of your team, and nobody else. There is no administrator"),
            ),
        )
        for icon, title, text in facts:
            self.column.addWidget(Line())
            self.column.addWidget(_Fact(icon, title, text))
        self.column.addWidget(Line())
        self.column.addSpacing(16)
        self.row = RowPreview(clock)
        self._now_row = RowPreview(clock)
        self.column.addWidget(self._seen())
        self.column.addStretch(1)
        self.message = Label("", "small", "danger", wrap=True)
        self.message.hide()
        self.column.addWidget(self.message)

    def show_profile(self, profile: Profile) -> None:
        """The rows of this profile: as it begins, and with a status as an example."""
        self._now_row.show_profile(profile)
        now = local(self._clock())
        until = Until.AFTERNOON if Until.AFTERNOON in choices(now) else Until.TODAY
        place = Place("example", self.tr("Acme, Gent"), PlaceKind.CLIENT)
        activity = Activity(Kind.WORKING_ON, self.tr("Reading the test log"))
        end = moment(end_of(until, now))
        status = Status(Availability.AVAILABLE, self._clock(), place.id, activity, end)
        self.row.show_profile(profile, status, PlaceTree([place]))

    def tell(self, words: str) -> None:
        """What went wrong on the way in; "" takes it away."""
        self.message.setText(words)
        self.message.setVisible(bool(words))

    def _seen(self) -> QWidget:
        frame = QFrame()
        dress(frame, surface="card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(1, 10, 1, 6)
        column.setSpacing(2)
        for words, row in (
            (self.tr("This is all that a colleague sees now"), self._now_row),
            (self.tr("For example, once you share"), self.row),
        ):
            title = Label(words, "small", "ink3")
            title.setContentsMargins(14, 0, 14, 0)
            column.addWidget(title)
            column.addWidget(row)
        return frame


class _Fact(QWidget):
    """One thing in two lines."""

    def __init__(self, icon: str, title: str, text: str) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(title, "strong"))
        words.addWidget(Label(text, "small", "ink3", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(14)
        row.addWidget(Glyph(icon, "accent", 18))
        row.addLayout(words, 1)

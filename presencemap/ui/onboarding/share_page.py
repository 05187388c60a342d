"""Step 3: what is shared, and all that a colleague will see."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from presencemap.domain.availability import Availability
from presencemap.domain.person import Profile
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.precision import Precision, shared_place
from presencemap.domain.status import Activity, Kind, Status
from presencemap.domain.until import Until, choices, end_of
from presencemap.ui.controls import Glyph, Label, Line, Segmented, dress
from presencemap.ui.menus.precision_menu import precision_words
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
        self._profile: Profile | None = None
        self.precise = Segmented(self.tr("Place, how precisely"))
        for precision in Precision:
            self.precise.add(precision.value, precision_words(precision).entry)
        self.precise.choose(Precision.SITE.value)
        self._means = Label("", "small", "ink3", wrap=True)
        self.precise.chosen.connect(self._precision_chosen)
        facts = (
            (
                "hammer",
                self.tr("What you are on"),
                self.tr("140 characters that you write, until the time that you choose"),
            ),
            (
                "clock",
                self.tr("Then it is gone"),
                self.tr("Place and activity vanish from every screen when the time is over"),
            ),
            (
                "eye",
                self.tr("Who sees it"),
                self.tr("The members of your team, and nobody else. Stewards see no more"),
            ),
        )
        for icon, title, text in facts:
            self.column.addWidget(Line())
            self.column.addWidget(_Fact(icon, title, Label(text, "small", "ink3", wrap=True)))
            if icon == "hammer":
                self.column.addWidget(Line())
                self.column.addWidget(
                    _Fact("map-pin", self.tr("Where you are"), self.precise, self._means)
                )
        self.column.addWidget(Line())
        self.column.addSpacing(16)
        self.row = RowPreview(clock)
        self._now_row = RowPreview(clock)
        self.column.addWidget(self._seen())
        self.column.addStretch(1)
        self.message = Label("", "small", "danger", wrap=True)
        self.message.hide()
        self.column.addWidget(self.message)

    @property
    def precision(self) -> Precision:
        """How precisely places are to be shared."""
        return Precision(self.precise.value)

    def show_profile(self, profile: Profile) -> None:
        """The rows of this profile: as it begins, and with a status as an example."""
        self._profile = profile
        self._now_row.show_profile(profile)
        self._means.setText(precision_words(self.precision).means)
        now = local(self._clock())
        until = Until.AFTERNOON if Until.AFTERNOON in choices(now) else Until.TODAY
        site = Place("site", self.tr("Acme, Gent"), PlaceKind.CLIENT)
        places = PlaceTree([site, Place("room", "", PlaceKind.ROOM, parent="site")])
        town = Place.in_town("Gent", 51.05, 3.72)
        place = shared_place("room", places, self.precision, lambda _: town)
        activity = Activity(Kind.WORKING_ON, self.tr("Reading the test log"))
        end = moment(end_of(until, now))
        status = Status(Availability.AVAILABLE, self._clock(), place, activity, end)
        self.row.show_profile(profile, status, places)

    def tell(self, words: str) -> None:
        """What went wrong on the way in; "" takes it away."""
        self.message.setText(words)
        self.message.setVisible(bool(words))

    @Slot()
    def _precision_chosen(self) -> None:
        if self._profile is not None:
            self.show_profile(self._profile)

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
    """One thing, and below it what it means."""

    def __init__(self, icon: str, title: str, *below: QWidget) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(Label(title, "strong"))
        for part in below:
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(14)
        row.addWidget(Glyph(icon, "accent", 18))
        row.addLayout(words, 1)

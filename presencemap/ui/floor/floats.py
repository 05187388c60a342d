"""What floats over a floor: the way back, the switch of floors, and the pill to sit by.

Owns their looks; knows no plan and no node.
"""

from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from presencemap.domain.status import MAX_GUESTS
from presencemap.ui.controls import (
    Choice,
    ElidedLabel,
    Glyph,
    IconButton,
    Label,
    Line,
    PrimaryButton,
    QuietButton,
    plain,
    plain_tooltip,
)
from presencemap.ui.floor import phrases
from presencemap.ui.floor.roughly import Roughly
from presencemap.ui.floor.scene import FloorScene, Level, Seat
from presencemap.ui.map.floating import Floating
from presencemap.ui.people import wording
from presencemap.ui.theme import appearance


class Breadcrumb(Floating):
    """The way back to the map, and where this is: country, town, site, floor.

    ``country_wanted``, ``town_wanted``: the map, where that is.
    """

    back = Signal()
    country_wanted = Signal()
    town_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(self.air(4))
        row.setSpacing(6)
        self.button = IconButton("arrow-left", self.tr("Back to the map (Alt Left)"), tone="ink")
        self.button.clicked.connect(self.back)
        self.country = QuietButton("", small=True)
        self.country.clicked.connect(self.country_wanted)
        self.town = QuietButton("", small=True)
        self.town.clicked.connect(self.town_wanted)
        for each in (self.country, self.town):
            # A button without a frame stands as near to what follows as words do.
            each.setStyleSheet("QPushButton { padding: 0 2px; }")
        self.site = Label("", "body", "ink2")
        self.here = ElidedLabel("", "strong")
        row.addWidget(self.button)
        around: tuple[QuietButton | Label, ...] = (self.country, self.town, self.site)
        self._around = tuple((part, Glyph("chevron-right", "ink3", 14)) for part in around)
        for part, chevron in self._around:
            row.addWidget(part)
            row.addWidget(chevron)
        row.addWidget(self.here, 1)
        row.addSpacing(8)

    def show_scene(self, scene: FloorScene, country: str = "") -> None:
        """Name a floor and what it is in; ``country`` "" where that isn't known."""
        for button, name in ((self.country, country), (self.town, scene.town)):
            button.setText(plain(name))
            button.setAccessibleName(self.tr("{town}, on the map").format(town=name))
        self.site.setText(scene.site_name)
        self.here.setText(scene.name)

    @property
    def names_site(self) -> bool:
        """Whether there is room for more than the floor."""
        return not self.site.isHidden() or not self.site.text()

    def fit(self, width: float) -> None:
        """As wide as it needs, at most so many px."""
        need = self.here.fontMetrics().horizontalAdvance(self.here.text()) + 4
        self.here.setMinimumWidth(min(need, 160))
        # The country gives way first, then the town: the site says more of where a floor is.
        for left_out in range(len(self._around) + 1):
            for number, (part, chevron) in enumerate(self._around):
                shown = number >= left_out and bool(part.text())
                part.setVisible(shown)
                chevron.setVisible(shown)
            if self.sizeHint().width() <= width:
                break
        self.resize(min(self.sizeHint().width(), round(width)), self.sizeHint().height())


class FloorSwitch(Floating):
    """A button a floor, with how many people are there: the highest on top, or at the right."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Floors"))
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(self.air(0))
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._levels: tuple[Level, ...] = ()
        self._floor = ""
        self._lying = False
        self.buttons: dict[str, _LevelButton] = {}

    def show_levels(self, levels: tuple[Level, ...], floor: str) -> None:
        """Show these floors; ``floor`` is the one that is seen."""
        self._levels, self._floor = levels, floor
        if [level.floor for level in levels] != list(self.buttons):
            self._fill(levels)
        for level in levels:
            self.buttons[level.floor].show_level(level)
        self.buttons[floor].setChecked(True)
        self.setVisible(len(levels) > 1)

    def lie(self, *, down: bool) -> None:
        """All beside each other, or on top of each other as in a lift."""
        if down is not self._lying:
            self._lying = down
            ways = QBoxLayout.Direction
            self._row.setDirection(ways.RightToLeft if down else ways.TopToBottom)
            self._fill(self._levels)
            if self._floor in self.buttons:
                self.buttons[self._floor].setChecked(True)

    @property
    def length(self) -> float:
        """Px that it takes where it lies."""
        return len(self.buttons) * (_button_size().width() + 1)

    def _fill(self, levels: tuple[Level, ...]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = {}
        for level in levels:
            button = _LevelButton(level)
            button.clicked.connect(lambda _=False, floor=level.floor: self.chosen.emit(floor))
            self._group.addButton(button)
            for part in (Line(upright=self._lying), button) if self.buttons else (button,):
                self._row.addWidget(part)
                # Qt shows it at the next turn: until then it would take no room.
                part.show()
            self.buttons[level.floor] = button


def _button_size() -> QSize:
    """Two lines, with air."""
    theme = appearance().theme
    return QSize(theme.px(40), theme.px(42))


class _LevelButton(Choice):
    """A floor's number, and below it how many people are there."""

    def __init__(self, level: Level) -> None:
        super().__init__()
        self.show_level(level)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance().changed.connect(self.updateGeometry)

    def show_level(self, level: Level) -> None:
        """The same floor, with how many are there now."""
        self._level = level
        self.setAccessibleName(phrases.level_name(level))
        self.setToolTip(plain_tooltip(phrases.level_name(level)))
        self.update()

    def sizeHint(self) -> QSize:
        """As every other."""
        return _button_size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two lines; the one that is seen on its own ground."""
        theme, level = appearance().theme, self._level
        painter = QPainter(self)
        ground = "accentSoft" if self.isChecked() else "hover" if self.underMouse() else ""
        if ground:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 8, 8)
        lines = [("strong", "accent" if self.isChecked() else "ink", level.label)]
        if level.count:
            lines.append(("small", "accent" if self.isChecked() else "ink2", str(level.count)))
        top = (self.height() - sum(theme.line(role) for role, _, _ in lines)) // 2
        for role, tone, text in lines:
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(tone))
            box = QRect(0, top, self.width(), theme.line(role))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            top += theme.line(role)


class SitPill(Floating):
    """What a chosen room or desk is good for; ``sit_wanted`` by one click.

    At my own place: how many guests are with me, and ``guests_wanted`` with another number.
    """

    sit_wanted = Signal(str)
    guests_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(self.air(6))
        row.setSpacing(8)
        row.addSpacing(6)
        row.addWidget(Glyph("map-pin", "accent", 16))
        self.words = Label(self.tr("Click a desk or room to sit there"), "body")
        row.addWidget(self.words)
        self.button = PrimaryButton("")
        self.button.clicked.connect(self._sit)
        row.addWidget(self.button)
        self._guests = 0
        self.fewer = IconButton("minus", self.tr("One guest fewer"), tone="ink")
        self.more = IconButton("plus", self.tr("One guest more"), tone="ink")
        for button, step in ((self.fewer, -1), (self.more, 1)):
            button.clicked.connect(partial(self._count, step))
            row.addWidget(button)
        row.addSpacing(2)
        self.offer(None, "")

    def offer(
        self,
        seat: Seat | None,
        until: str,
        *,
        mine: bool = False,
        rough: Roughly | None = None,
        guests: int = 0,
    ) -> None:
        """Offer a room or desk until a time; None: say what to do.

        ``rough``: what colleagues are told instead of the room or desk; ``guests``: with me.
        """
        self._guests = guests
        for button, known in ((self.fewer, guests > 0), (self.more, guests < MAX_GUESTS)):
            button.setVisible(mine)
            button.setEnabled(known)
        taken = seat is not None and seat.is_desk and bool(seat.faces)
        in_vain = rough is not None and (rough.told or not rough.place)
        self._place = "" if seat is None or mine or taken or in_vain else seat.place
        self.button.setVisible(bool(self._place))
        if seat is None:
            self.words.setText(self.tr("Click a desk or room to sit there"))
        elif mine:
            beside = wording.guests(guests) if guests else self.tr("no guests")
            words = self.tr("You are at {place} · {guests}")
            self.words.setText(words.format(place=seat.name, guests=beside))
        elif taken:
            self.words.setText(f"{seat.name}: {phrases.state(seat)}")
        elif rough is not None:
            self._offer_roughly(rough, until)
        else:
            self.words.setText(f"{phrases.state(seat)} · {until}")
            self._say_by(self.tr("Sit at {place}").format(place=seat.name), until)

    def _offer_roughly(self, rough: Roughly, until: str) -> None:
        """Say what is told instead of a room or desk, and whether it is already."""
        if not rough.place:
            self.words.setText(self.tr("You share no place, so nobody would see it"))
        elif rough.told:
            words = self.tr("You are at {place}. You don’t share rooms and desks")
            if rough.is_town:
                words = self.tr("You are in {place}. You don’t share rooms and desks")
            self.words.setText(words.format(place=rough.place))
        else:
            self.words.setText(self.tr("You don’t share rooms and desks, only where roughly"))
            said = self.tr("I’m in {place}") if rough.is_town else self.tr("I’m at {place}")
            self._say_by(said.format(place=rough.place), until)

    def _say_by(self, words: str, until: str) -> None:
        self.button.setText(plain(words))
        self.button.setAccessibleDescription(until)

    def fit(self, width: float) -> None:
        """As wide as its words, which take more lines where that is over so many px."""
        self.words.setWordWrap(False)
        hint = self.sizeHint()
        if hint.width() > width:
            self.words.setWordWrap(True)
            hint = QSize(round(width), self.heightForWidth(round(width)))
        self.resize(hint)

    @Slot()
    def _sit(self) -> None:
        self.sit_wanted.emit(self._place)

    def _count(self, step: int) -> None:
        self.guests_wanted.emit(max(0, min(MAX_GUESTS, self._guests + step)))

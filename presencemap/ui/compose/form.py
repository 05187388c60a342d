"""The fields of the composer, laid out as on the mock-up. Knows no draft and no node."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from presencemap.domain.status import Kind
from presencemap.ui.compose.asked_line import AskedLine
from presencemap.ui.compose.availability_menu import AvailabilityMenu
from presencemap.ui.compose.cue_offer import CueOffer
from presencemap.ui.compose.guests_menu import GuestsMenu
from presencemap.ui.compose.new_place import NewPlace
from presencemap.ui.compose.place_field import PlaceField
from presencemap.ui.compose.until_field import UntilField
from presencemap.ui.controls import Chip, Field, Label, PrimaryButton, QuietButton, TextBox
from presencemap.ui.jobs.job_menu import JobMenu
from presencemap.ui.key_cap import KeyCap
from presencemap.ui.ports import Towns
from presencemap.ui.reach import ReachLine


def own_kind_word(kind: Kind) -> str:
    """In the first person: what I say of myself."""
    words = {
        Kind.WORKING_ON: QCoreApplication.translate("ComposerForm", "Working on"),
        Kind.STRUGGLING_WITH: QCoreApplication.translate("ComposerForm", "Struggling with"),
        Kind.THINKING_ABOUT: QCoreApplication.translate("ComposerForm", "Thinking about"),
    }
    return words[kind]


def posted_words(kind: Kind) -> tuple[str, str]:
    """What the tick says that puts it in the stream too, and what that does."""
    if kind is Kind.STRUGGLING_WITH:
        return (
            QCoreApplication.translate("ComposerForm", "Ask as a question"),
            QCoreApplication.translate(
                "ComposerForm", "Puts it in the stream: colleagues join in and answer"
            ),
        )
    return (
        QCoreApplication.translate("ComposerForm", "Also post in stream"),
        QCoreApplication.translate("ComposerForm", "There it stays when this is over"),
    )


class _KindChip(Chip):
    """A chip with less air, so that three stand side by side in 368 px."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(own_kind_word(kind), kind=kind)
        self.setStyleSheet("QPushButton { padding: 0 5px; }")

    def sizeHint(self) -> QSize:
        """As wide as its text needs."""
        return super().sizeHint() - QSize(8, 0)


class ComposerForm(QWidget):
    """Widgets by name; fills its parent."""

    def __init__(
        self, towns: Towns, now: Callable[[], datetime], reach: ReachLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.reach = reach
        self.availability = AvailabilityMenu()
        self.kinds = QButtonGroup(self)
        self.text = TextBox()
        self.cues = CueOffer(self.text.editor)
        self.asked = AskedLine()
        self.place = PlaceField()
        self.until = UntilField(now)
        self.other_time = QLineEdit()
        self.other_time.setPlaceholderText("17:00")
        self.other_time_field = Field(self.tr("Until what time?"), self.other_time)
        self.other_time_field.hide()
        self.new_place = NewPlace(towns)
        self.new_place.hide()
        self.message = Label("", "small", "danger", wrap=True)
        self.message.hide()
        self.held_back = Label("", "small", "warn", wrap=True)
        self.held_back.hide()
        self.make_place = QuietButton(self.tr("Make it a new place"), small=True)
        self.make_place.hide()
        self.posted = QCheckBox()
        self.guests = GuestsMenu()
        self.jobs = JobMenu()
        self.clear = QuietButton(self.tr("Done for today"))
        self.clear.setToolTip(
            self.tr("Takes your place and activity off the map: you are away until the morning")
        )
        self.share = PrimaryButton(self.tr("Share"))
        column = QVBoxLayout(parent)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self)
        self._lay_out()

    def chip(self, kind: Kind) -> Chip:
        """The chip of a kind."""
        button = self.kinds.button(list(Kind).index(kind))
        if not isinstance(button, Chip):
            raise TypeError(kind)
        return button

    @property
    def kind(self) -> Kind:
        """The kind chosen."""
        return list(Kind)[max(0, self.kinds.checkedId())]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        column.addLayout(_row(Label(self.tr("What are you on?"), "title"), None, self.availability))
        column.addWidget(self.held_back)
        column.addLayout(self._chips())
        column.addWidget(self.text)
        column.addWidget(self.cues)
        column.addWidget(self.asked)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.place, 58)
        where.addWidget(self.until, 42)
        column.addLayout(where)
        column.addWidget(self.new_place)
        column.addWidget(self.other_time_field)
        said = QHBoxLayout()
        said.setSpacing(4)
        said.addWidget(self.message, 1)
        said.addWidget(self.make_place)
        column.addLayout(said)
        column.addLayout(_row(self.posted, None, self.guests, self.jobs))
        column.addWidget(self.reach)
        foot = _row(self.clear, None, KeyCap("Ctrl ↵"), self.share)
        # The text of a frameless button stands where the fields begin.
        foot.setContentsMargins(-8, 0, 0, 0)
        column.addLayout(foot)

    def _chips(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for number, kind in enumerate(Kind):
            chip = _KindChip(kind)
            chip.setToolTip(f"{own_kind_word(kind)} (Alt+{number + 1})")
            self.kinds.addButton(chip, number)
            row.addWidget(chip)
        row.addStretch(1)
        self.chip(Kind.WORKING_ON).setChecked(True)
        return row


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Side by side; None is the space that gives way."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row

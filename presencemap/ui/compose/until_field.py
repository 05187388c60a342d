"""Until when place and activity hold: the choices, each with the clock time that comes of it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QStyleOptionComboBox, QWidget

from presencemap.domain.until import Until, choices, end_of
from presencemap.ui import assets
from presencemap.ui.moments import moment
from presencemap.ui.people.wording import clock, until
from presencemap.ui.theme import appearance

_OTHER = "other"


def until_word(choice: Until) -> str:
    """A choice in words."""
    words = {
        Until.HALF_HOUR: QCoreApplication.translate("Until", "30 minutes"),
        Until.HOUR: QCoreApplication.translate("Until", "1 hour"),
        Until.LUNCH: QCoreApplication.translate("Until", "Lunch"),
        Until.AFTERNOON: QCoreApplication.translate("Until", "This afternoon"),
        Until.TODAY: QCoreApplication.translate("Until", "Today"),
    }
    return words[choice]


def choice_label(choice: Until, now: datetime) -> str:
    """A choice with its end: "1 hour, 11:24"."""
    end = moment(end_of(choice, now))
    if choice is Until.TODAY:
        return QCoreApplication.translate("Until", "Today, until midnight")
    return f"{until_word(choice)}, {clock(end)}"


class UntilField(QComboBox):
    """`changed` when a choice is made; `other_wanted` when a time is to be typed."""

    changed = Signal()
    other_wanted = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._value: Until | int = Until.AFTERNOON
        self.setAccessibleName(self.tr("Until"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.activated.connect(self._picked)
        self.set_value(self._value)

    @property
    def value(self) -> Until | int:
        """The choice, or the typed moment in ms."""
        return self._value

    def set_value(self, value: Until | int) -> None:
        """Show a choice or a moment."""
        self._value = value
        self._fill()
        self.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """What the closed field says: "until 17:00"."""
        now = self._now()
        end = self._value if isinstance(self._value, int) else moment(end_of(self._value, now))
        return until(end, moment(now))

    def showPopup(self) -> None:
        """The clock went on since it was last open."""
        self._fill()
        widest = self.view().sizeHintForColumn(0)
        self.view().setMinimumWidth(widest + 24)
        super().showPopup()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Closed, it shows the end and not the name of the choice."""
        super().initStyleOption(option)
        option.currentText = self.words()
        icon = assets.icon("clock", appearance().theme.colour("ink2"))
        option.currentIcon = icon
        option.iconSize = QSize(16, 16)

    def _fill(self) -> None:
        now = self._now()
        self.clear()
        if isinstance(self._value, int):
            words = self.words()
            self.addItem(words[:1].upper() + words[1:], self._value)
        for choice in choices(now):
            self.addItem(choice_label(choice, now), choice.value)
        self.addItem(self.tr("Other time …"), _OTHER)
        wanted = self._value if isinstance(self._value, int) else self._value.value
        self.setCurrentIndex(self.findData(wanted, Qt.ItemDataRole.UserRole))

    @Slot(int)
    def _picked(self, row: int) -> None:
        data = self.itemData(row)
        if data == _OTHER:
            self.set_value(self._value)
            self.other_wanted.emit()
            return
        self.set_value(data if isinstance(data, int) else Until(data))
        self.changed.emit()

"""The cues that a composer offers, and what keeps a source from being read.

Owns when they are offered: while the text is empty, or stands there as I share it now.
"""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from presencemap.app.cues import Found
from presencemap.domain.cue import Cue, SourceUnreadable, Trouble
from presencemap.domain.text import fold
from presencemap.ui.compose.cue_row import CueRow
from presencemap.ui.controls import Label


def trouble_words(error: SourceUnreadable) -> str:
    """What is wrong with a source, and what to do."""
    words = {
        Trouble.NOT_WHOLE: QCoreApplication.translate(
            "CueOffer", "Write the whole path, from / or ~: {path}"
        ),
        Trouble.NO_FOLDER: QCoreApplication.translate("CueOffer", "There is no folder {path}"),
        Trouble.NO_REPOSITORY: QCoreApplication.translate(
            "CueOffer", "No git repository begins in {path}: name the folder that has .git in it"
        ),
        Trouble.NO_FILE: QCoreApplication.translate("CueOffer", "There is no file {path}"),
        Trouble.TOO_LARGE: QCoreApplication.translate(
            "CueOffer", "{path} is larger than 8 MiB: export only this year"
        ),
        Trouble.NO_CALENDAR: QCoreApplication.translate(
            "CueOffer", "{path} is no iCalendar file: export your calendar as .ics"
        ),
        Trouble.UNREADABLE: QCoreApplication.translate("CueOffer", "{path} can’t be read"),
    }
    return words[error.trouble].format(path=error.path)


class CueOffer(QWidget):
    """A row for each cue; `taken` with the one that was chosen. Hidden while there is nothing."""

    taken = Signal(object)

    def __init__(self, text: QWidget, parent: QWidget | None = None) -> None:
        """The keyboard comes to the rows from the ``text``."""
        super().__init__(parent)
        self._text = text
        self._found = Found()
        self._offered: tuple[object, ...] = ()
        self.rows: list[CueRow] = []
        self.trouble = Label("", "small", "ink2", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.trouble)
        self.hide()

    def learn(self, found: Found) -> None:
        """From now on these are offered."""
        self._found = found

    def offer(self, text: str, now: int, *, touched: bool) -> bool:
        """For a composer in which that stands, typed by hand where it was ``touched``.

        Returns whether it is another offer than before.
        """
        empty = not text.strip()
        open_to = empty or not touched
        cues = [cue for cue in self._found.cues if open_to and _is_news(cue, text, now)]
        troubles = self._found.troubles[:1] if open_to else ()
        offered = (*cues, *troubles, empty)
        if offered == self._offered:
            return False
        self._offered = offered
        while len(self.rows) < len(cues):
            self._make()
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(cues))
        for number, (row, cue) in enumerate(zip(self.rows, cues, strict=False)):
            row.show_cue(cue, by_tab=empty and number == 0)
        self.trouble.setText("".join(trouble_words(each) for each in troubles))
        self.trouble.setVisible(bool(troubles))
        self.setVisible(bool(cues or troubles))
        return True

    def take_first(self, text: str) -> bool:
        """What Tab does in an empty text: whether there was something to take."""
        if text.strip() or self.isHidden() or not self.rows or self.rows[0].isHidden():
            return False
        self.rows[0].click()
        return True

    def _make(self) -> None:
        row = CueRow()
        row.clicked.connect(self._clicked)
        self._column.insertWidget(len(self.rows), row)
        self.setTabOrder(self.rows[-1] if self.rows else self._text, row)
        self.rows.append(row)

    @Slot()
    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, CueRow) and row.cue is not None:
            self.taken.emit(row.cue)


def _is_news(cue: Cue, text: str, now: int) -> bool:
    """Not what stands there already, and not over since it was read."""
    return fold(cue.text) != fold(text) and (cue.until is None or cue.until > now)

"""The sheet of keys (F1): what exists, and nothing else."""

from PySide6.QtWidgets import QGridLayout, QWidget

from presencemap.ui.controls import Label
from presencemap.ui.dialog import Dialog
from presencemap.ui.key_cap import KeyCap


class ShortcutsDialog(Dialog):
    """Two columns: key, and what it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keyboard shortcuts"), "", parent)
        self.main.setText(self.tr("Close"))
        self.cancel.hide()
        halves = (self._everywhere(), self._lists())
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(2, 24)
        for column, rows in zip((0, 3), halves, strict=True):
            for row, (keys, words) in enumerate(rows):
                label = Label(words, "body", "ink2")
                label.setAccessibleName(f"{keys}: {words}")
                grid.addWidget(KeyCap(keys), row, column)
                grid.addWidget(label, row, column + 1)
        self.body.addLayout(grid)

    def _everywhere(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl N", self.tr("What are you on?")),
            ("Ctrl Enter", self.tr("Share")),
            ("Alt 1 2 3", self.tr("Kind, in the composer")),
            ("Alt G", self.tr("How many guests are with you, in the composer")),
            ("Ctrl Shift P", self.tr("Pause (takes back what you shared), resume")),
            ("Ctrl Shift L", self.tr("My links")),
            ("Ctrl Shift D", self.tr("My coming days")),
            ("Ctrl 1", self.tr("The map, Where")),
            ("Ctrl 2", self.tr("The map, On what")),
            ("Ctrl 3", self.tr("Stream")),
            ("Ctrl 4", self.tr("Who knows about something")),
            ("Ctrl Shift J", self.tr("Jobs")),
            ("Ctrl 5", self.tr("Notes")),
            ("Ctrl K", self.tr("Find a person, topic or place")),
            ("Ctrl F", self.tr("Filter colleagues")),
            ("F6", self.tr("Next pane")),
            ("Shift F6", self.tr("Previous pane")),
            ("Ctrl PgUp", self.tr("The day before, as planned")),
            ("Ctrl PgDn", self.tr("The day after, as planned")),
            ("Esc", self.tr("Close what is on top; back to now; everybody again")),
            ("Alt ←", self.tr("Back: from a floor, from a page")),
            ("Ctrl ,", self.tr("Network")),
            ("F1", self.tr("This sheet")),
            ("Ctrl Q", self.tr("Quit")),
        )

    def _lists(self) -> tuple[tuple[str, str], ...]:
        return (
            ("↑ ↓", self.tr("Move in the list")),
            ("Enter", self.tr("Open the card")),
            ("Shift Enter", self.tr("Open the page: what they said, who is on the same")),
            ("Space", self.tr("Who else is there, in the list or at a plate")),
            ("1 2 3 4", self.tr("Contact ways, on a card")),
            ("Ctrl D", self.tr("Write a note")),
            ("R", self.tr("Reply to a post; with Shift: reshare it")),
            ("T", self.tr("Thank for a post")),
            ("Ctrl L", self.tr("Send a link")),
            ("Ctrl I", self.tr("Introduce to …")),
            ("Ctrl J", self.tr("Join the question, or step out")),
            ("Ctrl Shift F", self.tr("Follow or unfollow")),
            ("F2", self.tr("Rename a topic; with Shift: join it with another")),
            ("Tab", self.tr("Next plate, on the map")),
            ("← ↑ ↓ →", self.tr("Pan the map")),
            ("+ −", self.tr("Zoom in and out")),
            ("0", self.tr("Show everyone")),
            ("Home", self.tr("Show where I am")),
            ("M", self.tr("Show where the chosen colleague is")),
            ("T", self.tr("Show what the chosen colleague is on")),
            ("Alt →", self.tr("Floor plan of the chosen place")),
            ("PgUp PgDn", self.tr("Floor up, floor down")),
            ("Ctrl Z", self.tr("Undo what the bar below says; in a plan, what was drawn")),
            ("Ctrl Shift Z", self.tr("Redo, in a plan; Ctrl Y does too")),
        )

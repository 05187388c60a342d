"""The topic map of a team that is on no topic: what will be here, and one act.

Owns the words; whoever listens opens what is wanted.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from presencemap.ui.controls import Label, PrimaryButton
from presencemap.ui.map.floating import Floating
from presencemap.ui.theme import appearance
from presencemap.ui.topics.scene import TopicScene

_WIDTH = 380


class EmptyCard(Floating):
    """``wanted``: to say what I am on; ``all_wanted``: to see other topics than those I follow."""

    wanted = Signal()
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.air(24))
        column.setSpacing(8)
        self.title = Label("", "title", wrap=True)
        self.words = Label("", "body", "ink2", wrap=True)
        for label in (self.title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(8)
        self.button = PrimaryButton(self.tr("What are you on?"), icon="hash")
        self.back = PrimaryButton(self.tr("Show all topics"))
        for button, signal in ((self.button, self.wanted), (self.back, self.all_wanted)):
            button.clicked.connect(signal)
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)

    def learn(self, scene: TopicScene, *, only_followed: bool) -> None:
        """Whether there is nothing, and why."""
        if only_followed:
            title = self.tr("None of the topics you follow is live")
            words = self.tr("They come here as soon as a colleague is on one of them.")
        elif scene.alone:
            title = self.tr("You are the first on the map")
            words = self.tr(
                "Say what you are on, with a #topic. Who joins the team finds you there."
            )
        else:
            title = self.tr("Nobody is on a topic yet")
            words = self.tr(
                "A #topic in what somebody is on brings it here, and colleagues gather round it."
            )
        self.title.setText(title)
        self.words.setText(words)
        self.setAccessibleName(title)
        self.button.setVisible(not only_followed)
        self.back.setVisible(only_followed)
        self.setVisible(not scene.hubs)

    def sizeHint(self) -> QSize:
        """As wide as the sentence reads well."""
        width = appearance().theme.px(_WIDTH)
        layout = self.layout()
        high = layout.totalHeightForWidth(width) if layout is not None else 0
        return QSize(width, max(high, super().sizeHint().height()))

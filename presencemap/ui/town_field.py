"""A town by name, with suggestions that need no network."""

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from presencemap.ui.controls import SuggestionList
from presencemap.ui.ports import Town, Towns


class TownField(QLineEdit):
    """Text with towns below it. `changed` after every change of the text, or of what is below."""

    changed = Signal()

    def __init__(self, towns: Towns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._towns = towns
        self._labels = QStringListModel(self)
        finder = QCompleter(self._labels, self)
        # The gazetteer has chosen already: "Gand" suggests Gent, which no prefix match would keep.
        finder.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setMaxVisibleItems(8)
        self._list = SuggestionList(finder)
        finder.setPopup(self._list)
        self.setCompleter(finder)
        self.setPlaceholderText(self.tr("For example Gent"))
        self._list.closed.connect(self.changed)
        self.textEdited.connect(self._suggest)
        self.textChanged.connect(self._changed)

    @property
    def town(self) -> Town | None:
        """The town meant, None for an empty field or a name that nobody knows."""
        text = self.text().strip()
        return self._towns.find(text) if text else None

    @property
    def unknown(self) -> bool:
        """Whether something stands there that is no known town."""
        return bool(self.text().strip()) and self.town is None

    @property
    def suggests(self) -> bool:
        """Whether towns stand below it: then it is still being typed."""
        return self._list.isVisible()

    def unknown_sentence(self) -> str:
        """What to say when `unknown`."""
        name = self.text().strip()
        near = [town.label for town in self._towns.nearly(name)]
        if not near:
            words = self.tr("No town “{name}” is known. Try a larger town nearby.")
            return words.format(name=name)
        words = self.tr("No town “{name}” is known. Did you mean {towns}?")
        return words.format(name=name, towns=self.tr(" or ").join(near))

    @Slot(str)
    def _suggest(self, text: str) -> None:
        labels = [town.label for town in self._towns.suggest(text) or self._towns.nearly(text)]
        self._labels.setStringList(labels)
        if labels:
            self.completer().complete()
            self.changed.emit()
        else:
            self._list.hide()

    @Slot(str)
    def _changed(self, _text: str) -> None:
        self.changed.emit()

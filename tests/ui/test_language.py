"""Which language is shown."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from presencemap.ui.language import LANGUAGES, language_for, own_name, speak


@pytest.mark.parametrize(
    ("choice", "system", "shown"),
    [
        ("", "nl_BE", "nl"),
        ("", "en_GB", "en"),
        ("", "fr_FR", "en"),
        ("en", "nl_NL", "en"),
        ("nl", "fr_BE", "nl"),
        ("xx", "nl_NL", "nl"),
    ],
)
def test_choice_before_system_before_english(choice: str, system: str, shown: str) -> None:
    assert language_for(choice, QLocale(system)) == shown


def test_each_language_bears_its_own_name() -> None:
    assert [own_name(code) for code in LANGUAGES] == ["English", "Nederlands"]


def test_qt_s_own_words_follow(qapp: QApplication) -> None:
    before = QLocale()
    try:
        speak(qapp, "nl")
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"
        speak(qapp, "en")
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    finally:
        QLocale.setDefault(before)

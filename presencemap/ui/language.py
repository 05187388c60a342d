"""The language of the interface: Dutch or English, by choice or by the system.

Owns the translators of the application. A new language shows in windows that are made after it.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from presencemap.app.resources import resource

LANGUAGES = ("en", "nl")
_installed: list[QTranslator] = []


def language_for(choice: str, system: QLocale) -> str:
    """The language to show: the choice if we have it, else the system's first that we have."""
    wanted = [choice, *system.uiLanguages()]
    known = (name.replace("_", "-").split("-")[0].lower() for name in wanted)
    return next((name for name in known if name in LANGUAGES), "en")


def own_name(code: str) -> str:
    """A language in its own words; no menu translates it."""
    return {"en": "English", "nl": "Nederlands"}[code]


def speak(app: QCoreApplication, code: str) -> None:
    """Install the translations of a language in place of those before."""
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    # Weekdays and Qt's own words ("Copy", "Paste") come along.
    QLocale.setDefault(QLocale(code) if code != QLocale.system().name()[:2] else QLocale.system())
    folders = {
        "qtbase": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
        "presencemap": str(resource("translations")),
    }
    for name, folder in folders.items():
        translator = QTranslator(app)
        if translator.load(f"{name}_{code}", folder):
            app.installTranslator(translator)
            _installed.append(translator)

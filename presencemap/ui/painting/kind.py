"""The kind of an activity: its icon, colour and words. Knows no widget."""

from PySide6.QtCore import QCoreApplication

from presencemap.domain.status import Kind

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate
_ICONS = {
    Kind.WORKING_ON: "hammer",
    Kind.STRUGGLING_WITH: "life-buoy",
    Kind.THINKING_ABOUT: "lightbulb",
}
_TOKENS = {
    Kind.WORKING_ON: "work",
    Kind.STRUGGLING_WITH: "struggle",
    Kind.THINKING_ABOUT: "think",
}


def kind_icon(kind: Kind) -> str:
    """The name of the Lucide icon."""
    return _ICONS[kind]


def kind_token(kind: Kind) -> str:
    """The colour token; with "Soft" behind it, the ground's."""
    return _TOKENS[kind]


def kind_word(kind: Kind) -> str:
    """In the third person: of a colleague."""
    words = {
        Kind.WORKING_ON: translate("Kind", "Working on"),
        Kind.STRUGGLING_WITH: translate("Kind", "Struggling with"),
        Kind.THINKING_ABOUT: translate("Kind", "Thinking about"),
    }
    return words[kind]

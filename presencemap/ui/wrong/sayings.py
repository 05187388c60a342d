"""What one asks, posts and notes, and jobs, topics and links: what is wrong, in words."""

from PySide6.QtCore import QCoreApplication

from presencemap.domain.wrong import Wrong

translate = QCoreApplication.translate


def words() -> dict[Wrong, str]:
    """Each in the window's language; in braces what the error's ``facts`` fill in."""
    return {
        Wrong.TEXT_TOO_LONG: translate(
            "Sentences", "That is {length} characters; at most {limit} fit. Nothing was shared."
        ),
        Wrong.SOUGHT_WORDLESS: translate(
            "Sentences", "Name in a few words what you ask about, like “peppol vat”."
        ),
        Wrong.NO_STRUGGLE: translate(
            "Sentences", "Say what to ask, or tell in your status what you struggle with."
        ),
    }

"""Errors as sentences in the person's language: what went wrong, and what to do.

Decides by what the error says is wrong, then by its type. Who asks by the command line alone has
no words here: such an error is shown in its own.
"""

import logging

from PySide6.QtCore import QCoreApplication

from presencemap.domain import errors
from presencemap.domain.wrong import Wrong
from presencemap.ui.wrong import machine, places, sayings, team

_log = logging.getLogger(__name__)


def sentence(error: Exception) -> str:
    """What to show for an error. Our own bugs are logged and say so."""
    if isinstance(error, errors.PresenceMapError) and error.wrong is not None:
        return words_of(error.wrong).format(**error.facts)
    for kind, words in _sentences().items():
        if isinstance(error, kind):
            return words
    if isinstance(error, (errors.UserError, errors.EnvironmentFault)):
        return str(error)
    _log.error("unexpected failure", exc_info=error)
    return QCoreApplication.translate(
        "Sentences",
        "That didn't work, and it is the app's fault. Nothing was lost; the log says more.",
    )


def words_of(wrong: Wrong) -> str:
    """What is wrong, in the person's language; what the error's ``facts`` fill in is in braces."""
    return {**places.words(), **sayings.words(), **team.words(), **machine.words()}[wrong]


def _sentences() -> dict[type[Exception], str]:
    return {
        errors.InviteUnreadable: QCoreApplication.translate(
            "Sentences",
            "This link isn't whole, or isn't an invite. "
            "Ask your colleague to send it again, and copy it from start to end.",
        ),
        errors.InviteExpired: QCoreApplication.translate(
            "Sentences", "This invite has expired. Ask your colleague for a new link."
        ),
        errors.AlreadyInTeam: QCoreApplication.translate(
            "Sentences", "You are in a team already. Another profile can join another team."
        ),
        errors.RemovedFromTeam: QCoreApplication.translate(
            "Sentences",
            "You were removed from this team, so nobody tells you anything new. Ask a colleague "
            "why; with a new invite you can join again, as a new profile.",
        ),
        errors.ProfileInUse: QCoreApplication.translate(
            "Sentences",
            "Presence Map runs on this profile already. Use that one, or quit it first.",
        ),
        errors.NodeBusy: QCoreApplication.translate(
            "Sentences",
            "This computer is busy, and didn't answer in time. What was asked may still be done; "
            "look before you ask again.",
        ),
        errors.NoTeam: QCoreApplication.translate(
            "Sentences", "You have no team yet. Create one, or join with a link."
        ),
        errors.MapTemplateUnusable: QCoreApplication.translate(
            "Sentences",
            "Write it like https://tiles.example/{z}/{x}/{y}.png: https, a host, and in the path "
            "{z}, {x} and {y} once each; no user, and nothing after a ?.",
        ),
        errors.PictureTooLarge: QCoreApplication.translate(
            "Sentences",
            "A plan's picture has at most 2 MiB, and 8000 pixels either way. Save it smaller.",
        ),
        errors.NodeNotRunning: QCoreApplication.translate(
            "Sentences", "The app isn't connected, so nothing was shared. Quit and start it again."
        ),
        errors.RecordsSetAside: QCoreApplication.translate(
            "Sentences",
            "Your records were gone. A new file was begun; colleagues' programs send them back.",
        ),
        errors.DatabaseDamaged: QCoreApplication.translate(
            "Sentences",
            "Your records are damaged. Quit and start again: the damaged file is then kept aside, "
            "and colleagues' programs send the records back. Nothing was deleted.",
        ),
        errors.OpenedToRead: QCoreApplication.translate(
            "Sentences",
            "Your profile's folder can't be written: you see what was kept there and what "
            "colleagues say, but nothing of yours can be shared. Make it writable, then restart.",
        ),
        errors.SharingNotKept: QCoreApplication.translate(
            "Sentences",
            "It is done, but can't be kept for the next start: the disk takes nothing. That is "
            "tried again until it does.",
        ),
        errors.DiskFull: QCoreApplication.translate(
            "Sentences",
            "The disk is full. You see your colleagues, but nothing of yours can be shared until "
            "you free some space. Nothing that was saved is lost.",
        ),
        errors.DiskReadOnly: QCoreApplication.translate(
            "Sentences",
            "The disk is read-only. You see your colleagues, but nothing of yours can be shared "
            "until it can be written again. Nothing that was saved is lost.",
        ),
    }

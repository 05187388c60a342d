"""Qt's own messages, to the log: a warning of Qt is a fault of ours."""

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# Nothing of ours to mend: what a platform plugin can't do it says at every window; and now and then
# one of Qt's threads tells that a certificate is refused, another that the connection ended for it.
_KNOWN = ("This plugin does not support", "QNetworkReplyImplPrivate::error: Internal problem")


def install() -> None:
    """From now on Qt's messages go to the log ``qt``."""
    qInstallMessageHandler(_handle)


def _handle(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    level = logging.DEBUG if message.startswith(_KNOWN) else _LEVELS[kind]
    _log.log(level, message)

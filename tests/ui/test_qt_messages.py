"""Qt's messages in the log."""

import logging
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qWarning

from presencemap.ui import qt_messages


@pytest.fixture
def _installed() -> Iterator[None]:
    before = qInstallMessageHandler(None)
    qt_messages.install()
    yield
    qInstallMessageHandler(before)


@pytest.mark.usefixtures("_installed")
@pytest.mark.expects_log("something is off")
def test_a_warning_of_qt_is_a_warning_of_ours() -> None:
    qWarning("something is off")


@pytest.mark.usefixtures("_installed")
@pytest.mark.parametrize(
    "message",
    [
        "This plugin does not support raise()",
        "QNetworkReplyImplPrivate::error: Internal problem, this method must only be called once.",
    ],
)
def test_what_is_nothing_of_ours_to_mend_is_no_fault(
    caplog: pytest.LogCaptureFixture, message: str
) -> None:
    caplog.set_level(logging.DEBUG, "qt")
    qWarning(message)
    assert [record.levelno for record in caplog.records] == [logging.DEBUG]


def test_every_kind_has_a_level() -> None:
    kinds = {kind for kind in QtMsgType if kind is not QtMsgType.QtSystemMsg}
    assert set(qt_messages._LEVELS) == kinds | {QtMsgType.QtCriticalMsg}

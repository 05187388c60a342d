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
def test_what_a_platform_can_not_do_is_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "qt")
    qWarning("This plugin does not support raise()")
    assert [record.levelno for record in caplog.records] == [logging.DEBUG]


def test_every_kind_has_a_level() -> None:
    kinds = {kind for kind in QtMsgType if kind is not QtMsgType.QtSystemMsg}
    assert set(qt_messages._LEVELS) == kinds | {QtMsgType.QtCriticalMsg}

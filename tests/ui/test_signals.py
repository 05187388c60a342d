"""A signal as a clean quit."""

import os
import signal

import pytest
from pytestqt.qtbot import QtBot

from presencemap.ui.signals import QuitSignals


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_quits_while_qt_waits(qtbot: QtBot, number: signal.Signals) -> None:
    handler = signal.getsignal(number)
    quits: list[None] = []
    signals = QuitSignals(lambda: quits.append(None))
    try:
        os.kill(os.getpid(), number)
        qtbot.waitUntil(lambda: bool(quits))
    finally:
        signals.stop()
    assert len(quits) == 1
    assert signal.getsignal(number) is handler
    assert signal.set_wakeup_fd(-1) == -1


def test_other_signals_do_not(qtbot: QtBot) -> None:
    quits: list[None] = []
    before = signal.signal(signal.SIGUSR1, lambda *_: None)
    signals = QuitSignals(lambda: quits.append(None))
    try:
        os.kill(os.getpid(), signal.SIGUSR1)
        os.kill(os.getpid(), signal.SIGTERM)
        qtbot.waitUntil(lambda: bool(quits))
    finally:
        signals.stop()
        signal.signal(signal.SIGUSR1, before)
    assert len(quits) == 1

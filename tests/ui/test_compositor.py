"""Compositor and X11 tray; what is really owned, tests/integration/test_tray_desktop.py asks."""

import pytest

from presencemap.ui import compositor


def test_away_from_x11_windows_may_be_see_through(qapp: object) -> None:
    assert compositor.see_through()
    assert not compositor.has_x11_tray()


def test_no_display_means_that_nobody_owns_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    assert not compositor.selection_owned("_NET_WM_CM_S")


def test_a_display_that_is_not_there_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4077")
    assert not compositor.selection_owned("_NET_SYSTEM_TRAY_S")


def test_x11_without_compositor_is_opaque(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compositor.QGuiApplication, "platformName", lambda: "xcb")
    monkeypatch.setattr(
        compositor, "selection_owned", lambda prefix: prefix == "_NET_SYSTEM_TRAY_S"
    )
    assert not compositor.see_through()
    assert compositor.has_x11_tray()

"""What the linker can't find is named, in the words of whichever package manager there is."""

import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace

import PySide6
import pytest
import system_packages
from system_packages import Manager

SITE = Path(PySide6.__path__[0]).parent
LISTING = """\
/x/libqxcb.so:
\tlinux-vdso.so.1 (0x00007ffc)
\tlibxcb-cursor.so.0 => not found
\tlibX11.so.6 => /lib/libX11.so.6 (0x00007f)
/x/libqoffscreen.so:
\tlibEGL.so.1 => not found
\tlibxcb-cursor.so.0 => not found
"""


def manager(monkeypatch: pytest.MonkeyPatch, name: str) -> Manager:
    monkeypatch.setattr(shutil, "which", lambda program, **_: program if program == name else None)
    found = Manager.of_this_machine()
    assert found is not None
    return found


def test_the_linkers_words_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(stdout=LISTING))

    assert system_packages.unresolved([Path("x")]) == ["libEGL.so.1", "libxcb-cursor.so.0"]


def test_the_files_asked_about_are_in_this_pyside() -> None:
    names = (*system_packages.CORE, *system_packages.WINDOW)

    assert [name for name in names if not (SITE / "PySide6" / "Qt" / name).exists()] == []


def test_nothing_that_these_tests_run_on_is_missing() -> None:
    needed, _ = system_packages.missing(SITE, with_tools=True)

    assert needed == []


def test_every_library_that_qt_asks_for_has_a_debian_package() -> None:
    asked: set[str] = set()
    for name in (*system_packages.CORE, *system_packages.WINDOW):
        listing = subprocess.run(
            ["ldd", str(SITE / "PySide6" / "Qt" / name)], capture_output=True, text=True, check=True
        ).stdout
        asked |= {line.split()[0] for line in listing.splitlines() if "libxcb" in line}

    assert {name for name in asked if name not in system_packages.DEBIAN} == set()


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("apt-get", "apt-get install --yes --no-install-recommends libegl1 xvfb zlib1g"),
        (
            "dnf",
            "dnf install --assumeyes /usr/bin/Xvfb 'libEGL.so.1()(64bit)' 'libz.so.1()(64bit)'",
        ),
        ("pacman", "pacman -S --needed --noconfirm libglvnd xorg-server-xvfb zlib"),
    ],
)
def test_each_package_manager_is_told_in_its_own_words(
    monkeypatch: pytest.MonkeyPatch, name: str, command: str
) -> None:
    missing = ["libEGL.so.1", "libz.so.1", "Xvfb"]
    found = manager(monkeypatch, name)

    assert found.command(found.packages(missing)) == command


def test_an_unknown_distribution_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)

    assert Manager.of_this_machine() is None

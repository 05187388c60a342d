"""The tray on a real screen and session bus, driven as a panel does. Mirrors no one module."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.entry import create_team
from presencemap.app.paths import ProfilePaths
from presencemap.domain.person import Profile
from tests.nodes import call, eventually, who

pytestmark = pytest.mark.desktop
ANNA = "Anna Peeters"
STAGE = str(Path(__file__).parent / "tray_stage.py")
ENTRY = re.compile(r"\bint32 (\d+)\s+array \[(.*?)\n\s+\]\s+array \[", re.DOTALL)
LABEL = re.compile(r'string "label"\s+variant\s+string "([^"]*)"')
TICKED = re.compile(r'string "toggle-state"\s+variant\s+int32 1')


@dataclass
class Desktop:
    """A screen and a session bus; processes started on it end with it."""

    environment: dict[str, str]
    processes: list[subprocess.Popen[str]]

    def start(self, *words: str, platform: str = "xcb") -> subprocess.Popen[str]:
        started = subprocess.Popen(
            [sys.executable, STAGE, *words],
            env={**self.environment, "QT_QPA_PLATFORM": platform},
            stdout=subprocess.PIPE,
            text=True,
        )
        self.processes.append(started)
        return started

    def send(self, service: str, path: str, member: str, *arguments: str) -> str:
        words = ["dbus-send", "--session", "--print-reply", f"--dest={service}", path, member]
        done = subprocess.run(
            [*words, *arguments], env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    def windows(self, name: str) -> str:
        asked = ["xdotool", "search", "--onlyvisible", "--name", name]
        done = subprocess.run(
            asked, env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    read, write = os.pipe()
    words = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    # Else it resets whenever its last client leaves: who connects meanwhile is refused.
    screen = subprocess.Popen(
        [*words, "-noreset"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        display = f":{told.readline().strip()}"
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert bus.stdout is not None
    environment = {
        **os.environ,
        "DISPLAY": display,
        "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "LANGUAGE": "en",
        "LC_ALL": "C.UTF-8",
    }
    made = Desktop(environment, [])
    yield made
    for process in reversed(made.processes):
        process.kill()
        process.communicate()
    for server in (bus, screen):
        server.terminate()
        server.wait()
    bus.stdout.close()


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    made = tmp_path / "anna"
    create_team(ProfilePaths.at(made), "Lerend Collectief", Profile(ANNA), now_ms())
    return made


def until(question: Callable[[], object]) -> None:
    eventually(question, bool)


def panel(desktop: Desktop) -> subprocess.Popen[str]:
    started = desktop.start("panel", platform="offscreen")
    assert started.stdout is not None
    assert started.stdout.readline() == "ready\n"
    return started


def item(started: subprocess.Popen[str]) -> str:
    """The bus name of the first tray icon that registers."""
    assert started.stdout is not None
    word, name, _path = started.stdout.readline().split()
    assert word == "item"
    return name


def layout(desktop: Desktop, tray: str) -> dict[str, tuple[int, bool]]:
    """Label to (id, ticked) of the menu, fresh as at an opening."""
    desktop.send(tray, "/MenuBar", "com.canonical.dbusmenu.AboutToShow", "int32:0")
    told = desktop.send(
        tray, "/MenuBar", "com.canonical.dbusmenu.GetLayout", "int32:0", "int32:-1",
        "array:string:label,toggle-state",
    )  # fmt: skip
    entries = {}
    for number, properties in ENTRY.findall(told):
        label = LABEL.search(properties)
        if label:
            entries[label[1]] = (int(number), bool(TICKED.search(properties)))
    return entries


def pick(desktop: Desktop, tray: str, label: str) -> None:
    number, _ = layout(desktop, tray)[label]
    desktop.send(
        tray, "/MenuBar", "com.canonical.dbusmenu.Event",
        f"int32:{number}", "string:clicked", "variant:string:", "uint32:0",
    )  # fmt: skip


def activate(desktop: Desktop, tray: str) -> None:
    desktop.send(
        tray, "/StatusNotifierItem", "org.kde.StatusNotifierItem.Activate", "int32:0", "int32:0"
    )


def test_busy_picked_in_the_tray_s_menu_is_what_others_see(desktop: Desktop, profile: Path) -> None:
    shown = panel(desktop)
    app = desktop.start("app", str(profile))
    tray = item(shown)
    until(lambda: who(profile)[ANNA]["presence"] == "online")
    labels = layout(desktop, tray)
    assert [label for label in labels if labels[label][1]] == ["Available"]
    pick(desktop, tray, "Busy")
    until(lambda: who(profile)[ANNA]["status"]["availability"] == "busy")
    until(lambda: layout(desktop, tray)["Busy"][1])
    call(profile, "set", "--place", "home", "--for", "2h")
    until(lambda: any("Home until" in label for label in layout(desktop, tray)))
    pick(desktop, tray, "Quit")
    assert app.wait(10) == 0


def test_a_click_opens_the_composer_and_a_second_start_raises_the_window(
    desktop: Desktop, profile: Path
) -> None:
    shown = panel(desktop)
    app = desktop.start("app", str(profile))
    tray = item(shown)
    until(lambda: desktop.windows("Lerend Collectief"))
    assert not desktop.windows("What are you on")
    activate(desktop, tray)
    until(lambda: desktop.windows("What are you on"))
    activate(desktop, tray)
    until(lambda: not desktop.windows("What are you on"))
    again = desktop.start("app", str(profile))
    assert again.wait(20) == 0
    assert app.poll() is None
    app.send_signal(signal.SIGTERM)
    assert app.wait(10) == 0


def test_a_panel_that_comes_after_the_app_gets_the_icon(desktop: Desktop, profile: Path) -> None:
    desktop.start("app", str(profile))
    until(lambda: desktop.windows("Lerend Collectief"))
    tray = item(panel(desktop))
    assert "Open map" in layout(desktop, tray)

"""A question on its way through three windows and a fourth colleague's computer.

Bram asks; Cleo joins and sends a saved link; Anna introduces Daan, whose node has no window and
carries everything; Bram marks it solved by Cleo's help. Real processes, driven by keys and clicks,
and read as a screen reader reads them. Mirrors no one module.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

import pytest

from tests.nodes import WITHIN, NodeProcess, call, eventually

pytestmark = [pytest.mark.processes, pytest.mark.timeout(300)]
ROOT = Path(__file__).parents[2]
FLAGS = ("--listen", "127.0.0.1:0", "--no-mdns")
ANNA, BRAM, CLEO, DAAN = "Anna Peeters", "Bram Claeys", "Cleo Maes", "Daan Wouters"
QUESTION = "Why does #peppol bounce our VAT number?"
LINK = "https://docs.peppol.example/vat"
STREAM = ("Ctrl+3", "Stream, the newest post first")
SOON = 30.0
"""Seconds: three windows are drawn by the processor, on a machine with other work."""


class Window:
    """The app of one colleague, as a process of its own."""

    def __init__(self, profile: Path, name: str, peer: str) -> None:
        self.profile, self.name = profile, name
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.integration.window_stage", str(profile), peer],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(WITHIN)
        finally:
            self._process.kill()
            self._process.wait()
            assert self._process.stdout is not None
            self._process.stdout.close()

    def do(self, *words: str) -> Any:
        """One act, now."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(words), file=self._process.stdin, flush=True)
        return json.loads(self._process.stdout.readline())

    def does(self, *words: str) -> None:
        """One act, as soon as it is possible."""
        eventually(lambda: self.do(*words), bool, SOON)

    def reads(self, *words: str) -> str:
        """Until something is read that has all these words."""

        def found() -> str | None:
            texts = self.do("reads")
            return next((text for text in texts if all(word in text for word in words)), None)

        return str(eventually(found, bool, SOON))

    def goes(self, keys: str, there: str) -> None:
        """Press these keys, until what is there is read."""

        def arrived() -> bool:
            self.do("keys", keys)
            return any(there in text for text in self.do("reads"))

        eventually(arrived, bool, SOON)

    def opens(self, person: str) -> None:
        """Find a colleague by the keyboard, until their card is open."""
        self.reads(person)
        self.do("keys", "Ctrl+K")
        self.does("focuses", "Find a person")
        self.do("types", person)
        self.reads(f"{person}, Available")
        self.do("keys", "Return")


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[dict[str, Window]]:
    """Each of the three knows Daan's computer alone; all is relayed by it."""
    profiles = {name: tmp_path / name.split()[0].lower() for name in (DAAN, ANNA, BRAM, CLEO)}
    call(profiles[DAAN], "team", "create", "Lerend Collectief", "--as", DAAN)
    link = call(profiles[DAAN], "team", "invite").strip()
    for name in (ANNA, BRAM, CLEO):
        call(profiles[name], "team", "join", link, "--as", name)
    call(profiles[CLEO], "link", "save", LINK, "--title", "VAT rules of #peppol")
    with ExitStack() as stack:
        hub = stack.enter_context(NodeProcess(profiles[DAAN], *FLAGS))
        made = {
            name: stack.enter_context(Window(profiles[name], name, hub.door))
            for name in (ANNA, BRAM, CLEO)
        }
        for window in made.values():
            window.do("reads")  # which is answered once it is there
        for name, window in made.items():
            for other in {ANNA, BRAM, CLEO, DAAN} - {name}:
                window.reads(other, "available")
        yield made


def test_a_question_is_joined_helped_introduced_and_solved(
    windows: dict[str, Window], tmp_path: Path
) -> None:
    anna, bram, cleo = (windows[name] for name in (ANNA, BRAM, CLEO))

    bram.goes(*STREAM)
    bram.does("focuses", "What would you ask or share?")
    bram.do("types", QUESTION)
    bram.does("clicks", "Post")
    for window in (anna, cleo):
        window.goes(*STREAM)
    for window in windows.values():
        window.reads(BRAM, QUESTION)

    cleo.does("focuses", QUESTION)
    cleo.do("keys", "Ctrl+J")
    bram.reads(QUESTION, "Cleo")
    cleo.opens(BRAM)
    cleo.do("keys", "Ctrl+L")
    cleo.reads("VAT rules of #peppol")
    cleo.does("focuses", "My links, best matches first")
    cleo.does("clicks", "Send")
    bram.goes("Ctrl+5", "With whom")
    bram.reads(LINK)

    anna.opens(BRAM)
    anna.do("keys", "Ctrl+I")
    anna.does("focuses", "To whom")
    anna.do("types", DAAN)
    anna.does("clicks", "Introduce")
    bram.reads(ANNA, "new")
    bram.does("focuses", "With whom")
    bram.do("keys", "Home")
    bram.reads(ANNA, f"Meet {DAAN}")
    assert BRAM in call(tmp_path / "daan", "notes"), "and the other of the two has it too"

    bram.goes(*STREAM)
    bram.does("focuses", QUESTION)
    bram.do("keys", "S")
    bram.does("chooses", f"Solved, thanks {CLEO}")
    for window in windows.values():
        window.goes(*STREAM)
        window.reads(QUESTION, "Solved, thanks Cleo")
        assert window.do("photographs", str(tmp_path / f"{window.name}.png"))

"""A window in a process of its own, for tests that drive it as a person does."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Self

from tests.nodes import WITHIN, eventually

ROOT = Path(__file__).parents[2]
SOON = 30.0
"""Seconds: several windows are drawn by the processor, on a machine with other work."""


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

    def kill(self) -> None:
        """``kill -9``: nothing of it gets a last word."""
        self._process.kill()
        self._process.wait()

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

"""What runs on a host of a lab: a node, and somebody who writes down what a node tells."""

import json
import signal
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import sleep, time
from typing import Any, Self

from tests.nodes import eventually, program

STIR_EVERY = 0.5


class HostedNode:
    """A node process on a host, by ``with``."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._process: subprocess.Popen[str] | None = None
        self.ready = ""

    def __enter__(self) -> Self:
        self.begin()
        try:
            return self.until_ready()
        except BaseException:
            self.end()
            raise

    def __exit__(self, *_: object) -> None:
        self.end()

    def begin(self) -> None:
        """Start it."""
        self._process = subprocess.Popen(self._words, stderr=subprocess.PIPE, text=True)

    def until_ready(self) -> Self:
        """Wait until it listens."""
        assert self._process is not None
        assert self._process.stderr is not None
        said = ""  # what it has to say of an interface that isn't there yet comes first
        while not (line := self._process.stderr.readline()).startswith("ready "):
            said += line
            assert line, said
        self.ready = line
        return self

    def signal(self, number: signal.Signals) -> float:
        """Send it a signal; the moment, in seconds since the epoch."""
        assert self._process is not None
        at = time()
        self._process.send_signal(number)
        return at

    def end(self) -> None:
        """End it, in good order where it can."""
        assert self._process is not None
        assert self._process.stderr is not None
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGCONT)
            self._process.terminate()
        try:
            self._process.wait(10)
        finally:
            self._process.kill()
            self._process.wait(10)
            self._process.stderr.close()


class Diary:
    """``presencemap watch --json`` of a profile, line by line in a file, by ``with``."""

    def __init__(self, profile: Path, file: Path) -> None:
        self._profile = profile
        self._file = file
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        with self._file.open("wb") as out:
            words = [*program(self._profile), "watch", "--json"]
            self._process = subprocess.Popen(words, stdout=out)
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process is not None
        self._process.terminate()
        self._process.wait(10)

    def until_it_writes(self, stir: Callable[[], object], within: float) -> None:
        """Wait until a line came: what happens before the watcher is connected isn't told to it."""

        def stirred() -> list[dict[str, Any]]:
            stir()
            sleep(STIR_EVERY)
            return self.entries()

        eventually(stirred, bool, within=within)

    def entries(self) -> list[dict[str, Any]]:
        """What was told until now."""
        lines = self._file.read_text(encoding="utf-8").split("\n")[:-1]
        return [json.loads(line) for line in lines]

    def moment(self, name: str, event: str, after: float, within: float) -> float:
        """Wait until this was told of that person; how many seconds ``after`` the node had it."""

        def found() -> float | None:
            for entry in self.entries():
                told = datetime.fromisoformat(entry["received"]).timestamp()
                if entry["name"] == name and entry["event"] == event and told >= after:
                    return told - after
            return None

        return float(eventually(found, lambda took: took is not None, within=within))

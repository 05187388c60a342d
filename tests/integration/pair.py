"""An honest pair of node processes, and how fast what one says is known at the other."""

import os
import queue
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from time import monotonic, sleep

from presencemap.app import control
from presencemap.app.clock import now_ms
from presencemap.app.commands import SetStatus
from presencemap.app.paths import ProfilePaths
from presencemap.domain.status import Activity, Kind
from tests.nodes import NodeProcess

EVERY = 0.05


@dataclass
class Side:
    """One of the honest pair: what it heard by ``watch`` and said on stderr."""

    node: NodeProcess
    paths: ProfilePaths
    name: str
    heard: "queue.Queue[tuple[str, float]]" = field(default_factory=queue.Queue)
    lines: list[str] = field(default_factory=list)

    def listen(self) -> None:
        threading.Thread(target=self._watch, daemon=True).start()
        threading.Thread(target=self._read, daemon=True).start()

    def say(self, text: str) -> None:
        on = SetStatus(activity=Activity(Kind.WORKING_ON, text), until=now_ms() + 3_600_000)
        control.ask(self.paths.control, control.asked(on))

    def resident(self) -> int:
        assert self.node.process is not None
        status = Path(f"/proc/{self.node.process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert found is not None
        return int(found[1]) << 10

    def worked(self) -> float:
        """Seconds of a core that it took so far."""
        assert self.node.process is not None
        fields = Path(f"/proc/{self.node.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _watch(self) -> None:
        for event in control.watch(self.paths.control):
            if event["event"] == "status":
                self.heard.put((event["status"]["text"], monotonic()))

    def _read(self) -> None:
        assert self.node.process is not None
        assert self.node.process.stderr is not None
        try:
            self.lines.extend(iter(self.node.process.stderr.readline, ""))
        except ValueError:
            return  # closed


@dataclass
class Pair:
    """The two, who are linked."""

    anna: Side
    bram: Side
    words: Iterator[int] = field(default_factory=lambda: count(1))

    def listen(self) -> None:
        """Hear both from now on."""
        self.anna.listen()
        self.bram.listen()
        sleep(0.3)

    def exchange(self, speaker: Side, listener: Side) -> float:
        """Seconds until what one says is known at the other."""
        text = f"word {next(self.words)}"
        began = monotonic()
        speaker.say(text)
        while True:
            heard, at = listener.heard.get(timeout=10)
            if heard == text:
                return at - began

    def both(self) -> list[float]:
        """Once each way."""
        return [self.exchange(self.anna, self.bram), self.exchange(self.bram, self.anna)]

    def go_on(self, under_way: Callable[[], bool]) -> tuple[list[float], int]:
        """Exchange both ways in turn, then once each way: seconds, and Anna's memory at most."""
        took: list[float] = []
        peak = self.anna.resident()
        while under_way():
            began = monotonic()
            sides = (self.anna, self.bram)
            took.append(self.exchange(*(sides if len(took) % 2 else sides[::-1])))
            peak = max(peak, self.anna.resident())
            sleep(max(0.0, EVERY - (monotonic() - began)))
        return [*took, *self.both()], peak


def p99(took: list[float]) -> float:
    return sorted(took)[min(len(took) - 1, int(len(took) * 0.99))]

"""Chaos: what happens to the fleet, and when, drawn from a seed.

Owns the acts and their frequencies; what members say meanwhile is the writers'.
"""

import heapq
import itertools
import random
import signal
from collections import Counter
from collections.abc import Callable
from time import monotonic, sleep

from tests.netlab.lab import Lab, run
from tests.soak.fleet import Member
from tests.soak.writers import Writers

MEASURED_EVERY = 10.0


class Chaos:
    """Acts on the fleet until told to stop. The first member is spared: it is the witness."""

    def __init__(
        self, lab: Lab, members: list[Member], writers: Writers, chance: random.Random
    ) -> None:
        self._lab = lab
        self._members = members
        self._writers = writers
        self._random = chance
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()
        self._parted = False
        self.acts: Counter[str] = Counter()
        self.fell: list[str] = []
        self._every: dict[Callable[[], None], float] = {
            self._edit: 0.5,
            self._kill: 10.0,
            self._kill_in_an_edit: 25.0,
            self._leave: 30.0,
            self._freeze: 20.0,
            self._pull: 20.0,
            self._part: 75.0,
        }
        """The mean number of seconds between two of each."""

    def rage(self, seconds: float) -> None:
        """For so long."""
        for act in self._every:
            self._again(act)
        self._later(MEASURED_EVERY, self._measure)
        ends = monotonic() + seconds
        while (now := monotonic()) < ends:
            if self._due[0][0] > now:
                sleep(min(self._due[0][0] - now, ends - now))
                continue
            _, _, act = heapq.heappop(self._due)
            act()
            if act in self._every:
                self._again(act)

    def heal(self) -> None:
        """Undo all that holds: every cable plugged, every member up."""
        while self._due:
            _, _, act = heapq.heappop(self._due)
            if act not in self._every and act != self._measure:
                act()

    def _edit(self) -> None:
        able = [member for member in self._members if member.state == "up" and member.ready()]
        if not able:
            return
        self._writers.edit(self._random.choice(able))

    def _kill_in_an_edit(self) -> None:
        member = self._victim()
        if member is None or not member.ready():
            return
        with self._writers.editing(member):
            sleep(self._random.uniform(0.1, 0.6))
            self._end(member, signal.SIGKILL)
        self.acts["kills in the midst of an edit"] += 1

    def _kill(self) -> None:
        if (member := self._victim()) is not None:
            self._end(member, signal.SIGKILL)
            self.acts["kills"] += 1

    def _leave(self) -> None:
        if (member := self._victim()) is not None:
            self._end(member, signal.SIGTERM)
            self.acts["goodbyes"] += 1

    def _end(self, member: Member, how: signal.Signals) -> None:
        member.signal(how, "down")
        member.wait()
        self._later(self._random.uniform(0.5, 20), member.start)

    def _freeze(self) -> None:
        if (member := self._victim()) is not None:
            member.signal(signal.SIGSTOP, "frozen")
            self.acts["freezes"] += 1
            self._later(self._random.uniform(2, 40), lambda: member.signal(signal.SIGCONT, "up"))

    def _pull(self) -> None:
        member = self._random.choice(self._members[1:])
        member.host.cable("down")
        self.acts["cables pulled"] += 1
        self._later(self._random.uniform(2, 40), lambda: member.host.cable("up"))

    def _part(self) -> None:
        """The sites lose each other."""
        if self._parted:
            return
        self._parted = True
        self._wire("down")
        self.acts["partitions of the sites"] += 1

        def rejoin() -> None:
            self._wire("up")
            self._parted = False

        self._later(self._random.uniform(10, 60), rejoin)

    def _wire(self, state: str) -> None:
        run("ip", "-n", self._lab.switches[1], "link", "set", "router", state)

    def _victim(self) -> Member | None:
        able = [member for member in self._members[1:] if member.state == "up"]
        return self._random.choice(able) if able else None

    def _measure(self) -> None:
        for member in self._members:
            member.measure()
            if member.fell():
                self.fell.append(member.name)
                member.start()
        self._later(MEASURED_EVERY, self._measure)

    def _again(self, act: Callable[[], None]) -> None:
        self._later(self._random.expovariate(1 / self._every[act]), act)

    def _later(self, seconds: float, act: Callable[[], None]) -> None:
        heapq.heappush(self._due, (monotonic() + seconds, next(self._order), act))

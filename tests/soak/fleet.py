"""The fleet: a team, each on a host of its own, as processes that die and come back.

Owns processes and what they cost; which of them is struck, and when, is chaos's.
"""

import json
import re
import signal
import socket
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from time import monotonic, sleep
from typing import IO, Any

from presencemap.app.paths import ProfilePaths
from tests.netlab.lab import Host, Lab
from tests.nodes import call, program

READY_WITHIN = 400.0
"""For all of them: thirty starts cost a small machine a minute, a busy one more."""
DOOR = 47800
ID = 8
"""Letters of the id of a post or a job that are printed."""
BRIDGES = 2
"""So many of each further site know so many of the first one's by address."""
TOPICS = ("peppol", "batteries", "budget", "handover", "release", "roof")
SAID = re.compile(rf"(?:{'|'.join(TOPICS)}) [0-9a-f]{{6}}".encode())
"""What writers say: nobody says the same twice."""


@dataclass
class Member:
    """Somebody of the team: ``state`` is up, down or frozen."""

    name: str
    profile: Path
    host: Host
    flags: tuple[str, ...]
    state: str = "down"
    process: subprocess.Popen[bytes] | None = None
    most_kib: int = 0
    most_descriptors: int = 0
    _out: IO[bytes] | None = field(default=None, repr=False)

    @property
    def log(self) -> Path:
        """What its runs said on stderr."""
        return self.profile.with_suffix(".log")

    def start(self) -> None:
        """Start a run."""
        if self._out is None:
            self._out = self.log.open("ab")
        words = self.host.inside(*program(self.profile), "node", *self.flags)
        self.process = subprocess.Popen(words, stderr=self._out)
        self.state = "up"

    def ready(self) -> bool:
        """Whether it listens for commands."""
        with closing(socket.socket(socket.AF_UNIX)) as door:
            return door.connect_ex(str(ProfilePaths.at(self.profile).control)) == 0

    def signal(self, number: signal.Signals, state: str) -> None:
        """Send it a signal, after which it is in that state."""
        assert self.process is not None
        self.state = state
        self.process.send_signal(number)

    def wait(self) -> None:
        """Wait until its run has ended."""
        assert self.process is not None
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def fell(self) -> bool:
        """Whether it ended though nobody made it."""
        return self.state == "up" and self.process is not None and self.process.poll() is not None

    def measure(self) -> None:
        """Keep the most that it took of memory and descriptors."""
        if self.state != "up" or self.process is None:
            return
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
            descriptors = len(list(Path(f"/proc/{self.process.pid}/fd").iterdir()))
        except OSError:
            return
        resident = re.search(r"VmRSS:\s+(\d+)", status)
        self.most_kib = max(self.most_kib, int(resident[1]) if resident else 0)
        self.most_descriptors = max(self.most_descriptors, descriptors)

    def view(self, thread: str) -> dict[str, Any]:
        """All that it shows, without what differs by who looks; and a digest of what it stores."""
        by_name = {shown["name"]: shown for shown in json.loads(self._told("who"))}
        names = {shown["person"]: name for name, shown in by_name.items()}
        places = json.loads(self._told("place", "list"))
        posts = json.loads(self._told("thread", thread))
        jobs = json.loads(self._told("job", "list", "--all"))
        uri = f"file:{ProfilePaths.at(self.profile).database}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=10)) as database:
            records = [bytes(row[0]) for row in database.execute("SELECT hash FROM record")]
            statements = [bytes(row[0]) for row in database.execute("SELECT data FROM statement")]
        return {
            "online": sum(shown["online"] for shown in by_name.values()),
            "status": {name: shown["status"] for name, shown in sorted(by_name.items())},
            "plan": {
                name: {plan["day"]: plan["text"] for plan in shown["plans"]}
                for name, shown in sorted(by_name.items())
            },
            "place": sorted(place["name"] for place in places),
            "post": {post["id"][:ID]: post["text"] for post in posts},
            "joined": {post["id"][:ID]: sorted(map(names.get, post["joined"])) for post in posts},
            "job": {job["id"][:ID]: job["name"] for job in jobs},
            "on": {job["id"][:ID]: sorted(on["name"] for on in job["people"]) for job in jobs},
            "records": _digest(records),
            "statements": _digest(statements),
        }

    def texts(self) -> set[str]:
        """Of what writers say, all that is in any file of the profile."""
        files = (file for file in self.profile.rglob("*") if file.is_file())
        return {found.decode() for file in files for found in SAID.findall(file.read_bytes())}

    def _told(self, *words: str) -> str:
        return call(self.profile, *words, "--json")

    def close(self) -> None:
        """End whatever runs."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.terminate()
            self.wait()
        if self._out is not None:
            self._out.close()


def enlisted(lab: Lab, home: Path) -> list[Member]:
    """A team with somebody on each host; those of further sites are told of the first one."""
    hosts = [host for site in lab.subnets for host in site]
    known = [f"{host.address}:{DOOR}" for host in lab.subnets[0][:BRIDGES]]
    profiles = [home / f"member{number:02}" for number in range(1, len(hosts) + 1)]
    names = [f"Member {number:02}" for number in range(1, len(hosts) + 1)]
    call(profiles[0], "team", "create", "Soak", "--as", names[0])
    link = call(profiles[0], "team", "invite", "--uses", "500").strip()
    for profile, name in zip(profiles[1:], names[1:], strict=True):
        call(profile, "team", "join", link, "--as", name)
    return [
        Member(name, profile, host, _flags(host, known))
        for name, profile, host in zip(names, profiles, hosts, strict=True)
    ]


def until_ready(members: list[Member]) -> None:
    """Wait until all of them take commands."""
    ends = monotonic() + READY_WITHIN
    for member in members:
        while not member.ready():
            if monotonic() > ends:
                raise TimeoutError(f"{member.name} isn't ready; see {member.log}")
            sleep(0.1)


def _flags(host: Host, known: list[str]) -> tuple[str, ...]:
    if host.subnet == 1 or host.number > BRIDGES:
        return ()
    return tuple(word for address in known for word in ("--peer", address))


def _digest(items: list[bytes]) -> str:
    return f"{len(items)} {blake2b(b''.join(sorted(items)), digest_size=8).hexdigest()}"

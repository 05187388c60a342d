"""Hosts of our own: network namespaces on one switch, on this machine alone; gone afterwards.

Needs root. Names are drawn per run, so two runs don't meet.
"""

import os
import secrets
import subprocess
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from tests.nodes import program

NETWORK = "10.77.0"


def run(*words: str, check: bool = True) -> str:
    """A command to its end; its output."""
    done = subprocess.run(words, capture_output=True, text=True, timeout=30, check=False)
    assert not check or done.returncode == 0, f"{' '.join(words)}: {done.stderr}"
    return done.stdout


class Lab:
    """A switch and its hosts, by ``with``."""

    def __init__(self, hosts: int) -> None:
        self._tag = secrets.token_hex(2)
        self.switch = f"pm{self._tag}s"
        self.hosts = [f"pm{self._tag}h{number}" for number in range(1, hosts + 1)]
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        try:
            self._build()
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def address(self, host: str) -> str:
        """A host's IPv4 address."""
        return f"{NETWORK}.{self.hosts.index(host) + 1}"

    def inside(self, host: str, *words: str) -> list[str]:
        """A command line that runs on a host."""
        return ["ip", "netns", "exec", host, *words]

    def node(self, host: str, profile: Path, *flags: str) -> "HostedNode":
        """``presencemap node`` on a host, as a user would start it."""
        return HostedNode(self.inside(host, *program(profile), "node", *flags))

    def cable(self, host: str, state: str) -> None:
        """Pull (``down``) or plug (``up``) a host's cable at the switch."""
        run("ip", "-n", self.switch, "link", "set", f"p{self.hosts.index(host) + 1}", state)

    def _build(self) -> None:
        self._namespace(self.switch)
        run(
            "ip",
            "-n",
            self.switch,
            "link",
            "add",
            "name",
            "br0",
            "type",
            "bridge",
            "mcast_snooping",
            "0",
        )
        run("ip", "-n", self.switch, "link", "set", "br0", "up")
        for number, host in enumerate(self.hosts, start=1):
            self._namespace(host)
            port = f"p{number}"
            run("ip", "link", "add", "eth0", "netns", host, "type", "veth",
                "peer", "name", port, "netns", self.switch)  # fmt: skip
            run("ip", "-n", self.switch, "link", "set", port, "master", "br0", "up")
            run("ip", "-n", host, "addr", "add", f"{NETWORK}.{number}/24", "dev", "eth0")
            run("ip", "-n", host, "link", "set", "lo", "up")
            run("ip", "-n", host, "link", "set", "eth0", "up")
            run("ip", "-n", host, "route", "add", "default", "dev", "eth0")

    def _namespace(self, name: str) -> None:
        run("ip", "netns", "add", name)
        self._stack.callback(run, "ip", "netns", "delete", name, check=False)


class HostedNode:
    """A node process on a host, by ``with``."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self.ready = ""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            self._words, stderr=subprocess.PIPE, text=True, env=dict(os.environ)
        )
        assert self._process.stderr is not None
        self.ready = self._process.stderr.readline()
        assert self.ready.startswith("ready "), self.ready
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(10)
        assert self._process.stderr is not None
        self._process.stderr.close()

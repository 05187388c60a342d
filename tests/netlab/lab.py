"""Networks of our own, on this machine alone: hosts on switches, and a router between the switches.

Needs root. Every namespace is named after the process that made it: ``swept`` takes away those of
runs that are no more, with whatever still runs in them, however they ended.
"""

import os
import re
import secrets
import signal
import subprocess
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from tests.netlab.hosted import HostedNode
from tests.nodes import program

OURS = re.compile(r"^pm-(?P<pid>\d+)-[0-9a-f]{4}-\w+$")
ROUTER = 254


def run(*words: str, check: bool = True) -> str:
    """A command to its end; its output."""
    done = subprocess.run(words, capture_output=True, text=True, timeout=30, check=False)
    assert not check or done.returncode == 0, f"{' '.join(words)}: {done.stderr}"
    return done.stdout


def swept() -> list[str]:
    """Take away the namespaces that dead runs left; their names."""
    left = []
    for line in run("ip", "netns", "list").splitlines():
        name = line.split()[0]
        made = OURS.match(name)
        if made and not Path("/proc", made["pid"]).exists():
            _take_away(name)
            left.append(name)
    return left


@dataclass(frozen=True)
class Host:
    """A computer: the namespace ``name``, on port ``p{number}`` of the switch of its subnet."""

    name: str
    switch: str
    subnet: int
    number: int

    @property
    def address(self) -> str:
        """Its IPv4 address."""
        return f"10.77.{self.subnet}.{self.number}"

    @property
    def address_6(self) -> str:
        """Its IPv6 address."""
        return f"fd77:0:0:{self.subnet}::{self.number}"

    def inside(self, *words: str) -> list[str]:
        """A command line that runs there."""
        return ["ip", "netns", "exec", self.name, *words]

    def ip(self, *words: str) -> None:
        """Change its network."""
        run("ip", "-n", self.name, *words)

    def node(self, profile: Path, *flags: str, under: tuple[str, ...] = ()) -> HostedNode:
        """``presencemap node`` there, as a user would start it, or under another program."""
        return HostedNode(self.inside(*under, *program(profile), "node", *flags))

    def off_ipv6(self) -> None:
        """Know IPv4 alone from now on."""
        off = "echo 1 > /proc/sys/net/ipv6/conf/eth0/disable_ipv6"
        run(*self.inside("sh", "-c", off))

    def cable(self, state: str) -> None:
        """Pull (``down``) or plug (``up``) its cable at the switch."""
        run("ip", "-n", self.switch, "link", "set", f"p{self.number}", state)

    def filter(self, *rules: str) -> None:
        """Have nft judge what comes and goes; each rule starts with ``in`` or ``out``."""
        lines = [
            "add table inet lab",
            "add chain inet lab in { type filter hook input priority 0 ; }",
            "add chain inet lab out { type filter hook output priority 0 ; }",
            *(f"add rule inet lab {rule}" for rule in rules),
        ]
        run(*self.inside("nft", ";".join(lines)))

    def dropped(self) -> int:
        """How many packets the rules with a ``counter`` caught."""
        rules = run(*self.inside("nft", "list", "table", "inet", "lab"))
        return sum(map(int, re.findall(r"counter packets (\d+)", rules)))

    def addressed(self) -> None:
        """Have its addresses, and the router as the way out."""
        self.ip("addr", "add", f"{self.address}/24", "dev", "eth0")
        self.ip("addr", "add", f"{self.address_6}/64", "dev", "eth0", "nodad")
        for way in (f"10.77.{self.subnet}.{ROUTER}", f"fd77:0:0:{self.subnet}::{ROUTER}"):
            self.ip("route", "add", "default", "via", way, "dev", "eth0")


class Lab:
    """A subnet for each number of hosts, by ``with``; a router where there are several."""

    def __init__(self, *sizes: int) -> None:
        self._tag = f"pm-{os.getpid()}-{secrets.token_hex(2)}"
        self._stack = ExitStack()
        self._sizes = sizes
        self.router = f"{self._tag}-router"
        self.switches = [f"{self._tag}-switch{subnet}" for subnet in range(1, len(sizes) + 1)]
        self.subnets = [
            [
                Host(f"{self._tag}-host{subnet}x{number}", switch, subnet, number)
                for number in range(1, size + 1)
            ]
            for subnet, (size, switch) in enumerate(zip(sizes, self.switches, strict=True), 1)
        ]

    @property
    def hosts(self) -> list[Host]:
        """Those of the first subnet."""
        return self.subnets[0]

    def let_through(self, host: Host) -> None:
        """Have the router carry that host's packets, and nobody else's."""
        lines = [
            "add table inet lab",
            "add chain inet lab through { type filter hook forward priority 0 ; policy drop ; }",
            *(
                f"add rule inet lab through {version} {end} {address} accept"
                for version, address in (("ip", host.address), ("ip6", host.address_6))
                for end in ("saddr", "daddr")
            ),
        ]
        run("ip", "netns", "exec", self.router, "nft", ";".join(lines))

    def wire(self, one: Host, other: Host) -> None:
        """Join two hosts by a cable of their own, ``tun0`` on both, as a VPN would."""
        run("ip", "link", "add", "tun0", "netns", one.name, "type", "veth",
            "peer", "name", "tun0", "netns", other.name)  # fmt: skip
        for number, host in enumerate((one, other), 1):
            host.ip("link", "set", "tun0", "up")
            host.ip("addr", "add", f"10.99.0.{number}/24", "dev", "tun0")

    def __enter__(self) -> Self:
        swept()
        try:
            self._build()
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _build(self) -> None:
        self._namespace(self.router)
        for path in ("ipv4/ip_forward", "ipv6/conf/all/forwarding"):
            forward = f"echo 1 > /proc/sys/net/{path}"
            run("ip", "netns", "exec", self.router, "sh", "-c", forward)
        for subnet, (switch, hosts) in enumerate(zip(self.switches, self.subnets, strict=True), 1):
            self._namespace(switch)
            bridge = ("link", "add", "name", "br0", "type", "bridge", "mcast_snooping", "0")
            run("ip", "-n", switch, *bridge)
            run("ip", "-n", switch, "link", "set", "br0", "up")
            self._plug(self.router, f"eth{subnet}", switch, "router")
            for address in (f"10.77.{subnet}.{ROUTER}/24", f"fd77:0:0:{subnet}::{ROUTER}/64"):
                to = ("dev", f"eth{subnet}", *(("nodad",) if ":" in address else ()))
                run("ip", "-n", self.router, "addr", "add", address, *to)
            for host in hosts:
                self._namespace(host.name)
                self._plug(host.name, "eth0", switch, f"p{host.number}")
                host.addressed()

    def _namespace(self, name: str) -> None:
        run("ip", "netns", "add", name)
        self._stack.callback(_take_away, name)
        run("ip", "-n", name, "link", "set", "lo", "up")

    def _plug(self, name: str, card: str, switch: str, port: str) -> None:
        run("ip", "link", "add", card, "netns", name, "type", "veth",
            "peer", "name", port, "netns", switch)  # fmt: skip
        run("ip", "-n", switch, "link", "set", port, "master", "br0", "up")
        run("ip", "-n", name, "link", "set", card, "up")


def _take_away(name: str) -> None:
    for pid in run("ip", "netns", "pids", name, check=False).split():
        with suppress(ProcessLookupError):
            os.kill(int(pid), signal.SIGKILL)
    run("ip", "netns", "delete", name, check=False)

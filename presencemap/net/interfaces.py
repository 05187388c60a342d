"""This machine's network interfaces and addresses, and what became of them since."""

import ipaddress
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import ifaddr

from presencemap.net.sockets import IN_ADDR_ANY

LISTEN_ADDRESSES = 8
_CARDS: Final = Path("/sys/class/net")
_DOWN: Final = ("down", "lowerlayerdown", "notpresent", "dormant")


class Interface(NamedTuple):
    """One address of one interface; ``prefix``: the bits of its network. IPv6 without a zone."""

    name: str
    number: int
    address: str
    prefix: int

    @property
    def loopback(self) -> bool:
        """Whether it never leaves this machine."""
        return ipaddress.ip_address(self.address).is_loopback

    @property
    def link_local(self) -> bool:
        """Whether it means something on its own wire only."""
        return ipaddress.ip_address(self.address).is_link_local

    @property
    def network(self) -> ipaddress.IPv4Network | ipaddress.IPv6Network:
        """What is on-link there."""
        return ipaddress.ip_network(f"{self.address}/{self.prefix}", strict=False)


def _is_down(name: str) -> bool:
    """Whether nothing comes through there: its cable is out, or it was switched off.

    Its addresses stay in Linux's list then; other systems leave them out themselves.
    """
    try:
        return (_CARDS / name / "operstate").read_text().strip() in _DOWN
    except OSError:
        return False


def interfaces() -> tuple[Interface, ...]:
    """All addresses of this machine now, in a steady order: equal values mean no change."""
    found = []
    for adapter in ifaddr.get_adapters():
        if _is_down(adapter.name):
            continue
        for ip in adapter.ips:
            text = ip.ip if isinstance(ip.ip, str) else ip.ip[0]
            found.append(
                Interface(
                    adapter.name, adapter.index or 0, text.partition("%")[0], ip.network_prefix
                )
            )
    return tuple(sorted(found))


def chosen(
    found: Iterable[Interface], wanted: Sequence[str] | None, without: Sequence[str] = ()
) -> tuple[Interface, ...]:
    """Those that were asked for by name or address; None: all but loopback. ``without`` these."""
    kept = [each for each in found if each.name not in without and each.address not in without]
    if wanted is None:
        return tuple(each for each in kept if not each.loopback)
    return tuple(each for each in kept if each.name in wanted or each.address in wanted)


def missing(found: Iterable[Interface], named: Iterable[str]) -> tuple[str, ...]:
    """Those names and addresses that are on none of them."""
    known = {word for each in found for word in (each.name, each.address)}
    return tuple(word for word in named if word not in known)


def is_cut_off(host: str, gone: Iterable[Interface], left: Iterable[Interface]) -> bool:
    """Whether a host was reached by what is gone, as far as addresses tell."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return True
    # Also where another address is left on that network: to close one link too many costs little,
    # for it is dialled again at once; one from an address that is gone is dead, and nobody tells.
    if any(address in each.network for each in gone):
        return True
    if any(address in each.network for each in left):
        return False
    # Not on a network of ours: by a router, which may have been on the one that is gone.
    return any(not each.loopback for each in gone)


def listening_addresses(
    host: str, wanted: Sequence[str] | None = None, without: Sequence[str] = ()
) -> tuple[str, ...]:
    """Where others may dial a door that listens on ``host``: at most 8, IPv4 first."""
    if host not in IN_ADDR_ANY:
        return (host,)
    usable = [each for each in chosen(interfaces(), wanted, without) if not each.link_local]
    usable.sort(key=lambda each: ":" in each.address)
    return tuple(dict.fromkeys(each.address for each in usable))[:LISTEN_ADDRESSES]

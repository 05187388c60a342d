"""Facts: what one look into the network found, as values. Judges nothing."""

import ipaddress
from dataclasses import dataclass

from presencemap.domain.availability import Presence, Reach
from presencemap.net.sounding import Sounding
from presencemap.protocol.address import Address, Outcome


@dataclass(frozen=True, slots=True)
class Network:
    """One address of this computer; ``used``: unless it is left out."""

    name: str
    address: str
    prefix: int
    used: bool

    @property
    def subnet(self) -> str:
        """``10.20.8.0/22``."""
        return str(ipaddress.ip_network(f"{self.address}/{self.prefix}", strict=False))

    @property
    def local(self) -> bool:
        """Whether it never leaves this computer."""
        return ipaddress.ip_address(self.address).is_loopback


@dataclass(frozen=True, slots=True)
class Tried:
    """An address that was dialled just now."""

    address: Address
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Answer:
    """A colleague's computer tried our door, at ``host``."""

    name: str
    outcome: Outcome
    host: str


@dataclass(frozen=True, slots=True)
class Colleague:
    """What is known of the way to one colleague. Times in ms.

    ``address``: of the direct link, else the one known last. ``skew``: how far ahead their clock
    is.
    """

    person: str
    name: str
    presence: Presence = Presence.OFFLINE
    reach: Reach = Reach.NONE
    through: str = ""
    address: str = ""
    delay: int | None = None
    skew: int | None = None
    last_heard: int | None = None
    member: bool = True
    admitted: bool = True
    goodbye: bool = False
    verified: bool = False
    tried: tuple[Tried, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything of one look. ``door``: 0 where no node runs; ``asked``: who was to dial back."""

    at: int
    door: int = 0
    away: bool = False
    """Off the network, by its owner's wish."""
    admitted: bool = True
    """Whether a member has let oneself in."""
    discovering: bool = True
    networks: tuple[Network, ...] = ()
    sounding: Sounding | None = None
    found_at: int | None = None
    asked: int = 0
    answers: tuple[Answer, ...] = ()
    by_hand: tuple[Tried, ...] = ()
    colleagues: tuple[Colleague, ...] = ()

    @property
    def running(self) -> bool:
        """Whether a node runs."""
        return self.door != 0

    @property
    def used(self) -> tuple[Network, ...]:
        """The networks in use."""
        return tuple(each for each in self.networks if each.used)

    @property
    def members(self) -> tuple[Colleague, ...]:
        """The colleagues who are in the team."""
        return tuple(each for each in self.colleagues if each.member)

    def near(self, address: str) -> bool:
        """Whether a literal address is on a network in use; a name is on none."""
        try:
            literal = ipaddress.ip_address(address)
        except ValueError:
            return False
        return any(literal in ipaddress.ip_network(each.subnet) for each in self.used)

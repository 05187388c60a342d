"""How a node is run: what its starter chose, for as long as it runs.

Values alone, so that whoever starts a node needs nothing of what a node needs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from presencemap.protocol.address import Address


@dataclass(frozen=True, slots=True)
class Options:
    """How a node is run. ``listen``: None for the default door, else host and port.

    ``window``: it has one, which a second start raises; one without makes way when asked to.
    """

    listen: Address | None = None
    peers: tuple[Address, ...] = ()
    interfaces: Sequence[str] | None = None
    without: Sequence[str] = ()
    mdns: bool = True
    window: bool = False

    @property
    def host(self) -> str:
        """Where the node listens."""
        return self.listen.host if self.listen else "0.0.0.0"  # noqa: S104 - a LAN program

    @property
    def port(self) -> int | None:
        """The door's port; None: the usual one, or any where that is taken."""
        return self.listen.port if self.listen else None

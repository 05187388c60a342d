"""News of the machine's addresses: whether it is worth looking at them again.

Linux tells of every change by netlink. Other systems don't: there it is always worth it. What has
changed is found out by looking (``interfaces``).
"""

import asyncio
import socket
import sys
from collections.abc import Callable
from contextlib import ExitStack, suppress
from typing import Final

_GROUPS: Final = 0x1 | 0x10 | 0x100
"""RTMGRP_LINK, RTMGRP_IPV4_IFADDR and RTMGRP_IPV6_IFADDR of Linux' rtnetlink.h."""


class AddressNews:
    """Hears of changes from when it is made, on that loop; at first there may always be some."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._tell = tell
        self.pending = False
        """Whether news was told that nobody has asked for yet."""
        self._came = True
        self._socket = _netlink()
        if self._socket is not None:
            self._loop.add_reader(self._socket, self._take, self._socket)

    def came(self) -> bool:
        """Whether something may be another since this was last asked."""
        came, self._came, self.pending = self._came, self._socket is None, False
        return came

    def close(self) -> None:
        """Hear no more: from now on it is always worth looking."""
        closing, self._socket = self._socket, None
        self._came = True
        if closing is not None:
            self._loop.remove_reader(closing)
            closing.close()

    def _take(self, told: socket.socket) -> None:
        # That more came than the buffer holds is an error, and news as well.
        with suppress(OSError):
            while told.recv(65_536):
                pass
        self._came = self.pending = True
        self._tell()


def _netlink() -> socket.socket | None:
    if sys.platform != "linux":  # pragma: no cover
        return None
    with ExitStack() as stack, suppress(OSError):
        made = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE)
        stack.callback(made.close)
        made.settimeout(0)
        made.bind((0, _GROUPS))
        stack.pop_all()
        return made
    return None

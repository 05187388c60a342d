"""News of the machine's addresses: whether it is worth looking at them again.

Linux tells of every change by netlink, for which a program need not wake up. Other systems don't:
there it is always worth it. What has changed is found out by looking (``interfaces``).
"""

import socket
import sys
from contextlib import ExitStack, suppress
from typing import Final

_GROUPS: Final = 0x1 | 0x10 | 0x100
"""RTMGRP_LINK, RTMGRP_IPV4_IFADDR and RTMGRP_IPV6_IFADDR of Linux' rtnetlink.h."""


class AddressNews:
    """Hears of changes from when it is made; at first there may always be some."""

    def __init__(self) -> None:
        self._socket = _netlink()
        self._came = True

    def came(self) -> bool:
        """Whether something may be another since this was last asked."""
        if self._socket is None:
            return True
        try:
            while self._socket.recv(65_536):
                self._came = True
        except BlockingIOError:
            pass
        except OSError:  # more came than its buffer holds: what that was, a look finds out
            self._came = True
        came, self._came = self._came, False
        return came

    def close(self) -> None:
        """Hear no more: from now on it is always worth looking."""
        closing, self._socket = self._socket, None
        if closing is not None:
            closing.close()


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

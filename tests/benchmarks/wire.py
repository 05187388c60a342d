"""How much this process has sent and received by TCP, as the kernel counts. Linux only.

Of the connections that are open: between two looks nobody may come or go. Datagrams (beacons, mDNS)
aren't counted.
"""

import socket
import struct
from pathlib import Path

_ACKED_AND_RECEIVED = struct.Struct("=QQ")
_AT = 120
"""Where the two are in Linux's ``struct tcp_info``."""


def carried() -> int:
    """Bytes both ways, acknowledged and received."""
    total = 0
    for entry in Path("/proc/self/fd").iterdir():
        try:
            there = socket.socket(fileno=int(entry.name))
        except OSError:
            continue
        try:
            told = there.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 192)
            total += sum(_ACKED_AND_RECEIVED.unpack_from(told, _AT))
        except (OSError, struct.error):
            pass
        finally:
            there.detach()
    return total

"""What two people compare to know that no one stands between them: 8 bytes of both their keys.

64 bits: a key that gives the same as another's would have to be searched for longer than anybody
can. How they read as words is ``app``'s.
"""

from typing import Final

from presencemap.protocol.signing import digest

_CONTEXT: Final = b"presencemap/words/1\0"


def safety_code(team: str, one: str, other: str) -> bytes:
    """The same for both, whoever asks."""
    lower, higher = sorted((one, other))
    return digest(_CONTEXT + bytes.fromhex(team + lower + higher), size=8)

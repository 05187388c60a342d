"""Numbers: which live record has which number of its device. A device gives each number once.

Knows no rules: whether a number was given twice, and what of it, others judge.
"""

from collections import defaultdict

from presencemap.protocol.shelf import Held


class Numbers:
    """The live records by device and seq; of two of one number the first that came."""

    def __init__(self) -> None:
        self._devices: defaultdict[str, dict[int, Held]] = defaultdict(dict)

    def put(self, held: Held) -> None:
        """A record is live."""
        self._devices[held.device].setdefault(held.seq, held)

    def take_off(self, held: Held) -> None:
        """A record is live no more."""
        numbers = self._devices[held.device]
        if numbers.get(held.seq) is held:
            del numbers[held.seq]
        if not numbers:
            del self._devices[held.device]

    def at(self, device: str, seq: int) -> Held | None:
        """The live record of that number."""
        return self._devices[device].get(seq) if device in self._devices else None

    def newest(self, device: str) -> int:
        """The highest number of a device's live records, 0 for none."""
        return max(self._devices[device], default=0) if device in self._devices else 0

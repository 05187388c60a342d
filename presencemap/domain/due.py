"""Who has to be looked at again, and when: instead of a look at everybody at each moment."""

from heapq import heappop, heappush


class Due:
    """One moment for each key; a later word replaces an earlier one."""

    def __init__(self) -> None:
        self._moments: dict[str, int] = {}
        self._heap: list[tuple[int, str]] = []

    def note(self, key: str, moment: int | None) -> None:
        """Look again then, None for never."""
        if moment is None:
            self._moments.pop(key, None)
        elif self._moments.get(key) != moment:
            self._moments[key] = moment
            heappush(self._heap, (moment, key))

    def over(self, now: int) -> list[str]:
        """Whose moment has come; each is told once."""
        found = []
        while self._heap and self._heap[0][0] <= now:
            moment, key = heappop(self._heap)
            if self._moments.get(key) == moment:
                del self._moments[key]
                found.append(key)
        return found

"""Plans: what each person plans, found by person instead of by record.

An index over what the replica holds, kept as records come and go; judges nothing.
"""

from collections import defaultdict

from presencemap.domain.plan import Plan
from presencemap.protocol.bodies import plan_of
from presencemap.protocol.plan import PlanBody
from presencemap.protocol.shelf import Held


class Plans:
    """Persons in, plans out, by day. An empty one, which takes back, is none."""

    def __init__(self) -> None:
        self._plans: defaultdict[str, dict[bytes, tuple[Plan, int]]] = defaultdict(dict)

    def put(self, held: Held) -> None:
        """A record is held."""
        body = held.record.body if held.kind == "plan" else None
        if isinstance(body, PlanBody) and not (plan := plan_of(body)).is_empty:
            self._plans[held.author][held.hash] = plan, held.expires

    def take_off(self, held: Held) -> None:
        """It is no more."""
        if held.kind == "plan" and held.author in self._plans:
            self._plans[held.author].pop(held.hash, None)
            if not self._plans[held.author]:
                del self._plans[held.author]

    def of(self, person: str) -> tuple[Plan, ...]:
        """What a person plans."""
        return tuple(plan for plan, _ in self.ends(person))

    def ends(self, person: str) -> list[tuple[Plan, int]]:
        """The same, and when each day is over here, in ms."""
        return sorted(self._plans.get(person, {}).values(), key=lambda known: known[0].day)

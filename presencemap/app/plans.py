"""What is asked about plans, done on an opened team: what is planned for which days.

Knows the machine's calendar: a day is over at its next midnight. How precisely a place is shared,
its caller says.
"""

from collections.abc import Callable
from dataclasses import replace

from presencemap.app.commands import KEEP, SetPlan
from presencemap.app.views import plan_view
from presencemap.domain.errors import NotFound
from presencemap.domain.plan import Plan, day_of, day_over, days_planned
from presencemap.domain.wrong import Wrong
from presencemap.protocol.effects import Effect
from presencemap.protocol.endpoint import Endpoint
from presencemap.protocol.owner import Owner

Shared = Callable[[str | None], str | None]
"""What is shared of a place that was chosen."""


def planned(
    endpoint: Endpoint, command: SetPlan, shared: Shared, now: int
) -> tuple[object, list[Effect]]:
    """(answer, effects) of a plan for some days.

    Raises:
        UserError: it can't be done as asked; nothing was changed.
    """
    days = days_planned(command.first, command.last, day_of(now))
    places, known = endpoint.replica.places(), endpoint.owner.plans()
    if isinstance(command.place, str) and places.get(command.place) is None:
        raise NotFound(
            "Nobody knows that place; add it first: presencemap place add", Wrong.PLACE_UNKNOWN
        )
    before = [known.get(day, Plan(day)) for day in days]
    plans = [_as_precise(_changed(plan, command), shared) for plan in before]
    anew = [plan for plan in plans if plan != known.get(plan.day, Plan(plan.day))]
    effects = [
        effect for plan in anew for effect in endpoint.owner.set_plan(plan, day_over(plan.day), now)
    ]
    return [plan_view(plan, places) for plan in plans if not plan.is_empty], effects


def as_precise(owner: Owner, shared: Shared, now: int) -> list[Effect]:
    """Take back what is planned too precisely."""
    return owner.change_plans(lambda plan: _as_precise(plan, shared), now)


def _changed(plan: Plan, command: SetPlan) -> Plan:
    """A day's plan with what was named; who names a place isn't out of office any more."""
    place = plan.place if command.place is KEEP else command.place
    text = plan.text if command.text is KEEP else command.text
    out = plan.out and not isinstance(command.place, str) if command.out is KEEP else command.out
    return Plan.said(plan.day, place, text, out=out)


def _as_precise(plan: Plan, shared: Shared) -> Plan:
    return replace(plan, place=shared(plan.place))

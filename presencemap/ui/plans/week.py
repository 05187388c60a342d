"""The days that can be planned, in pages of a week, and what to ask of the node for what changed.

Pure: knows no widget and no clock.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from presencemap.app.commands import SetPlan
from presencemap.domain.plan import DAYS_AHEAD, Plan, spans

DAYS = 7


def pages(today: date) -> tuple[tuple[date, ...], ...]:
    """The weeks from today on; the last one ends with the last day that can be planned."""
    days = [today + timedelta(days=n) for n in range(DAYS_AHEAD + 1)]
    return tuple(tuple(days[at : at + DAYS]) for at in range(0, len(days), DAYS))


def changes(before: Mapping[date, Plan], after: Iterable[Plan]) -> list[SetPlan]:
    """What makes the plans those: nothing for days that stay, a run of the same days at once."""
    changed = [plan for plan in after if plan != before.get(plan.day, Plan(plan.day))]
    return [
        SetPlan(span.plan.day, span.last, span.plan.place, span.plan.text, span.plan.out)
        for span in spans(changed)
    ]

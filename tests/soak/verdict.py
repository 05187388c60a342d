"""The verdict on a soak, and its summary as text."""

import resource
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from statistics import median, quantiles
from typing import Any

from tests.netlab.hosted import Diary
from tests.soak.fleet import Member
from tests.soak.journal import JOB, JOINED, ON, POST, Journal, Of


@dataclass
class Verdict:
    """What came of it. ``views``: every member's; ``fell``: who ended by itself.

    ``files``: of what was said, what is in each member's files.
    """

    journal: Journal
    views: list[dict[str, Any]]
    fell: list[str]
    files: list[set[str]]

    @cached_property
    def differing(self) -> dict[str, int]:
        """See ``unlike``."""
        return unlike(self.views)

    @cached_property
    def lost(self) -> list[str]:
        """What was acknowledged and some member lacks."""
        lost = (self.journal.lost(_seen(view)) for view in self.views)
        return sorted({item for items in lost for item in items})

    @cached_property
    def lingering(self) -> list[str]:
        """What is in some member's files though it isn't shown any more."""
        pairs = zip(self.views, self.files, strict=True)
        return sorted({text for view, kept in pairs for text in kept - _shown(view)})

    @property
    def good(self) -> bool:
        """Whether all is as promised."""
        return not (self.differing or self.lost or self.fell or self.lingering)


def unlike(views: list[dict[str, Any]]) -> dict[str, int]:
    """In how many views which part isn't as in most; who doesn't see everybody online, too."""
    found = {}
    for part in views[0]:
        said = Counter(repr(view[part]) for view in views)
        found[part] = len(views) - said.most_common(1)[0][1]
    found["online"] = sum(view["online"] < len(views) for view in views)
    return {part: members for part, members in found.items() if members}


def summary(
    verdict: Verdict, acts: Counter[str], members: list[Member], took: float, diary: Diary
) -> str:
    """All of it as a table."""
    edits = verdict.journal.counts()
    unknown = edits.pop("unknown")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    delays = sorted(verdict.journal.delays(_told(diary)))
    online = Counter(view["online"] for view in verdict.views)
    rows = [
        ("edits acknowledged", ", ".join(f"{n} {kind}" for kind, n in sorted(edits.items()))),
        ("edits without an answer", unknown),
        *sorted(acts.items()),
        ("ended by themselves", ", ".join(verdict.fell) or 0),
        ("alike after", f"{took:.0f} s" if not verdict.differing else "never"),
        ("members that differ, by part", verdict.differing or "none"),
        ("who sees how many online", ", ".join(f"{m} see {n}" for n, m in online.items())),
        ("records", verdict.views[0]["records"]),
        ("statements", verdict.views[0]["statements"]),
        ("acknowledged and lost", "; ".join(verdict.lost) or 0),
        ("replaced, and in a file", "; ".join(verdict.lingering) or 0),
        ("statuses told to the witness", f"{len(delays)}, {_spread(delays)}"),
        ("most memory of a node", f"{max(m.most_kib for m in members) / 1024:.0f} MB"),
        ("most descriptors of a node", max(m.most_descriptors for m in members)),
        ("processor time of all", f"{used.ru_utime + used.ru_stime:.0f} s"),
        ("verdict", "good" if verdict.good else "BAD"),
    ]
    return "\n".join(f"{name:<32}{value}" for name, value in rows)


def _seen(view: dict[str, Any]) -> dict[Of, str]:
    seen: dict[Of, str] = {("place", name): name for name in view["place"]}
    seen |= {("status", name): said["text"] for name, said in view["status"].items() if said}
    for name, days in view["plan"].items():
        seen |= {("plan", name, day): text for day, text in days.items()}
    seen |= {(POST, post): text for post, text in view["post"].items()}
    seen |= {(JOB, job): text for job, text in view["job"].items()}
    for part, what in ((JOINED, view["joined"]), (ON, view["on"])):
        seen |= {(part, of, name): part for of, names in what.items() for name in names}
    return seen


def _shown(view: dict[str, Any]) -> set[str]:
    return {*_seen(view).values()}


def _told(diary: Diary) -> dict[str, float]:
    """When the witness was first told of each status, by its text."""
    told: dict[str, float] = {}
    for entry in diary.entries():
        if entry["event"] == "status" and entry["status"]["text"]:
            received = datetime.fromisoformat(entry["received"]).timestamp()
            told.setdefault(entry["status"]["text"], received)
    return told


def _spread(delays: list[float]) -> str:
    if len(delays) < 2:
        return "no spread"
    hundredths = quantiles(delays, n=100)
    return (
        f"after {median(delays):.2f} s (median), {hundredths[94]:.2f} s (95 %), "
        f"{delays[-1]:.1f} s (longest), cut off ones included"
    )

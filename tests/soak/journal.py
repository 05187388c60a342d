"""The journal: what was asked of which node and what it acknowledged, on the disk before the next.

Knows what an acknowledgement promises, and nothing of how nodes keep it.
"""

import json
import os
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import time
from typing import Any, Final, Self

POST: Final = "post"
JOINED: Final = "joined"
JOB: Final = "job"
ON: Final = "on"

Of = tuple[str, ...]
"""What is shown of one thing: whose status, which place, post or job, whose part in which post, who
is on which job."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: from then on ``value`` is shown of ``of``, or nothing."""

    person: str
    kind: str
    of: Of
    value: str | None


class Journal:
    """What was edited, by ``with``; one line of JSON for each word about an edit."""

    def __init__(self, file: Path) -> None:
        self._out = file.open("w", encoding="utf-8")
        self._number = 0
        self._edits: dict[int, Edit] = {}
        self._acknowledged: set[int] = set()
        self._at: dict[int, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._out.close()

    def asked(self, edit: Edit) -> int:
        """An edit is about to be asked for; its number."""
        self._number += 1
        self._edits[self._number] = edit
        self._at[self._number] = time()
        self._write({"asked": self._number, **asdict(edit)})
        return self._number

    def acknowledged(self, number: int, of: Of | None = None) -> None:
        """The node said that it is done; ``of``: of what, where only the node could tell."""
        if of is not None:
            self._edits[number] = replace(self._edits[number], of=of)
        self._acknowledged.add(number)
        self._write({"acknowledged": number, "of": of})

    def counts(self) -> Counter[str]:
        """Acknowledged edits by kind; ``unknown``: neither done nor refused for all we know."""
        counts = Counter(self._edits[number].kind for number in self._acknowledged)
        counts["unknown"] = len(self._edits) - len(self._acknowledged)
        return counts

    def lost(self, seen: dict[Of, str]) -> list[str]:
        """What was acknowledged and isn't in ``seen``."""
        allowed: dict[Of, set[str | None]] = defaultdict(set)
        sure: set[Of] = set()
        for number, edit in self._edits.items():
            if number in self._acknowledged:
                sure.add(edit.of)
                allowed[edit.of].clear()
            # Not acknowledged, a newer one may have been said all the same.
            allowed[edit.of].add(edit.value)
        return [
            f"{' '.join(of)}: {seen.get(of)}, not {allowed[of]}"
            for of in sorted(sure)
            if seen.get(of) not in allowed[of] and not _went_along(of, seen)
        ]

    def delays(self, told: dict[str, float]) -> list[float]:
        """Seconds from asking until somebody was told, by the texts that were told."""
        texts = {number: self._edits[number].value for number in self._acknowledged}
        return [told[text] - self._at[n] for n, text in texts.items() if text in told]

    def _write(self, line: dict[str, Any]) -> None:
        self._out.write(f"{json.dumps(line, ensure_ascii=False)}\n")
        self._out.flush()
        os.fsync(self._out.fileno())


def _went_along(of: Of, seen: dict[Of, str]) -> bool:
    """Whether it is somebody's part in a post that isn't there; a lost post is told by itself."""
    return of[0] == JOINED and (POST, of[1]) not in seen

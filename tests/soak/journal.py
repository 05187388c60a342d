"""The journal: what was asked of which node and what it acknowledged, on the disk before the next.

Knows what an acknowledgement promises, and nothing of how nodes keep it.
"""

import json
import os
from collections import Counter, defaultdict
from pathlib import Path
from time import time
from typing import Any, Self

REPLACED = ("status",)
"""Kinds of which the newest counts; of all the others each has to stay."""


class Journal:
    """What was edited, by ``with``; one line of JSON for each word about an edit."""

    def __init__(self, file: Path) -> None:
        self._out = file.open("w", encoding="utf-8")
        self._number = 0
        self._edits: dict[int, tuple[str, str, str]] = {}
        self._acknowledged: set[int] = set()
        self._at: dict[int, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._out.close()

    def asked(self, person: str, kind: str, text: str) -> int:
        """An edit is about to be asked for; its number."""
        self._number += 1
        self._edits[self._number] = (person, kind, text)
        self._at[self._number] = time()
        self._write({"asked": self._number, "person": person, "kind": kind, "text": text})
        return self._number

    def acknowledged(self, number: int) -> None:
        """The node said that it is done."""
        self._acknowledged.add(number)
        self._write({"acknowledged": number})

    def counts(self) -> Counter[str]:
        """Acknowledged edits by kind; ``unknown``: neither done nor refused for all we know."""
        counts = Counter(self._edits[number][1] for number in self._acknowledged)
        counts["unknown"] = len(self._edits) - len(self._acknowledged)
        return counts

    def lost(self, seen: dict[str, Any]) -> list[str]:
        """What was acknowledged and isn't in ``seen``: texts by kind, statuses by person."""
        allowed: dict[tuple[str, str], set[str]] = defaultdict(set)
        sure, lost = set(), []
        for number, (person, kind, text) in self._edits.items():
            done = number in self._acknowledged
            if kind in REPLACED:
                if done:
                    sure.add((person, kind))
                    allowed[person, kind].clear()
                # Not acknowledged, a newer one may have been said all the same.
                allowed[person, kind].add(text)
            elif done and text not in seen[kind]:
                lost.append(f"{kind} {text}, by {person}")
        for person, kind in sorted(sure):
            shown = seen[kind].get(person)
            if shown not in allowed[person, kind]:
                lost.append(f"{kind} of {person}: {shown}, not {allowed[person, kind]}")
        return lost

    def delays(self, told: dict[str, float]) -> list[float]:
        """Seconds from asking until somebody was told, by the texts that were told."""
        texts = {number: self._edits[number][2] for number in self._acknowledged}
        return [told[text] - self._at[n] for n, text in texts.items() if text in told]

    def _write(self, line: dict[str, Any]) -> None:
        self._out.write(f"{json.dumps(line, ensure_ascii=False)}\n")
        self._out.flush()
        os.fsync(self._out.fileno())

"""The figures of a run as text: a table, the targets beside it, and the machine it ran on."""

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles

PACKAGES = ("pyzmq", "zeromq-pyre", "eclipse-zenoh", "pynacl", "pydantic")


@dataclass
class Row:
    """A contender's rounds: microseconds; ``why`` it has none."""

    name: str
    medians: list[float] = field(default_factory=list)
    p99s: list[float] = field(default_factory=list)
    lost: int = 0
    why: str = ""

    def add(self, nanoseconds: list[int], lost: int) -> None:
        """One more round."""
        hundredths = quantiles(nanoseconds, n=100)
        self.medians.append(hundredths[49] / 1000)
        self.p99s.append(hundredths[98] / 1000)
        self.lost += lost

    @property
    def median(self) -> float | None:
        """The median of the rounds' medians."""
        return median(self.medians) if self.medians else None


def table(rows: Iterable[Row], curve: Row, pyre: Row) -> str:
    """All rows, with their ratios to two of them."""
    heads = f"{'median':>8}{'p99':>8}{'× CURVE':>9}{'× pyre':>8}{'lost':>6}"
    lines = [f"{'µs from one process to the other':<34}{heads}  medians of the rounds"]
    for row in rows:
        if row.median is None:
            lines.append(f"{row.name:<34}  did not run: {row.why}")
            continue
        rounds = " ".join(f"{each:.0f}" for each in row.medians)
        lines.append(
            f"{row.name:<34}{row.median:>8.0f}{median(row.p99s):>8.0f}"
            f"{_shown(ratio(row, curve)):>9}{_shown(ratio(row, pyre)):>8}{row.lost:>6}  {rounds}"
        )
        if row.why:
            lines.append(f"{'':<34}  a round did not run: {row.why}")
    return "\n".join(lines)


def ratio(row: Row, other: Row) -> float | None:
    """How many times the other's median; None where either did not run."""
    return row.median / other.median if row.median and other.median else None


def target(what: str, figure: float | None, most: float) -> str:
    """One target and what came of it."""
    if figure is None:
        return f"{what}: no figure"
    return f"{what}: {figure:.2f}, target at most {most:g}: {'met' if figure <= most else 'missed'}"


def least(what: str, figure: float, wanted: float) -> str:
    """The same where more is better."""
    verdict = "met" if figure >= wanted else "missed"
    return f"{what}: {figure:,.0f}, target at least {wanted:,g}: {verdict}"


def machine() -> str:
    """What it ran on, and how busy that was with other things."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {os.cpu_count()} cores ({_processor()}){load}, "
        f"{platform.system()}\nPython {platform.python_version()}, {packages}"
    )


def _shown(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:.2f}"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()

"""Programs under a clock that is off, by faketime; mirrors no one module.

Whoever is killed under it leaves shared memory by the number of the process, and where a number
comes again faketime ends at once: "File exists". So what nobody has any more is removed first.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

needs_faketime = pytest.mark.skipif(
    not shutil.which("faketime"), reason="needs faketime (make setup, as root, installs it)"
)
_SHARED = Path("/dev/shm")
_REAL_MONOTONIC = "FAKETIME_DONT_FAKE_MONOTONIC=1"


def clock(offset: str) -> tuple[str, ...]:
    """What a program is run under. The monotonic clock, as on a real machine, nobody can set."""
    _sweep()
    asked = ["faketime", "-f", offset, "env"]
    told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.splitlines()
    wanted = (each for each in told if each.startswith(("LD_PRELOAD=", "FAKETIME=")))
    # Not by the program itself, which would stand between the node and our signals.
    return ("env", _REAL_MONOTONIC, *wanted)


def _sweep() -> None:
    for left in _SHARED.glob("*faketime_s*_*"):
        if not Path("/proc", left.name.rpartition("_")[2]).exists():
            left.unlink(missing_ok=True)

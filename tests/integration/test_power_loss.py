"""A writer killed in the middle of its work, again and again (tests/power_loss.py says how)."""

import re
import subprocess
import sys

import pytest

ROUNDS = 40


@pytest.mark.processes
@pytest.mark.skipif(sys.platform == "win32", reason="no fork there")
def test_nothing_acknowledged_is_lost_by_kill_9() -> None:
    words = [sys.executable, "-m", "tests.power_loss", str(ROUNDS)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"
    found = re.search(r"\((\d+) before the first word\), (\d+) records acknowledged", done.stdout)
    assert found, done.stdout
    early, acknowledged = map(int, found.groups())
    # Otherwise it would say little: the writer didn't write.
    assert early < ROUNDS * 3 / 4
    assert acknowledged > ROUNDS / 2

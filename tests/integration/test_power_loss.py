"""A writer killed in the middle of its work, again and again (tests/power_loss.py says how)."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.paths import ProfilePaths
from presencemap.app.team import create_team
from presencemap.domain.person import Profile

ROUNDS = 40


@pytest.mark.processes
@pytest.mark.skipif(sys.platform == "win32", reason="no fork there")
def test_nothing_acknowledged_is_lost_by_kill_9(tmp_path: Path) -> None:
    paths = ProfilePaths.at(tmp_path / "anna")
    create_team(paths, "Lerend Collectief", Profile("Anna Peeters"), now_ms())
    words = [sys.executable, "-m", "tests.power_loss", str(paths.data), str(ROUNDS)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"
    found = re.search(r"\((\d+) before the first word\), (\d+) records acknowledged", done.stdout)
    assert found, done.stdout
    early, acknowledged = map(int, found.groups())
    # Otherwise it would say little: the machine was too slow, or the writer didn't write.
    assert early < ROUNDS * 3 / 4
    assert acknowledged > ROUNDS

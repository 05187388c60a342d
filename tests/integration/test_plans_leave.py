"""What somebody planned is in no file of any node 30 s after the day is over.

The nodes live where it is nearly midnight. Mirrors no one module.
"""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.integration.test_posts_leave import files_with, gone
from tests.nodes import NodeProcess, call, eventually, spawned, who

pytestmark = pytest.mark.processes
DAY = timedelta(days=1)


def nearly_midnight(left: timedelta) -> tuple[str, datetime]:
    """A time zone, as TZ has it, where the day is over so soon; and when that is."""
    over = datetime.now(UTC).replace(microsecond=0) + left
    midnight = over.replace(hour=0, minute=0, second=0)
    behind = over - midnight
    if behind > DAY / 2:
        behind -= DAY
    # As POSIX has it: what is to be added to the local time.
    sign = "-" if behind < timedelta() else ""
    minutes, seconds = divmod(abs(behind).seconds, 60)
    return f"<MID>{sign}{minutes // 60}:{minutes % 60:02}:{seconds:02}", over


def test_a_plan_leaves_every_file_with_its_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, bram = tmp_path / "anna", tmp_path / "bram"
    call(anna, "team", "create", "Lerend Collectief", "--as", "Anna Peeters")
    call(bram, "team", "join", call(anna, "team", "invite").strip(), "--as", "Bram Claeys")
    zone, over = nearly_midnight(timedelta(seconds=25))
    monkeypatch.setenv("TZ", zone)
    with NodeProcess(anna, "--listen", "127.0.0.1:0", "--no-mdns") as first:
        flags = ("--listen", "127.0.0.1:0", "--no-mdns", "--peer", first.door)
        with NodeProcess(bram, *flags):
            spawned(anna, "plan", "today", "--text", "Meeting the rival")
            spawned(anna, "plan", "today", "--text", "Quietly in Zottegem")
            spawned(anna, "plan", "tomorrow", "--text", "Openly elsewhere")
            plans = eventually(
                lambda: who(bram)["Anna Peeters"]["plans"], lambda plans: len(plans) == 2
            )
            assert [plan["text"] for plan in plans] == ["Quietly in Zottegem", "Openly elsewhere"]
            assert len(files_with("Quietly in Zottegem", anna, bram)) >= 2
            gone("Meeting the rival", anna, bram)
            time.sleep(max(0.0, (over - datetime.now(UTC)).total_seconds()))
            gone("Quietly in Zottegem", anna, bram)
            assert [plan["text"] for plan in who(bram)["Anna Peeters"]["plans"]] == [
                "Openly elsewhere"
            ]
            assert files_with("Openly elsewhere", anna)
            assert files_with("Openly elsewhere", bram)

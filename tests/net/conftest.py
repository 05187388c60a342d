"""Runs a test's coroutine on the loop that the program uses, and sees that nothing is left."""

import asyncio
import gc
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest

from tests.net.wire import Outside, Run

WITHIN = 20.0
OPEN = Path("/proc/self/fd")


def descriptors() -> int:
    """How many this process has open."""
    return len(list(OPEN.iterdir())) if OPEN.is_dir() else 0


@pytest.fixture
def outside() -> Outside:
    return Outside()


@pytest.fixture
def run(outside: Outside) -> Run:
    """Run a coroutine; no task, no failed callback and no descriptor may be left by it."""

    def runs(main: Coroutine[Any, Any, None]) -> None:
        failures: list[dict[str, Any]] = []

        async def guarded() -> None:
            loop = asyncio.get_running_loop()
            loop.slow_callback_duration = WITHIN
            loop.set_exception_handler(lambda _, told: failures.append(told))
            await asyncio.wait_for(main, WITHIN)
            await asyncio.sleep(0)
            assert asyncio.all_tasks() == {asyncio.current_task()}

        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop, debug=True) as runner:
            runner.run(asyncio.sleep(0))
            before = descriptors()
            try:
                runner.run(guarded())
            finally:
                outside.close()
            gc.collect()
            assert descriptors() <= before, "a socket is left open"
        assert failures == []

    return runs

"""How often a node looks at the clock."""

import asyncio

import pytest

from presencemap.app import pulse
from presencemap.app.pulse import Pulse


class Body:
    """Counts its beats; ``busy``: whether something may be due."""

    def __init__(self, *, busy: bool) -> None:
        self.busy = busy
        self.fails = False
        self.beats: asyncio.Queue[bool] = asyncio.Queue()
        self.pulse = Pulse(self._tick, lambda: self.busy)

    def _tick(self) -> None:
        self.beats.put_nowait(self.pulse.began)
        if self.fails:
            raise RuntimeError


def test_while_something_may_be_due_it_beats_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "TICK", 0.001)

    async def main() -> None:
        body = Body(busy=True)
        body.pulse.quicken()
        body.pulse.stop()
        body.pulse.beat()
        assert [await body.beats.get() for _ in range(3)] == [False, True, True]
        body.pulse.quicken()
        body.pulse.stop()

    asyncio.run(main())


def test_at_rest_it_beats_seldom_until_something_may_be_due(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pulse, "CALM_TICK", 3_600.0)

    async def main() -> None:
        body = Body(busy=False)
        body.pulse.beat()
        await body.beats.get()
        body.pulse.quicken()
        assert body.pulse.calm
        body.busy = True
        body.pulse.quicken()
        assert await body.beats.get()
        assert not body.pulse.calm
        body.pulse.stop()

    asyncio.run(main())


def test_a_beat_that_fails_is_not_the_last_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "TICK", 0.001)
    told: list[object] = []

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, fault: told.append(fault))
        body = Body(busy=True)
        body.pulse.beat()
        body.fails = True
        for _ in range(3):
            await body.beats.get()
        body.pulse.stop()

    asyncio.run(main())
    assert told

"""A door tried from outside: ours, nobody's, another's, one that doesn't answer."""

import asyncio

import pytest

from presencemap.net import dial_back as dialling_back
from presencemap.net.dial_back import dial_back
from presencemap.net.resolution import tried
from presencemap.net.sockets import new_context
from presencemap.protocol.address import Outcome
from presencemap.protocol.signing import CurveKey
from tests.net.wire import DOOR, Run, sides


def test_what_answers_there(run: Run) -> None:
    async def main() -> None:
        context = new_context()
        async with sides(1) as (ann,), sides(1, CurveKey.fresh()) as (eve,):
            host = "127.0.0.1"
            assert await dial_back(context, DOOR.public, host, ann.ports[0]) is Outcome.REACHED
            assert await dial_back(context, DOOR.public, host, eve.ports[0]) is Outcome.STRANGER
            assert ann.events.empty()
            closed = ann.ports[0]
        assert await dial_back(context, DOOR.public, host, closed) is Outcome.REFUSED
        context.term()

    run(main())


def test_a_host_that_says_nothing_is_given_up(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialling_back, "ANSWER_SECONDS", 0.05)

    async def silence(host: str, port: int, seconds: float) -> Outcome:
        assert seconds == 0.05
        return await tried(host, port, 0)

    monkeypatch.setattr(dialling_back, "tried", silence)

    async def main() -> None:
        context = new_context()
        assert await dial_back(context, DOOR.public, "127.0.0.1", 9) is Outcome.TIMEOUT
        context.term()

    async def guarded() -> None:
        async with asyncio.timeout(5):
            await main()

    run(guarded())

"""eclipse-zenoh: sessions with a liveliness token each; who joins is told where they listen."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from company import Told
from zenoh_pair import free_port, session

KEY = "bench/here"


class ZenohCompany:
    """No scouting: it would link all with all."""

    def shared(self, _number: int) -> None:
        """Nothing."""

    @contextmanager
    def hosting(self, shared: None, turns: range) -> Iterator[list[str]]:
        with ExitStack() as stack:
            endpoints = []
            for _ in turns:
                endpoints.append(f"tcp/127.0.0.1:{free_port()}")
                there = stack.enter_context(session(listen=endpoints[-1:]))
                token = there.liveliness().declare_token(f"{KEY}/{len(endpoints)}x{free_port()}")
                stack.callback(token.undeclare)
            yield endpoints

    @contextmanager
    def joining(
        self, shared: None, places: list[list[str]], seen: Told, gone: Told
    ) -> Iterator[None]:
        import zenoh  # noqa: PLC0415 - in its own processes alone

        def tell(sample: Any) -> None:
            (seen if sample.kind == zenoh.SampleKind.PUT else gone)(str(sample.key_expr))

        endpoints = [each for some in places for each in some]
        with session(connect=endpoints) as here:
            watching = here.liveliness().declare_subscriber(f"{KEY}/**", tell, history=True)
            yield
            watching.undeclare()

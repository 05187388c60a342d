"""The node: the driver on a thread of its own, and the only way to it from other threads.

In go immutable commands, out come immutable notices. The same node runs under the window, without
one, and in tests.
"""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

from presencemap.app.clock import now_ms
from presencemap.app.commands import Command
from presencemap.app.control_server import ControlServer
from presencemap.app.driver import Driver
from presencemap.app.notices import Notice, Started, Stopped, WindowRequested
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.app.team import open_team
from presencemap.domain.errors import NodeNotRunning, OpenedToRead

if TYPE_CHECKING:
    from presencemap.app.doctor.findings import Report
    from presencemap.app.knowledge.findings import Findings

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Node:
    """A node of one profile; ``tell`` is called on the network thread."""

    def __init__(
        self, paths: ProfilePaths, options: Options, tell: Callable[[Notice], None]
    ) -> None:
        self._paths = paths
        self._options = options
        self._tell = tell
        self._started: Future[Started] = Future()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._driver: Driver | None = None
        self._thread = threading.Thread(target=self._main, name="presencemap-network")

    def start(self) -> Future[Started]:
        """Start the thread; the future says when the node is ready, or why it can't be."""
        self._thread.start()
        return self._started

    def post(self, command: Command) -> Future[object]:
        """Have a command done; the future has its answer or a ``PresenceMapError``."""
        return self.call(lambda driver: driver.obey(command))

    def call(self, question: Callable[[Driver], T]) -> Future[T]:
        """Ask something of the driver, on its own thread."""
        future: Future[T] = Future()

        def answer() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                driver = self._driver
                assert driver is not None
                future.set_result(question(driver))
            except Exception as error:  # noqa: BLE001 - it is the asker's to handle
                future.set_exception(error)

        loop = self._loop
        try:
            if loop is not None:
                loop.call_soon_threadsafe(answer)
                return future
        except RuntimeError:
            pass  # the loop has ended
        future.set_exception(RuntimeError("the node isn't started, or has stopped"))
        return future

    def examine(self) -> "Future[Report]":
        """Look into the network; the future has the report after some seconds."""
        loop, driver = self._loop, self._driver
        if loop is None or driver is None or not self._thread.is_alive():
            refused: Future[Report] = Future()
            refused.set_exception(NodeNotRunning("the node isn't started, or has stopped"))
            return refused
        return asyncio.run_coroutine_threadsafe(driver.examine(), loop)

    def search(self, text: str) -> "Future[Findings]":
        """What is known about a text so far; of questions asked in a row only the last counts."""
        answer: Future[Findings] = Future()

        def hand_back(found: "Future[Findings]") -> None:
            if found.cancelled():
                answer.cancel()
            elif (error := found.exception()) is not None:
                answer.set_exception(error)
            else:
                answer.set_result(found.result())

        def ask(driver: Driver) -> None:
            driver.librarian.open()
            driver.librarian.typed(text).add_done_callback(hand_back)

        def refused(asked: "Future[None]") -> None:
            if (error := asked.exception()) is not None:
                answer.set_exception(error)

        self.call(ask).add_done_callback(refused)
        return answer

    def stop(self, deadline: float = 1.0) -> bool:
        """Leave: goodbye, sockets closed, thread ended; False if that took too long."""
        if self._loop is not None and self._stop is not None:
            # The loop may have ended by itself meanwhile.
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._stop.set)
        if self._thread.is_alive():
            self._thread.join(deadline)
        return not self._thread.is_alive()

    def join(self) -> None:
        """Wait until the thread has ended."""
        self._thread.join()

    def _main(self) -> None:
        """The network thread. Nothing ends it silently."""
        error: Exception | None = None
        try:
            # Named, since Windows' own loop has no add_reader, which ZeroMQ needs.
            with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
                runner.run(self._run())
        except Exception as failure:  # noqa: BLE001 - told below
            error = failure
        if not self._started.done():
            self._started.set_exception(error or RuntimeError("the node stopped before it ran"))
        self._tell(Stopped(error))

    async def _run(self) -> None:
        team = open_team(self._paths, now_ms())
        control = ControlServer(self._paths.control)
        driver = Driver(team, self._options, lambda n: self._spread(control, n))
        self._driver, self._stop = driver, asyncio.Event()
        try:
            started = await driver.start()
            if not isinstance(team.fault, OpenedToRead):
                await control.start(driver, self._raise, self._stop.set)
            self._loop = asyncio.get_running_loop()
            self._started.set_result(started)
            driver.discover()
            await self._stop.wait()
        finally:
            await control.close()
            await driver.stop()

    def _raise(self) -> bool:
        if self._options.window:
            self._tell(WindowRequested())
        return self._options.window

    def _spread(self, control: ControlServer, notice: Notice) -> None:
        self._tell(notice)
        try:
            control.pass_on(notice)
        except Exception:  # noqa: BLE001 - our bug; whoever else is told goes on
            _log.exception("%s could not be told to who watches", type(notice).__name__)

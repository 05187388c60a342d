"""Mallory in a process of her own: told by name which attack to run, and for how long."""

import multiprocessing
import os
from dataclasses import dataclass
from multiprocessing.connection import Connection
from time import monotonic
from typing import Self

from tests.integration.attacks import ATTACKS
from tests.integration.mallory import Mallory, Victim


@dataclass(frozen=True)
class Done:
    """What an attack came to."""

    sent: int
    cuts: int
    failure: str


def _serve(victim: Victim, pipe: Connection) -> None:
    os.nice(1)
    while True:
        try:
            name, seconds = pipe.recv()
        except EOFError:
            return
        with Mallory(victim) as mallory:
            failure = ""
            try:
                ATTACKS[name](mallory, monotonic() + seconds)
            except Exception as error:
                failure = repr(error)
        pipe.send(Done(mallory.sent, mallory.cuts, failure))


class Attacker:
    """Her process, by ``with``."""

    def __init__(self, victim: Victim) -> None:
        fresh = multiprocessing.get_context("spawn")
        self._pipe, other = fresh.Pipe()
        self._process = fresh.Process(target=_serve, args=(victim, other), daemon=True)
        self._process.start()
        other.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pipe.close()
        self._process.join(5)
        self._process.kill()
        self._process.join()
        self._process.close()

    def begin(self, name: str, seconds: float) -> None:
        self._pipe.send((name, seconds))

    def under_way(self) -> bool:
        return not self._pipe.poll()

    def done(self) -> Done:
        told: Done = self._pipe.recv()
        return told

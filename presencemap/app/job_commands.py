"""What a person can ask of the node about jobs, as immutable values; part of ``Command``.

A ``job`` is named by its name, the start of it, or an id; answers are as in ``job list --json``.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AddJob:
    """A new job for everyone, and I am on it: ``Tender for Acme #bids``. Answers it."""

    text: str


@dataclass(frozen=True, slots=True)
class EditJob:
    """Name a job and its topics differently for everyone. Answers it."""

    job: str
    text: str


@dataclass(frozen=True, slots=True)
class JoinJob:
    """Be on a job from now on. Answers it."""

    job: str


@dataclass(frozen=True, slots=True)
class LeaveJob:
    """Be on it no more. Answers it."""

    job: str


@dataclass(frozen=True, slots=True)
class ShowJobs:
    """Answers the jobs, also those that rest where asked."""

    resting: bool = False


JobCommand = AddJob | EditJob | JoinJob | LeaveJob | ShowJobs

"""Findings: what one question brings up, as values: people, what was said and asked, jobs.

People are named by id: who they are, and whether they are free, the roster knows. Imports no index:
a window that nobody asks needs none.
"""

from dataclasses import dataclass

from presencemap.domain.expertise import Expert
from presencemap.domain.job import Job


@dataclass(frozen=True, slots=True)
class Said:
    """A post that was found; ``at`` in ms, ``url`` of its first link, "" for none."""

    post: str
    author: str
    kind: str
    at: int
    text: str
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was found, and what came of it.

    ``best``: the answer that its asker thanked for, else the one that most people did, else the
    first; ``helped``: whose answers the asker thanked for.
    """

    question: Said
    solved: bool
    answers: int
    best: Said | None = None
    helped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What there is about ``text``. ``topics`` without their sign; all the likeliest first."""

    text: str
    topics: tuple[str, ...] = ()
    talents: tuple[str, ...] = ()
    people: tuple[Expert, ...] = ()
    said: tuple[Said, ...] = ()
    asked: tuple[Asked, ...] = ()
    jobs: tuple[Job, ...] = ()
    examples: tuple[str, ...] = ()
    """Where nothing was asked: what the team knows about."""
    left: int = 0
    """So many records were still to be read: there may be more."""

    @property
    def posts(self) -> frozenset[str]:
        """The ids of all posts that are shown."""
        questions = [each.question for each in self.asked]
        answers = [each.best for each in self.asked if each.best is not None]
        return frozenset(each.post for each in (*self.said, *questions, *answers))

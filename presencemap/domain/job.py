"""Jobs: pieces of work with a name and topics, that people join and leave.

A job rests while nobody is on it; whoever joins wakes it. Who was on it before is known to nobody:
so nothing here has a moment.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

from presencemap.domain.errors import InvalidInput, TextTooLong
from presencemap.domain.person import MAX_NAME
from presencemap.domain.text import clean, fold
from presencemap.domain.topic import MAX_TOPIC, topics_in
from presencemap.domain.wrong import Wrong

MAX_TOPICS: Final = 8
MAX_JOBS: Final = 8
"""So many jobs one person is on."""

_TAGS_AT_THE_END: Final = re.compile(r"(\s+#[\w-]+)+$")


@dataclass(frozen=True, slots=True)
class Job:
    """A job; ``people``: the ids of who is on it now."""

    id: str
    name: str
    topics: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    @classmethod
    def said(cls, job: str, text: str) -> Self:
        """A job from what a person typed: ``Tender for Acme #bids #pricing``.

        Raises:
            TextTooLong: a name of over 60 characters.
            InvalidInput: no name, or too many topics.
        """
        typed = clean(text)
        topics = tuple(dict.fromkeys(map(clean, topics_in(typed))))
        name = _TAGS_AT_THE_END.sub("", f" {typed}").strip() or typed
        name = clean(name.replace("#", ""))
        if not name:
            raise InvalidInput("A job needs a name, like: Tender for Acme #bids", Wrong.JOB_UNNAMED)
        if len(name) > MAX_NAME:
            raise TextTooLong(len(name), MAX_NAME)
        if len(topics) > MAX_TOPICS or any(len(topic) > MAX_TOPIC for topic in topics):
            raise InvalidInput(
                f"A job has at most {MAX_TOPICS} topics of {MAX_TOPIC} letters.",
                Wrong.JOB_TOPICS,
                most=MAX_TOPICS,
                letters=MAX_TOPIC,
            )
        return cls(job, name, topics)

    @property
    def rests(self) -> bool:
        """Whether nobody is on it."""
        return not self.people

    @property
    def text(self) -> str:
        """What a person would type for it."""
        return " ".join((self.name, *(f"#{topic}" for topic in self.topics)))


def in_order(jobs: Iterable[Job]) -> list[Job]:
    """Those that somebody is on, by name, then those that rest."""
    return sorted(jobs, key=lambda job: (job.rests, fold(job.name), job.id))


def jobs_named(jobs: Iterable[Job], text: str) -> list[Job]:
    """The jobs that a name, the start of one, or an id may mean; a whole name wins."""
    wanted, known = fold(text), list(jobs)
    by_id = [job for job in known if len(text) >= 6 and job.id.startswith(text.lower())]
    if by_id or not wanted:
        return by_id
    whole = [job for job in known if fold(job.name) == wanted]
    return whole or [job for job in known if f" {wanted}" in f" {fold(job.name)}"]

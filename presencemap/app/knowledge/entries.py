"""Entries: what is held of posts, reactions, people and jobs, as the library takes it.

Bytes and values in, entries out; reading them takes time, so it is done on the index's thread.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from presencemap.app.knowledge.sheet import Sheet
from presencemap.domain.errors import PeerError
from presencemap.domain.job import Job
from presencemap.domain.person import Person
from presencemap.domain.post import Link, Post, PostKind
from presencemap.domain.status import Status
from presencemap.domain.stems import Stems
from presencemap.protocol.bodies import draft_of, job_of, profile_of, status_of
from presencemap.protocol.job import JobBody, WorkBody
from presencemap.protocol.record import (
    Body,
    PostBody,
    ProfileBody,
    ReactionBody,
    Record,
    StatusBody,
)
from presencemap.store.search import Entry, Reaction

TALENT: Final = "talent"


@dataclass(frozen=True, slots=True)
class OnIt:
    """What a person says to be on; ``name``: of the record that says so."""

    name: bytes
    person: str
    status: Status

    @property
    def text(self) -> str:
        """What they are on, "" for nothing."""
        return self.status.activity.text if self.status.activity is not None else ""


@dataclass(frozen=True, slots=True)
class Talents:
    """What a person says to know about; ``name``: of the record that says so."""

    name: bytes
    person: Person


@dataclass(frozen=True, slots=True)
class JobNamed:
    """A job, without its people; ``name``: of the record that names it."""

    name: bytes
    job: Job


@dataclass(frozen=True, slots=True)
class Crewed:
    """The ids of the jobs that a person is on; ``name``: of the record that says so."""

    name: bytes
    person: str
    jobs: tuple[str, ...]


Told = OnIt | Talents | JobNamed | Crewed
"""What is said of now, and replaced."""


def read(sheet: Sheet, stems: Stems) -> Entry | Reaction | Told | None:
    """What a sheet says; None for what is about no post, or can't be read."""
    try:
        record = Record.kept(sheet.data)
    except PeerError:
        return None
    author = record.header.author
    match record.body:
        case PostBody() as body if sheet.post is not None:
            post = Post(sheet.post.hex(), author, body.said, draft_of(body))
            return said(post, stems, sheet.name)
        case ReactionBody(target=target, kind=kind):
            return Reaction(sheet.name, bytes.fromhex(target), author, kind.value)
        case body:
            return _told(body, sheet.name, author)


def _told(body: Body, name: bytes, author: str) -> Told | None:
    match body:
        case StatusBody():
            return OnIt(name, author, status_of(body))
        case ProfileBody():
            return Talents(name, Person(author, profile_of(body)))
        case JobBody():
            return JobNamed(name, job_of(body))
        case WorkBody(jobs=jobs):
            return Crewed(name, author, jobs)
        case _:
            return None


def said(post: Post, stems: Stems, name: bytes = b"") -> Entry:
    """A post, its record's hash for a name; one that gives a link is a link, whatever it says."""
    draft, plain = post.said, post.said.kind is PostKind.ACTIVITY
    kind = PostKind.LINK if draft.links and plain else draft.kind
    first = draft.links[0] if draft.links else Link("")
    links = (text for link in draft.links for text in (link.title, host(link.url)))
    of_post = bytes.fromhex(post.id)
    return Entry(
        name or of_post,
        post.author,
        kind.value,
        post.at,
        draft.text,
        stems.indexed(draft.text, *links),
        of_post,
        bytes.fromhex(draft.of) if draft.of else None,
        first.title,
        first.url,
    )


def talents(told: Talents, stems: Stems) -> list[Entry]:
    """What a person says to know about, an entry each."""
    who = told.person
    return [
        Entry(told.name, who.id, TALENT, 0, talent, stems.indexed(talent))
        for talent in who.profile.talents
    ]


def host(url: str) -> str:
    """The name of a site, without what all sites have."""
    return (urlsplit(url).hostname or "").removeprefix("www.").rpartition(".")[0]

"""Entries: what is held of a post, a reaction or a profile, as the index takes it.

Bytes and values in, entries out; reading them takes time, so it is done on the index's thread.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from presencemap.domain.errors import PeerError
from presencemap.domain.person import Person
from presencemap.domain.post import Post, PostKind
from presencemap.domain.stems import Stems
from presencemap.protocol.bodies import draft_of
from presencemap.protocol.record import PostBody, ReactionBody, Record
from presencemap.protocol.shelf import Held
from presencemap.store.search import Entry, Reaction

TALENT: Final = "talent"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A post or a reaction as it is held: immutable, so that another thread may read it."""

    name: bytes
    post: bytes | None
    data: bytes

    @classmethod
    def of(cls, held: Held) -> "Sheet":
        """What is held."""
        return cls(held.hash, held.post, held.data)


def read(sheet: Sheet, stems: Stems) -> Entry | Reaction | None:
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
        case _:
            return None


def said(post: Post, stems: Stems, name: bytes = b"") -> Entry:
    """A post, its record's hash for a name; one that gives a link is a link, whatever it says."""
    draft, plain = post.said, post.said.kind is PostKind.ACTIVITY
    kind = PostKind.LINK if draft.links and plain else draft.kind
    links = (text for link in draft.links for text in (link.title, _host(link.url)))
    of = bytes.fromhex(draft.of) if draft.of else None
    words = stems.indexed(draft.text, *links)
    of_post = bytes.fromhex(post.id)
    return Entry(name or of_post, post.author, kind.value, post.at, draft.text, words, of_post, of)


def talents(person: Person, stems: Stems) -> list[Entry]:
    """What a person says to know about."""
    return [
        Entry(f"{person.id} {talent}".encode(), person.id, TALENT, 0, talent, stems.indexed(talent))
        for talent in person.profile.talents
    ]


def _host(url: str) -> str:
    """The name of a site, without what all sites have."""
    return (urlsplit(url).hostname or "").removeprefix("www.").rpartition(".")[0]

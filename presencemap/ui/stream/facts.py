"""What the stream shows of a post: the node's answer as a frozen value. Knows no widget."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self
from urllib.parse import urlsplit

from presencemap.app.views import Json
from presencemap.domain.post import EDIT_WITHIN, PostKind
from presencemap.ui.matter import Matter


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """A web address and what its sender calls it; nothing of it was ever fetched."""

    url: str
    title: str

    @property
    def host(self) -> str:
        """Where it leads, as a person reads it."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")


@dataclass(frozen=True, slots=True)
class PostFacts:
    """A post as it stands. ``at`` in ms; ``thanked``: whether I did.

    ``about``: what it replies to or reshares, where that is here.
    """

    id: str
    person: str
    name: str
    me: bool
    kind: PostKind
    text: str
    at: int
    links: tuple[LinkFacts, ...] = ()
    of: str | None = None
    about: Self | None = None
    edited: bool = False
    thanks: int = 0
    thanked: bool = False
    joined: tuple[str, ...] = ()
    solved: bool = False
    helped: tuple[str, ...] = ()
    rests: bool = False
    replies: int = 0

    @classmethod
    def read(cls, view: Json) -> Self:
        """From a post as ``stream --json`` has it."""
        about = view.get("about")
        return cls(
            id=view["id"],
            person=view["person"],
            name=view["name"] or view["person"][:12],
            me=view["me"],
            kind=PostKind(view["kind"]),
            text=view["text"],
            at=round(datetime.fromisoformat(view["at"]).timestamp() * 1000),
            links=tuple(LinkFacts(link["url"], link["title"]) for link in view["links"]),
            of=view["reply_to"],
            about=cls.read(about) if about else None,
            edited=view["edited"],
            thanks=view["thanks"],
            thanked=view["thanked"],
            joined=tuple(view["joined"]),
            solved=view["solved"],
            helped=tuple(view["helped"]),
            rests=view["rests"],
            replies=view["replies"],
        )

    @property
    def matter(self) -> Matter:
        """What is to be helped with."""
        return Matter(self.person, self.text, self.kind, self.id)

    @property
    def asks(self) -> bool:
        """Whether it waits for an answer."""
        return self.kind is PostKind.QUESTION and not self.solved and not self.rests

    def may_be_edited(self, now: int) -> bool:
        """Whether I may still say it differently."""
        return self.me and now - self.at <= EDIT_WITHIN

"""Commands about posts: what a person says in the stream, does with a post, follows, asks to see.

Values like those of ``commands``, which has them all together.
"""

from dataclasses import dataclass

from presencemap.domain.post import PostKind, ReactionKind


@dataclass(frozen=True, slots=True)
class SayPost:
    """Share a post with the team; ``reply_to``: an id or its start. Answers the new post's id.

    ``titles``: what the links are called, of the first ones. An address in the text is a link, too,
    and isn't counted. A question without a text asks what my status says that I struggle with;
    once, however often.
    """

    kind: PostKind
    text: str
    links: tuple[str, ...] = ()
    reply_to: str | None = None
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditPost:
    """Say a post of mine differently, within 15 minutes. Answers None."""

    post: str
    text: str


@dataclass(frozen=True, slots=True)
class ReactToPost:
    """Thank for a post, join or leave it, or call my question solved. Answers None.

    ``by``: the people, by id or name, by whose help. What my status says of it ends with it.
    """

    post: str
    kind: ReactionKind
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RetractPost:
    """Take a post of mine back from everybody. Answers None."""

    post: str


@dataclass(frozen=True, slots=True)
class Follow:
    """Follow a person, by id, or else a ``#topic``, or no more. Answers None."""

    person: str | None = None
    topic: str = ""
    on: bool = True


@dataclass(frozen=True, slots=True)
class ShowStream:
    """Answers the newest posts as ``stream --json`` has them; older ones than ``before``, a post.

    Of those whom and what I follow, and mine; else of everybody, or on one ``#topic`` alone.
    """

    everybody: bool = False
    before: str | None = None
    topic: str = ""


@dataclass(frozen=True, slots=True)
class ShowOpenQuestions:
    """Answers the newest open questions on a topic, by whomever, as ``stream --json`` has them."""


@dataclass(frozen=True, slots=True)
class ShowPosts:
    """Answers those of these posts, by id, that are there, as ``stream --json`` has them."""

    posts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShowSaid:
    """Answers the newest few posts of a person, by id, as ``stream --json`` has them."""

    person: str


@dataclass(frozen=True, slots=True)
class ShowFollows:
    """Answers whom and what I follow, who follows me, and who follows each of these topics."""

    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowDigest:
    """Answers what happened since a moment, in ms, that is of use to me: a few lines."""

    since: int


@dataclass(frozen=True, slots=True)
class ShowThread:
    """Answers the thread of a post as ``thread --json`` has it."""

    post: str


@dataclass(frozen=True, slots=True)
class ShowQuestion:
    """Answers the question in the words of what a person, by id, struggles with; None for none."""

    person: str


PostQuestion = (
    ShowStream
    | ShowOpenQuestions
    | ShowPosts
    | ShowSaid
    | ShowDigest
    | ShowQuestion
    | ShowThread
    | ShowFollows
)
PostCommand = SayPost | EditPost | ReactToPost | RetractPost | Follow | PostQuestion

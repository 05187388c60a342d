"""The stream: what this node's owner says in it, and what there is to see.

Makes posts, edits, reactions, follows and retracts out of the domain's values, and values out of
what the replica holds. Judges what its owner may do; what a peer may, is the replica's matter.
"""

from collections.abc import Iterable, Iterator
from itertools import dropwhile, islice
from typing import Final

from presencemap.domain.errors import NotFound, Refused
from presencemap.domain.post import (
    EDIT_WITHIN,
    MAX_EDITS,
    MAX_HELPERS,
    Draft,
    Post,
    PostKind,
    ReactionKind,
)
from presencemap.domain.topic_names import TopicNames
from presencemap.domain.wrong import Wrong
from presencemap.protocol.bodies import draft_of, post_body
from presencemap.protocol.effects import Effect
from presencemap.protocol.lines import QUESTIONS, Rank, rank
from presencemap.protocol.record import (
    MAX_LIFE,
    RETRACT_MARGIN,
    FollowBody,
    PostBody,
    ReactionBody,
    RegisterBody,
    RetractBody,
    day,
    register_of,
)
from presencemap.protocol.replica import Replica
from presencemap.protocol.shelf import Held
from presencemap.protocol.usage import topics_named

_LOOKED_THROUGH: Final = 50
"""A person's newest posts, among which is what they ask now."""
SAME_MOMENT: Final = 1_000
"""Ms: so many posts one says at once, by a script, have moments of their own."""
_TARGETS: Final = MAX_EDITS + 1


class Stream:
    """The posts of one node's replica. Ids are in hex and stay the same through edits."""

    def __init__(self, replica: Replica) -> None:
        self._replica = replica
        self._said = 0

    # What its owner says.

    def say(self, draft: Draft, now: int) -> list[Effect]:
        """Share a post.

        Raises:
            NotFound: what it is about isn't there (any more).
        """
        if draft.of is not None:
            self._post(draft.of)
        self._said = at = _after(self._said, now)
        return self._replica.post(post_body(draft, at), at)

    def edit(self, post: str, text: str, now: int) -> list[Effect]:
        """Say a post of mine differently, within 15 minutes; links stay.

        Raises:
            Refused: another's, or too late.
        """
        held, body = self._mine(post)
        now = _after(body.said, now)
        if not 0 < now - body.said <= EDIT_WITHIN or len(held.voids) == MAX_EDITS:
            raise Refused(
                "A post can be changed for 15 minutes and 8 times, so that nobody's answer stands "
                "under something else. Retract it, or add to it with a reply.",
                Wrong.POST_SETTLED,
                minutes=EDIT_WITHIN // 60_000,
                times=MAX_EDITS,
            )
        said = draft_of(body)
        draft = Draft.said(said.kind, text, said.links, said.of)
        replaces = tuple(name.hex() for name in (*held.voids, held.hash))
        return self._replica.post(post_body(draft, body.said, replaces), now)

    def react(
        self, post: str, kind: ReactionKind, now: int, by: tuple[str, ...] = ()
    ) -> list[Effect]:
        """Thank for a post, join or leave it, or call a question of mine solved.

        ``by``: the persons by whose help.

        Raises:
            Refused: not what its author, or others, can do.
        """
        held, body = self._post(post)
        mine = held.author == self._replica.person
        if kind is ReactionKind.SOLVE and not (mine and body.kind is PostKind.QUESTION):
            raise Refused("Only who asked a question can call it solved.", Wrong.NOT_ASKER)
        if self._replica.person in by or len(by) > MAX_HELPERS:
            raise Refused(
                f"Name at most {MAX_HELPERS} others by whose help it is solved.",
                Wrong.HELPERS,
                most=MAX_HELPERS,
            )
        if kind is ReactionKind.THANK and mine:
            raise Refused("Thanks go to somebody else's post; this one is yours.", Wrong.OWN_THANKS)
        life = min(held.at + held.life - now, MAX_LIFE)
        return self._set(ReactionBody(rev=1, target=post, kind=kind, by=by), now, life)

    def follow(self, target: str, now: int, *, on: bool) -> list[Effect]:
        """Follow a person (by id) or a ``#topic``, or no more.

        Raises:
            Refused: myself.
        """
        if target == self._replica.person:
            raise Refused(
                "You see your own posts anyway; follow somebody else, or a #topic.",
                Wrong.OWN_FOLLOW,
            )
        followed = self._replica.follows.by(self._replica.person)
        # Of topics that were joined one is enough, and to follow it no more is said of all.
        known = sorted(followed.intersection(self._lines_of(target)))
        told = known if not on else [] if known else [target]
        return [
            effect
            for each in told
            for effect in self._set(FollowBody(rev=1, target=each, on=on), now, MAX_LIFE)
        ]

    def retract(self, post: str, now: int) -> list[Effect]:
        """Take a post of mine back, in all its versions, from everybody.

        Raises:
            Refused: another's.
        """
        self._mine(post)
        versions = self._replica.threads.versions(bytes.fromhex(post))
        names = {name for held in versions for name in (*held.voids, held.hash)}
        ends = max(held.at + held.life for held in versions)
        # What was said ahead of this moment is outlived by the margin alone.
        life = min(ends - now, MAX_LIFE) + RETRACT_MARGIN
        targets = sorted(name.hex() for name in names)
        effects: list[Effect] = []
        for at in range(0, len(targets), _TARGETS):
            some = tuple(targets[at : at + _TARGETS])
            body = RetractBody(targets=some, device=None, upto=0)
            effects += self._replica.post(body, now, life)
        return effects

    # What there is to see.

    def following(self) -> frozenset[str]:
        """The people and ``#topics``, by what they are called, that this node's owner follows."""
        names, followed = self._names, self._replica.follows.by(self._replica.person)
        return frozenset(f"#{names.name(t[1:])}" if t[0] == "#" else t for t in followed)

    def followers(self, target: str) -> frozenset[str]:
        """Who follows a person, or a ``#topic`` or one that is joined with it."""
        same = self._lines_of(target)
        return frozenset[str]().union(*map(self._replica.follows.of, same))

    def topics(self, now: int) -> list[str]:
        """What all topics are called that somebody names here, by their keys."""
        replica, names = self._replica, self._names
        bodies = (
            h.record.body for kind in ("status", "plan") for h in replica.shelves.held_in(kind)
        )
        named = topics_named(replica.lines, replica.follows, bodies, now)
        return [names.name(key) for key in sorted({names.key(topic) for topic in named})]

    def read_on(self) -> bool:
        """Find out of some more posts what they are on; whether some are left."""
        return self._replica.lines.read()

    def named(self, start: str) -> list[str]:
        """The ids of the posts that begin so."""
        return [name.hex() for name in self._replica.threads.named(start)]

    def news(self) -> frozenset[str] | None:
        """The posts that changed since this was asked; None for too many to name."""
        found = self._replica.threads.news()
        return None if found is None else frozenset(map(bytes.hex, found))

    def newest(
        self, limit: int, of: Iterable[str] | None = None, before: str | None = None
    ) -> list[Post]:
        """The newest posts, the newest first: of these people and on these ``#topics``, or all.

        A topic has the posts of all that is joined with it. ``before``: older ones than this post.

        Raises:
            NotFound: there is no such post.
        """
        least = None if before is None else rank(self._post(before)[0])
        found = self._all(least)
        if of is not None:
            keys = {key for each in of for key in self._lines_of(each)}
            found = self._replica.lines.newest(keys, least)
        return [self.post(held) for held in islice(filter(self._stands, found), limit)]

    def questions(self, limit: int, now: int) -> list[Post]:
        """The newest questions on a topic that still ask: neither solved nor at rest."""
        found = filter(self._stands, self._replica.lines.newest([QUESTIONS], None))
        asked = (self.post(held) for held in found)
        return list(islice((post for post in asked if post.asks(now)), limit))

    def thread(self, post: str) -> list[Post]:
        """The post that everything here is about, then what is about it, as it was said.

        Raises:
            NotFound: there is no such post.
        """
        held, body = self._post(post)
        # An id is made of the hash of what names the next one: no chain of them is a circle.
        while body.of is not None and (above := self._found(body.of)):
            held, body = above
        under, posts = [held], {held.post: held}
        while under:
            for said in self._about(under.pop()):
                if said.post is not None and said.post not in posts:
                    posts[said.post] = said
                    under.append(said)
        root, *others = (self.post(each) for each in posts.values())
        return [root, *sorted(others, key=lambda each: (each.at, each.id))]

    def asked(self, person: str, text: str, now: int) -> Post | None:
        """The question that a person asks in these words, unless it is solved or rests."""
        said = self.newest(_LOOKED_THROUGH, [person])
        return next((p for p in said if p.said.text == text and p.asks(now)), None)

    def one(self, post: str) -> Post | None:
        """A post as it stands, unless it is gone."""
        found = self._found(post)
        return self.post(found[0]) if found is not None else None

    def post(self, held: Held) -> Post:
        """A post with what was made of it."""
        body = held.record.body
        assert isinstance(body, PostBody)
        # In the order of what was done, so that it reads the same everywhere.
        about, asker = sorted(self._about(held), key=rank), held.author
        reactions = [(h.author, h.record.body) for h in about if h.post is None]
        done = {(who, b.kind): b.by for who, b in reactions if isinstance(b, ReactionBody)}
        solved = done.get((asker, ReactionKind.SOLVE))
        thanked = (h.author for h in about if self._thanks(asker, h))
        return Post(
            id=(held.post or b"").hex(),
            author=held.author,
            at=body.said,
            said=draft_of(body),
            edits=len(held.voids),
            thanked=tuple(who for who, kind in done if kind is ReactionKind.THANK),
            joined=tuple(who for who, kind in done if kind is ReactionKind.JOIN),
            solved=solved is not None,
            helped=tuple(dict.fromkeys([*(solved or ()), *thanked])),
            replies=sum(h.post is not None for h in about),
            stirred=max([held.at, *(h.at for h in about)]),
        )

    @property
    def _names(self) -> TopicNames:
        return self._replica.glossary.names

    def _lines_of(self, target: str) -> Iterable[str]:
        """The lines of a person or a ``#topic``."""
        if target[0] != "#":
            return [target]
        return [f"#{key}" for key in self._names.keys(target[1:])]

    def _all(self, before: Rank | None) -> Iterator[Held]:
        days: Iterable[str] = self._replica.shelves.days()
        if before is not None:
            days = dropwhile(day(before[0]).__ne__, days)
        for source in days:
            for held in self._replica.shelves.held_in(source):
                if before is None or rank(held) < before:
                    yield held

    def _about(self, held: Held) -> list[Held]:
        """Reactions, replies and reshares; of those the versions that stand."""
        about = self._replica.threads.about(held.post or b"")
        return [h for h in about if h.post is None or self._stands(h)]

    def _thanks(self, asker: str, reply: Held) -> bool:
        thanks = f"{asker} {(reply.post or b'').hex()} {ReactionKind.THANK}"
        return self._replica.register("reaction", thanks) is not None

    def _stands(self, held: Held) -> bool:
        return held.post is not None and self._replica.threads.get(held.post) is held

    def _found(self, post: str) -> tuple[Held, PostBody] | None:
        held = self._replica.threads.get(bytes.fromhex(post))
        body = held.record.body if held is not None else None
        return (held, body) if held is not None and isinstance(body, PostBody) else None

    def _post(self, post: str) -> tuple[Held, PostBody]:
        found = self._found(post)
        if found is None:
            raise NotFound(
                "That post isn't here (any more); see: presencemap stream", Wrong.POST_UNKNOWN
            )
        return found

    def _mine(self, post: str) -> tuple[Held, PostBody]:
        held, body = self._post(post)
        if not self._is_mine(held):
            raise Refused(
                "That is somebody else's; you can only change and retract your own.",
                Wrong.POST_OF_ANOTHER,
            )
        return held, body

    def _is_mine(self, held: Held) -> bool:
        return held.author == self._replica.person

    def _set(self, body: RegisterBody, now: int, life: int) -> list[Effect]:
        rev = self._replica.next_revision(*register_of(body, self._replica.person))
        return self._replica.post(body.model_copy(update={"rev": rev}), now, life)


def _after(said: int, now: int) -> int:
    """Now, or a moment after what was said in the same one: what a person says has an order."""
    return said + 1 if 0 <= said - now < SAME_MOMENT else now

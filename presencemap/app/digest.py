"""Finds out what happened since a moment that is of use to me, and makes the digest's lines of it.

Reads posts, reactions, follows, notes and plans that are here; keeps nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date, timedelta
from itertools import takewhile
from typing import Final

from presencemap.app.post_commands import ShowDigest
from presencemap.app.views import Json
from presencemap.domain.digest import News, NewsKind, digest
from presencemap.domain.place import Place, PlaceKind, PlaceTree, is_home
from presencemap.domain.plan import day_of, day_over
from presencemap.domain.post import Post, PostKind, ReactionKind
from presencemap.domain.text import fold
from presencemap.protocol.endpoint import Endpoint
from presencemap.protocol.record import ReactionBody

_READ: Final = 1_000
"""So many of the newest posts are looked at: who was away for longer reads the stream."""
_MINE: Final = 100


def shown(endpoint: Endpoint, asked: ShowDigest, now: int) -> Json:
    """The lines, how many other posts there are, and how many things wait for an answer of mine."""
    stream, me = endpoint.stream, endpoint.me.person.id
    recent = takewhile(lambda post: post.at > asked.since, stream.newest(_READ))
    others = [post for post in recent if post.author != me]
    mine = {post.id: post for post in stream.newest(_MINE, [me])}
    judge = _Judge(endpoint, mine, now)
    posted = [found for post in others if (found := judge.news(post)) is not None]
    news = [
        *posted,
        *_reactions(endpoint, mine.values(), asked.since),
        *_followers(endpoint, asked.since),
        *_introductions(endpoint, asked.since),
        *_together(endpoint, asked.since, now),
    ]
    lines = digest(
        each
        for each in news
        if endpoint.cards.belongs(each.person, now)
        and (not each.other or endpoint.cards.belongs(each.other, now))
    )
    return {
        "lines": [asdict(line) for line in lines],
        "others": len(others) - len(posted),
        "waiting": len({each.post for each in news if each.waits}),
    }


class _Judge:
    """Whether a post is of use to me, by what I said, follow and know about."""

    def __init__(self, endpoint: Endpoint, mine: dict[str, Post], now: int) -> None:
        self._me, self._mine, self._now = endpoint.me.person.id, mine, now
        self._names = endpoint.replica.glossary.names
        self._followed = {each[1:] for each in endpoint.stream.following() if each[0] == "#"}
        profile = endpoint.replica.profile(self._me)
        self._talents = [f" {fold(talent)} " for talent in (profile.talents if profile else ())]
        replies = (post for post in mine.values() if post.said.kind is PostKind.REPLY)
        self._replied = {post.said.of for post in replies}

    def news(self, post: Post) -> News | None:
        """What it is of news, if any."""
        kind = post.said.kind
        about = self._mine.get(post.said.of or "")
        topics = self._names.names(post.topics)
        topic = next((topic for topic in topics if topic in self._followed), "")
        if about is not None and kind is PostKind.REPLY:
            waits = self._waits(about, post)
            return News(NewsKind.ANSWERED, post.author, post.at, about.id, waits=waits)
        if kind is PostKind.QUESTION and not post.solved and not post.rests(self._now):
            words = f" {fold(post.said.text)} "
            if any(talent in words for talent in self._talents):
                return News(NewsKind.KNOWN, post.author, post.at, post.id)
            if topic:
                return News(NewsKind.FOLLOWED, post.author, post.at, post.id, topic)
        elif post.said.links and topic:
            return News(NewsKind.LINK, post.author, post.at, post.id, topic)
        return None

    def _waits(self, asked: Post, reply: Post) -> bool:
        """Who asked says whether that was it: by thanks, by solving, or in the thread."""
        done = asked.solved or self._me in reply.thanked or asked.id in self._replied
        return asked.said.kind is PostKind.QUESTION and not done


def _reactions(endpoint: Endpoint, mine: Iterable[Post], since: int) -> Iterator[News]:
    """Who thanked for what I said, and who joined."""
    kinds = {ReactionKind.THANK: NewsKind.THANKED, ReactionKind.JOIN: NewsKind.JOINED}
    for post in mine:
        for held in endpoint.replica.threads.about(bytes.fromhex(post.id)):
            body = held.record.body if held.kind == "reaction" and held.at > since else None
            if isinstance(body, ReactionBody) and body.kind in kinds:
                yield News(kinds[body.kind], held.author, held.at, post.id)


def _followers(endpoint: Endpoint, since: int) -> Iterator[News]:
    """Who follows me since then, of whom I don't follow."""
    me, following = endpoint.me.person.id, endpoint.stream.following()
    for person in endpoint.replica.follows.of(me) - following:
        record = endpoint.replica.register("follow", f"{person} {me}")
        if record is not None and record.header.at > since:
            yield News(NewsKind.FOLLOWER, person, record.header.at)


def _introductions(endpoint: Endpoint, since: int) -> Iterator[News]:
    """Who brought me together with whom since then, unless one of us said no."""
    for note in endpoint.mailbox.notes():
        told = note.introduces
        if told is not None and not note.mine and note.at > since and not told.declined_by:
            found = NewsKind.INTRODUCED, note.person, note.at
            yield News(*found, topic=told.topic, other=told.person)


def _together(endpoint: Endpoint, since: int, now: int) -> Iterator[News]:
    """Who of those whom I follow or wrote with plans to be today where I do; said once a day."""
    today, me = day_of(now), endpoint.me.person.id
    mine = endpoint.owner.plans().get(today)
    if mine is None or mine.place is None or is_home(mine.place):
        return
    wrote = {note.person for note in endpoint.mailbox.notes()}
    follows = {each for each in endpoint.stream.following() if each[0] != "#"}
    begun = day_over(today - timedelta(days=1))
    for person in sorted(wrote | follows):
        plans = endpoint.replica.plans.of(person)
        place = next((plan.place for plan in plans if plan.day == today), None)
        said = max(begun, *(_planned_at(endpoint, each, today) for each in (me, person)))
        if place is not None and said > since:
            yield from _met(endpoint.replica.places(), mine.place, place, person, said)


def _met(places: PlaceTree, mine: str, theirs: str, person: str, at: int) -> Iterator[News]:
    """In one site, or else in one town; nobody meets at home."""
    here, there = places.site(mine), places.site(theirs)
    if here is None or there is None or is_home(there.id):
        return
    town = _town(here) if here.id != there.id else ""
    if here.id == there.id or (town and town == _town(there)):
        yield News(NewsKind.TOGETHER, person, at, place=there.id, town=town)


def _town(site: Place) -> str:
    return site.name if site.kind is PlaceKind.TOWN else site.town


def _planned_at(endpoint: Endpoint, person: str, day: date) -> int:
    record = endpoint.replica.register("plan", f"{person} {day.isoformat()}")
    return record.header.at if record is not None else 0

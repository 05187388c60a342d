"""What is asked about posts, done on an opened team: saying, changing, answering, following.

What may be said and by whom is the protocol's; here ids are completed and views are made.
"""

from collections.abc import Iterable
from itertools import zip_longest
from typing import Final, assert_never

from presencemap.app import digest, questions
from presencemap.app.naming import post_named, topic_named
from presencemap.app.post_commands import (
    EditPost,
    Follow,
    PostCommand,
    ReactToPost,
    RetractPost,
    SayPost,
    ShowDigest,
    ShowFollows,
    ShowOpenQuestions,
    ShowPosts,
    ShowQuestion,
    ShowSaid,
    ShowStream,
    ShowThread,
)
from presencemap.app.views import Json, post_view
from presencemap.domain.links import parted
from presencemap.domain.post import Draft, Link, Post, PostKind
from presencemap.protocol.effects import Effect
from presencemap.protocol.endpoint import Endpoint

SHOWN: Final = 100
SAID: Final = 5
"""Posts of one person, beside what else is told of them."""


def obeyed(  # noqa: C901, PLR0911, PLR0912 - a case each
    endpoint: Endpoint, command: PostCommand, now: int
) -> tuple[object, list[Effect]]:
    """(answer, effects) of a command about posts.

    Raises:
        UserError: it can't be done as asked; nothing was changed.
    """
    stream = endpoint.stream
    match command:
        case SayPost(kind=PostKind.QUESTION, text=""):
            return questions.asked(endpoint, command, now)
        case SayPost():
            effects = stream.say(_drafted(endpoint, command), now)
            (said,) = stream.newest(1, [endpoint.me.person.id])
            return said.id, effects
        case EditPost():
            return None, questions.edited(endpoint, command, now)
        case ReactToPost():
            return None, questions.reacted(endpoint, command, now)
        case RetractPost():
            return None, stream.retract(post_named(endpoint, command.post), now)
        case Follow():
            target = command.person or f"#{topic_named(command.topic)}"
            return None, stream.follow(target, now, on=command.on)
        case ShowStream():
            return _stream(endpoint, command, now), []
        case ShowOpenQuestions():
            return post_views(endpoint, stream.questions(SHOWN, now), now), []
        case ShowPosts(posts=ids):
            posts = [post for each in ids if (post := stream.one(each)) is not None]
            return post_views(endpoint, posts, now), []
        case ShowSaid(person=person):
            return post_views(endpoint, stream.newest(SAID, [person]), now), []
        case ShowThread():
            posts = stream.thread(post_named(endpoint, command.post))
            return post_views(endpoint, posts, now), []
        case ShowQuestion(person=person):
            found = questions.question_of(endpoint, person, now)
            return (post_views(endpoint, [found], now)[0] if found else None), []
        case ShowDigest():
            return digest.shown(endpoint, command, now), []
        case ShowFollows(topics=topics):
            return _follows(endpoint, topics, now), []
        case _:
            assert_never(command)


def _drafted(endpoint: Endpoint, command: SayPost) -> Draft:
    """What is to be said; the addresses in a text are links of it, whoever typed them where."""
    text, found = parted(command.text)
    urls = (*command.links, *(url for url in found if url not in command.links))
    titled = zip_longest(urls, command.titles[: len(urls)], fillvalue="")
    links = [Link.said(url, title) for url, title in titled]
    of = post_named(endpoint, command.reply_to) if command.reply_to else None
    bare = command.kind is PostKind.ACTIVITY and not text and bool(links)
    return Draft.said(PostKind.LINK if bare else command.kind, text, links, of)


def post_views(endpoint: Endpoint, posts: list[Post], now: int) -> list[Json]:
    """Posts as ``stream --json`` has them."""
    profile, me = endpoint.replica.profile, endpoint.me.person.id
    names = endpoint.replica.glossary.names

    def view(post: Post) -> Json:
        known = profile(post.author)
        return post_view(post, names, name=known.name if known else "", me=me, now=now)

    views = []
    for post in posts:
        about = endpoint.stream.one(post.said.of) if post.said.of is not None else None
        views.append({**view(post), "about": about and view(about)})
    return views


def _stream(endpoint: Endpoint, asked: ShowStream, now: int) -> list[Json]:
    """What is said on a topic, or by those whom I follow, and me; all while I follow nobody."""
    wanted: set[str] | None = {*endpoint.stream.following(), endpoint.me.person.id}
    if asked.topic:
        wanted = {f"#{topic_named(asked.topic)}"}
    elif asked.everybody or not endpoint.stream.following():
        wanted = None
    before = post_named(endpoint, asked.before) if asked.before else None
    return post_views(endpoint, endpoint.stream.newest(SHOWN, wanted, before), now)


def _follows(endpoint: Endpoint, topics: tuple[str, ...], now: int) -> Json:
    """People by their ids, topics without their sign."""
    me, followers = endpoint.me.person.id, endpoint.stream.followers
    mine = sorted(endpoint.stream.following())

    def people(found: Iterable[str]) -> list[str]:
        return sorted(each for each in found if endpoint.cards.belongs(each, now))

    named = {topic: topic_named(topic) for topic in topics}
    return {
        "people": people(each for each in mine if each[0] != "#"),
        "topics": [each[1:] for each in mine if each[0] == "#"],
        "followers": people(followers(me)),
        "by_topic": {topic: people(followers(f"#{key}") - {me}) for topic, key in named.items()},
    }

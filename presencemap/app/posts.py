"""What is asked about posts, done on an opened team: saying, changing, answering, following.

What may be said and by whom is the protocol's; here ids are completed and views are made.
"""

from typing import Any, Final, assert_never

from presencemap.app.commands import (
    EditPost,
    Follow,
    PostCommand,
    ReactToPost,
    RetractPost,
    SayPost,
    ShowStream,
    ShowThread,
)
from presencemap.app.naming import post_named, topic_named
from presencemap.app.views import post_view
from presencemap.domain.post import Draft, Link, Post
from presencemap.protocol.effects import Effect
from presencemap.protocol.endpoint import Endpoint

SHOWN: Final = 100


def obeyed(  # noqa: PLR0911 - a case each
    endpoint: Endpoint, command: PostCommand, now: int
) -> tuple[object, list[Effect]]:
    """(answer, effects) of a command about posts.

    Raises:
        UserError: it can't be done as asked; nothing was changed.
    """
    stream = endpoint.stream
    match command:
        case SayPost():
            links = [Link.said(url) for url in command.links]
            of = post_named(endpoint, command.reply_to) if command.reply_to else None
            effects = stream.say(Draft.said(command.kind, command.text, links, of), now)
            mine = endpoint.me.person.id
            (said,) = stream.newest(1, lambda post: post.author == mine)
            return said.id, effects
        case EditPost():
            return None, stream.edit(post_named(endpoint, command.post), command.text, now)
        case ReactToPost():
            return None, stream.react(post_named(endpoint, command.post), command.kind, now)
        case RetractPost():
            return None, stream.retract(post_named(endpoint, command.post), now)
        case Follow():
            target = command.person or f"#{topic_named(command.topic)}"
            return None, stream.follow(target, now, on=command.on)
        case ShowStream():
            return _stream(endpoint, everybody=command.everybody), []
        case ShowThread():
            posts = stream.thread(post_named(endpoint, command.post))
            return post_views(endpoint, posts), []
        case _:
            assert_never(command)


def post_views(endpoint: Endpoint, posts: list[Post]) -> list[Any]:
    """Posts as ``stream --json`` has them."""
    profile, me = endpoint.replica.profile, endpoint.me.person.id
    names = {post.author: known.name for post in posts if (known := profile(post.author))}
    return [
        post_view(post, name=names.get(post.author, ""), me=post.author == me) for post in posts
    ]


def _stream(endpoint: Endpoint, *, everybody: bool) -> list[Any]:
    """What those say whom I follow, and I; all of it while I follow nobody."""
    following = endpoint.stream.following()
    wanted = {*following, endpoint.me.person.id}

    def mine(post: Post) -> bool:
        topics = {f"#{topic}" for topic in post.topics}
        return everybody or not following or post.author in wanted or bool(topics & wanted)

    return post_views(endpoint, endpoint.stream.newest(SHOWN, mine))

"""The commands about posts: ``post``, ``ask``, ``stream``, ``thread``; what is done with one."""

from argparse import Namespace
from typing import Any, Final

from presencemap.app import control
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import (
    EditPost,
    Follow,
    PostCommand,
    ReactToPost,
    RetractPost,
    SayPost,
    ShowStream,
    ShowThread,
)
from presencemap.cli.answers import ask, print_json
from presencemap.cli.phrases import clock_time
from presencemap.domain.post import PostKind, ReactionKind

DONE: Final = {
    "thank": "They see that you thank them.",
    "join": "You joined in.",
    "leave": "You are out of it again.",
    "solve": "It is marked as solved.",
}


def about_posts(arguments: Namespace, paths: ProfilePaths) -> None:
    """``post``, ``ask``, ``stream`` and the like."""
    request = control.asked(command_of(arguments))
    answer = ask(paths, request, from_store=arguments.action in FROM_STORE)
    if getattr(arguments, "json", False):
        return print_json(answer)
    for line in told(arguments, answer):
        print(line)
    return None


def command_of(arguments: Namespace) -> PostCommand:  # noqa: PLR0911 - a case each
    """What a command line asks."""
    match arguments.action:
        case "post":
            plain = PostKind.LINK if arguments.link else PostKind.ACTIVITY
            kind = PostKind.REPLY if arguments.reply_to else plain
            return SayPost(kind, arguments.text, tuple(arguments.link), arguments.reply_to)
        case "ask":
            return SayPost(PostKind.QUESTION, arguments.text, tuple(arguments.link))
        case "edit":
            return EditPost(arguments.post, arguments.text)
        case "retract":
            return RetractPost(arguments.post)
        case "stream":
            return ShowStream(arguments.all, arguments.before)
        case "thread":
            return ShowThread(arguments.post)
        case "follow" | "unfollow" as action:
            on, target = action == "follow", arguments.target
            return (
                Follow(topic=target, on=on) if target[:1] == "#" else Follow(person=target, on=on)
            )
        case "solve":
            return ReactToPost(arguments.post, ReactionKind.SOLVE, tuple(arguments.by))
        case kind:
            return ReactToPost(arguments.post, ReactionKind(kind))


def told(arguments: Namespace, answer: Any) -> list[str]:  # noqa: PLR0911 - a case each
    """What is printed when it is done."""
    match arguments.action:
        case "post" | "ask":
            return [answer[:8]]
        case "edit":
            return ["Changed."]
        case "retract":
            return ["Taken back: it leaves every colleague's computer when that is reached."]
        case "follow" | "unfollow":
            return [f"You {arguments.action} {arguments.target}."]
        case "stream":
            return [line for post in reversed(answer) for line in post_lines(post)]
        case "thread":
            return [line for post in answer for line in post_lines(post)]
        case kind:
            return [DONE[kind]]


def post_lines(post: dict[str, Any]) -> list[str]:
    """A post as a person reads it."""
    counts = (
        ("thanks", post["thanks"]),
        ("joined", len(post["joined"])),
        ("replies", post["replies"]),
    )
    notes = [f"{number} {what}" for what, number in counts if number]
    notes += ["solved"] if post["solved"] else []
    notes += ["edited"] if post["edited"] else []
    about = f" re {post['reply_to'][:8]}" if post["reply_to"] else ""
    asks = " asks" if post["kind"] == "question" else ""
    name = post["name"] or post["person"][:12]
    said = f"{post['id'][:8]}  {clock_time(post['at'])} {name}{asks}{about}: {post['text']}"
    links = [f"          {link['url']}" for link in post["links"]]
    return [f"{said} ({', '.join(notes)})" if notes else said, *links]


ACTIONS: Final[tuple[str, ...]] = (
    "post",
    "ask",
    "edit",
    "retract",
    "stream",
    "thread",
    "follow",
    "unfollow",
    *(kind.value for kind in ReactionKind),
)
FROM_STORE: Final = ("stream", "thread")

"""What the stream says of a post, in the app's language: kind, credit, state, and all of it aloud.

Pure but for translation; the moment is always a parameter.
"""

from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from presencemap.domain.post import PostKind
from presencemap.ui.people import wording
from presencemap.ui.stream.facts import PostFacts

translate = QCoreApplication.translate

KIND_ICONS: Final = {
    PostKind.ACTIVITY: ("hammer", "work"),
    PostKind.QUESTION: ("life-buoy", "struggle"),
    PostKind.REPLY: ("reply", "ink2"),
    PostKind.RESHARE: ("repeat-2", "accent"),
    PostKind.LINK: ("link", "accent"),
}
"""The icon of a kind, and the colour token of both."""


def kind_words(post: PostFacts) -> str:
    """What kind of post it is, with credit to whose post it is about."""
    if post.kind.is_about_another and post.about is None:
        return translate("Stream", "About something that was taken back")
    words = {
        PostKind.ACTIVITY: translate("Stream", "Working on"),
        PostKind.QUESTION: translate("Stream", "Asks"),
        PostKind.LINK: translate("Stream", "Shares a link"),
        PostKind.REPLY: translate("Stream", "Replies to {name}"),
        PostKind.RESHARE: translate("Stream", "Reshares {name}"),
    }[post.kind]
    return words.format(name=post.about.name) if post.about is not None else words


def when(post: PostFacts, now: int) -> str:
    """How old it is, and whether it was said differently before."""
    age = wording.age(max(0, now - post.at))
    return translate("Stream", "edited · {age}").format(age=age) if post.edited else age


class Became(NamedTuple):
    """What became of a post, "" for nothing, the tone of that and its icon.

    ``going``: it is being taken back, which can still be undone.
    """

    words: str = ""
    tone: str = ""
    icon: str = ""
    going: bool = False


def going() -> Became:
    """Of a post that is being taken back."""
    return Became(translate("Stream", "Being taken back"), "warn", "trash-2", going=True)


def state_words(post: PostFacts, helpers: list[str], joined: list[str]) -> Became:
    """What became of it."""
    if post.solved and helpers:
        thanks = translate("Stream", "Solved, thanks {names}").format(names=", ".join(helpers))
        return Became(thanks, "ok", "check")
    if post.solved:
        return Became(translate("Stream", "Solved"), "ok", "check")
    if joined:
        words = translate("Stream", "On it too: {names}").format(names=", ".join(joined))
        return Became(words, "accent", "handshake")
    if post.rests:
        return Became(translate("Stream", "Rests: nobody answered for a week"), "ink3", "clock")
    if post.thanks:
        one, many = translate("Stream", "1 thank-you"), translate("Stream", "{count} thank-yous")
        words = one if post.thanks == 1 else many.format(count=post.thanks)
        return Became(words, "ink3", "smile")
    return Became()


def spoken(post: PostFacts, state: str, now: int) -> str:
    """The whole post in one sentence for a screen reader."""
    age = wording.spoken_age(max(0, now - post.at))
    said = translate("Stream", "{name}, {kind}: {text}, {age} ago").format(
        name=post.name, kind=kind_words(post), text=post.text, age=age
    )
    about = ""
    if post.about is not None:
        about = translate("Stream", "{name} said: {text}").format(
            name=post.about.name, text=post.about.text
        )
    links = [
        translate("Stream", "link {title}").format(title=link.title or link.host)
        for link in post.links
    ]
    return ". ".join(filter(None, [said, about, state, *links]))

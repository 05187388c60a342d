"""What can be done with a post, in the order of the buttons: words, icons and keys.

What may be done the node judges anew; here is only what is offered. Knows no widget.
"""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt

from presencemap.domain.post import PostKind
from presencemap.ui.stream.facts import PostFacts

translate = QCoreApplication.translate


class Act(StrEnum):
    """One thing to do with a post."""

    REPLY = "reply"
    RESHARE = "reshare"
    THANK = "thank"
    JOIN = "join"
    LEAVE = "leave"
    LINK = "link"
    INTRODUCE = "introduce"
    SOLVE = "solve"
    EDIT = "edit"
    RETRACT = "retract"


ICONS: Final = {
    Act.REPLY: "reply",
    Act.RESHARE: "repeat-2",
    Act.THANK: "smile",
    Act.JOIN: "handshake",
    Act.LEAVE: "log-out",
    Act.LINK: "link",
    Act.INTRODUCE: "user-plus",
    Act.SOLVE: "check",
    Act.EDIT: "pencil",
    Act.RETRACT: "trash-2",
}
_Key = Qt.Key
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
KEYS: Final = {
    (_Key.Key_R, _NONE): (Act.REPLY,),
    (_Key.Key_R, _SHIFT): (Act.RESHARE,),
    (_Key.Key_T, _NONE): (Act.THANK,),
    (_Key.Key_J, _CTRL): (Act.JOIN, Act.LEAVE),
    (_Key.Key_L, _CTRL): (Act.LINK,),
    (_Key.Key_I, _CTRL): (Act.INTRODUCE,),
    (_Key.Key_S, _NONE): (Act.SOLVE,),
    (_Key.Key_E, _NONE): (Act.EDIT,),
    (_Key.Key_Delete, _NONE): (Act.RETRACT,),
}
"""What a key does where a post has the focus, with the first of them that is offered."""


def acts_of(post: PostFacts, me: str, now: int) -> list[Act]:
    """What is offered to me."""
    if post.me:
        mine = [Act.REPLY]
        mine += [Act.SOLVE] if post.kind is PostKind.QUESTION and not post.solved else []
        mine += [Act.EDIT] if post.may_be_edited(now) else []
        return [*mine, Act.RETRACT]
    helped = post.kind in (PostKind.QUESTION, PostKind.ACTIVITY)
    joined = Act.LEAVE if me in post.joined else Act.JOIN
    found = [Act.REPLY, *([joined, Act.LINK, Act.INTRODUCE] if helped else ()), Act.RESHARE]
    return found if post.thanked else [*found, Act.THANK]


def words(act: Act, post: PostFacts) -> str:
    """What its button says."""
    if act is Act.REPLY and post.replies:
        one, many = translate("Stream", "1 reply"), translate("Stream", "{count} replies")
        return one if post.replies == 1 else many.format(count=post.replies)
    return {
        Act.REPLY: translate("Stream", "Reply"),
        Act.RESHARE: translate("Stream", "Reshare"),
        Act.THANK: translate("Stream", "Thank"),
        Act.JOIN: translate("Stream", "Join in"),
        Act.LEAVE: translate("Stream", "Step out"),
        Act.LINK: translate("Stream", "Send a link"),
        Act.INTRODUCE: translate("Stream", "Introduce"),
        Act.SOLVE: translate("Stream", "Solved"),
        Act.EDIT: translate("Stream", "Edit"),
        Act.RETRACT: translate("Stream", "Take back"),
    }[act]


def tip(act: Act, post: PostFacts) -> str:
    """What it does to whose post, and by which key."""
    said = {
        Act.REPLY: translate("Stream", "Reply to {name} (R)"),
        Act.RESHARE: translate("Stream", "Reshare it, with credit to {name} (Shift R)"),
        Act.THANK: translate("Stream", "Thank {name} (T)"),
        Act.JOIN: translate("Stream", "Tell {name} that you are on it too (Ctrl J)"),
        Act.LEAVE: translate("Stream", "Tell {name} that you are on it no more (Ctrl J)"),
        Act.LINK: translate("Stream", "Send {name} a link for it (Ctrl L)"),
        Act.INTRODUCE: translate("Stream", "Introduce {name} to somebody who knows (Ctrl I)"),
        Act.SOLVE: translate("Stream", "Mark it as solved (S)"),
        Act.EDIT: translate("Stream", "Say it differently, within 15 minutes (E)"),
        Act.RETRACT: translate("Stream", "Take it back from everybody (Delete)"),
    }[act]
    return said.format(name=post.name)

"""Why somebody is named, in words: each sign with an icon and a sentence's worth.

Pure but for translation. No number of how likely somebody is: there is no score to see.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from presencemap.domain.expertise import Reason, Sign

_NAMED: Final = 2
"""Of what a reason is about, so many are named."""
SHOWN: Final = 4
"""Reasons of one person: the weightiest tell enough."""
_LONGEST: Final = 60
"""Letters of what somebody is on; the card has all of it."""

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Told:
    """A reason ready to be shown; `tone` is the icon's colour token."""

    icon: str
    tone: str
    words: str


_LOOKS: Final = {
    Sign.TALENT: ("star", "accent"),
    Sign.SOLVED: ("check", "ok"),
    Sign.ANSWERED: ("message-square", "accent"),
    Sign.ON_IT: ("hammer", "work"),
    Sign.ON_JOB: ("briefcase", "work"),
    Sign.WORKED: ("history", "work"),
    Sign.LINK: ("link", "accent"),
    Sign.COMPANION: ("life-buoy", "struggle"),
}


def told(reason: Reason) -> Told:
    """One reason."""
    icon, tone = _LOOKS[reason.sign]
    words = _words(reason)
    if reason.thanked and reason.sign is not Sign.SOLVED:
        words = translate("Reasons", "{reason}, with thanks").format(reason=words)
    return Told(icon, tone, words)


def _words(reason: Reason) -> str:
    about, many = reason.about[:_NAMED], reason.count > 1
    match reason.sign:
        case Sign.TALENT:
            return translate("Reasons", "Listed {talents}").format(talents=", ".join(about))
        case Sign.ON_IT:
            return translate("Reasons", "On it now: {text}").format(text=_cut(about[0]))
        case Sign.ON_JOB:
            return translate("Reasons", "Works on {jobs}").format(jobs=", ".join(about))
        case Sign.COMPANION:
            return translate("Reasons", "Looking for the same")
        case Sign.SOLVED:
            alone = translate("Reasons", "Helped to solve a question")
            several = translate("Reasons", "Helped to solve {count} questions")
        case Sign.ANSWERED:
            alone = translate("Reasons", "Answered a question")
            several = translate("Reasons", "Answered {count} questions")
        case Sign.LINK:
            alone = translate("Reasons", "Shared a link")
            several = translate("Reasons", "Shared {count} links")
        case Sign.WORKED:
            alone = translate("Reasons", "Wrote about it")
            several = translate("Reasons", "Wrote about it {count} times")
    words = (several if many else alone).format(count=reason.count)
    if not about:
        return words
    topics = ", ".join(f"#{topic}" for topic in about)
    return translate("Reasons", "{reason} on {topics}").format(reason=words, topics=topics)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"

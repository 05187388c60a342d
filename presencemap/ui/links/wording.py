"""How a saved link reads: what it is called, where it leads, why it is offered.

Knows the node's answers, no widget.
"""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from presencemap.app.views import Json
from presencemap.domain.errors import InvalidInput
from presencemap.domain.links import named
from presencemap.domain.post import MAX_TITLE, Link
from presencemap.domain.saved_link import SavedLink

translate = QCoreApplication.translate
_NAMED = 3
_YEAR = 330
"""Days after which a month alone could be another year's."""


def title_of(link: Json) -> str:
    """What it is called, else where it leads."""
    return str(link["title"]) or str(link["url"]).removeprefix("https://")


def reason_of(link: Json) -> str:
    """What it has in common with what somebody is on, "" for nothing."""
    topics = [f"#{topic}" for topic in link["because"]["topics"]]
    words = [f"“{word}”" for word in link["because"]["words"]]
    common = ", ".join([*topics, *words][:_NAMED])
    return translate("Links", "in common: {common}").format(common=common) if common else ""


def detail_of(link: Json, now: int) -> str:
    """The line below its name."""
    if link.get("copied"):
        return f"{link['host']} · {translate('Links', 'on your clipboard')}"
    shared = ""
    if link["shared"]:
        shared = translate("Links", "you shared it {when}").format(when=when(link["at"], now))
    topics = " ".join(f"#{topic}" for topic in link["topics"])
    return " · ".join(filter(None, [str(link["host"]), reason_of(link) or topics, shared]))


def when(at: str, now: int) -> str:
    """Today, yesterday, in June, or in June 2025."""
    day = datetime.fromisoformat(at).astimezone().date()
    days = (datetime.fromtimestamp(now / 1000).astimezone().date() - day).days
    if days <= 0:
        return translate("Links", "today")
    if days == 1:
        return translate("Links", "yesterday")
    month = QLocale().toString(
        QDate(day.year, day.month, day.day), "MMMM" if days < _YEAR else "MMMM yyyy"
    )
    return translate("Links", "in {month}").format(month=month)


def new_link(text: str, title: str = "") -> Json | None:
    """A link as it was typed or dropped, as the node answers a saved one; None for no address.

    Words beside the address are what it is called, where no title is given.
    """
    address, words = named(text)
    if " " in address or not ("://" in address or "." in address):
        return None
    try:
        link = Link.said(address, title or words)
    except InvalidInput:
        return None
    host = SavedLink.said(link.url, "", (), 0).host
    if "://" not in address and not host.rpartition(".")[2].isalpha():
        return None
    nothing: Json = {"topics": [], "words": []}
    return {
        "url": link.url, "title": link.title, "host": host, "topics": [], "at": None,
        "shared": False, "because": nothing,
    }  # fmt: skip


def copied_link(text: str) -> Json | None:
    """What is on the clipboard, where that is an address, alone or with words enough to name it."""
    link = new_link(text) if "://" in text and len(named(text)[1]) <= MAX_TITLE else None
    return link and {**link, "copied": True}


def called(link: Json | None, title: str) -> str:
    """That the words typed beside an address are what it is called; "" where a title says that."""
    words = link["title"] if link is not None and not title else ""
    return translate("Links", "Called “{title}”").format(title=words) if words else ""

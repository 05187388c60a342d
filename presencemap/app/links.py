"""Saved links: kept in a file of the profile, shown, erased. Nothing of it leaves this computer.

Owns that file. Which links fit what somebody is on, `domain/saved_link.py` says.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final, assert_never

from pydantic import TypeAdapter, ValidationError

from presencemap.app.link_commands import LinkCommand, RemoveLink, SaveLink, ShowLinks
from presencemap.app.views import Json, moment
from presencemap.domain.errors import (
    Ambiguous,
    InvalidInput,
    NotFound,
    ProfileUnreadable,
    Refused,
)
from presencemap.domain.post import Link
from presencemap.domain.saved_link import MAX_SAVED, Fit, SavedLink, best_first, found
from presencemap.domain.stems import Stems
from presencemap.domain.topic_names import TopicNames
from presencemap.domain.wrong import Wrong
from presencemap.protocol.endpoint import Endpoint
from presencemap.store.private import make_directory, read_file, write_file

_LIMIT: Final = 4 * 1024 * 1024
_OWN_POSTS: Final = 100
"""So many of one's newest posts are looked through for links."""


def obeyed(endpoint: Endpoint, path: Path, command: LinkCommand, now: int) -> object:
    """The answer to a command about links.

    Raises:
        UserError: it can't be done as asked; nothing was changed.
        EnvironmentFault: the file can't be read or written.
    """
    links = load_links(path)
    match command:
        case SaveLink(url=url, title=title, topics=topics):
            said = SavedLink.said(url, title, topics, now)
            before = any(link.url == said.url for link in links)
            return {**_view(Fit(_saved(path, links, said))), "known": before}
        case RemoveLink(link=text):
            gone = _named(links, text, endpoint.replica.glossary.names)
            _keep(path, [link for link in links if link is not gone])
            return _view(Fit(gone))
        case ShowLinks(words=words, about=about):
            names = endpoint.replica.glossary.names
            if about is None:
                some = found(links, words, Stems(), names)
                return [_called(_view(Fit(link)), names) for link in some]
            known = {link.url for link in links}
            own = (link for link in _shared(endpoint) if link.url not in known)
            some = found(chain(links, own), words, Stems(), names)
            fits = best_first(some, about, Stems(), names)
            return [_called(_view(fit), names) for fit in fits]
        case _:
            assert_never(command)


def load_links(path: Path) -> list[SavedLink]:
    """The links as they were saved.

    Raises:
        ProfileUnreadable: what is there can't be read, and is left as it is.
    """
    data = read_file(path, _LIMIT)
    if not data:
        return []
    try:
        return _adapter().validate_json(data)
    except ValidationError:
        raise ProfileUnreadable(
            f"{path} is damaged, so saved links can't be shown. Put it back from a backup, "
            "or move it away; nothing was changed.",
            Wrong.LINKS_DAMAGED,
            path=path,
        ) from None


def _saved(path: Path, links: list[SavedLink], said: SavedLink) -> SavedLink:
    """A link is kept once: what isn't said anew of a known one stays."""
    known = next((link for link in links if link.url == said.url), None)
    if known is None and len(links) >= MAX_SAVED:
        raise Refused(
            f"{MAX_SAVED} links are saved, which is all there can be; remove some first.",
            Wrong.LINKS_FULL,
            most=MAX_SAVED,
        )
    if known is not None:
        topics = tuple(dict.fromkeys((*said.topics, *known.topics)))
        said = replace(said, title=said.title or known.title, topics=topics)
    _keep(path, [*(link for link in links if link is not known), said])
    return said


def _keep(path: Path, links: list[SavedLink]) -> None:
    make_directory(path.parent)
    write_file(path, json.dumps([asdict(link) for link in links], ensure_ascii=False).encode())


def _named(links: Sequence[SavedLink], text: str, names: TopicNames) -> SavedLink:
    """The one link that is meant."""
    try:
        url = Link.said(text).url
    except InvalidInput:
        url = ""
    several = [link for link in links if link.url == url]
    several = several or (found(links, text, Stems(), names) if text.strip() else [])
    if not several:
        raise NotFound(f"No saved link is “{text}”; see: presencemap link list", Wrong.LINK_UNKNOWN)
    if len(several) > 1:
        listed = "\n".join(f"  {link.url}" for link in several)
        raise Ambiguous(f"Several saved links are “{text}”:\n{listed}")
    return several[0]


def _shared(endpoint: Endpoint) -> Iterator[SavedLink]:
    """The links of my own posts, the newest first, each once."""
    seen: set[str] = set()
    for post in endpoint.stream.newest(_OWN_POSTS, [endpoint.me.person.id]):
        for link in post.said.links:
            if link.url not in seen:
                seen.add(link.url)
                title = link.title or post.said.text
                said = SavedLink.said(link.url, title, post.topics, post.at)
                yield replace(said, shared=True)


def _view(fit: Fit) -> Json:
    link = fit.link
    return {
        "url": link.url,
        "title": link.title,
        "host": link.host,
        "topics": list(link.topics),
        "at": moment(link.at),
        "shared": link.shared,
        "because": {"topics": list(fit.topics), "words": list(fit.words)},
    }


def _called(view: Json, names: TopicNames) -> Json:
    """With its topics as they are called now; what is kept stays as it was written."""
    return view | {"topics": list(names.names(view["topics"]))}


@cache
def _adapter() -> TypeAdapter[list[SavedLink]]:
    return TypeAdapter(list[SavedLink])

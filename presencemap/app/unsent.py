"""What was said and can still be undone: kept in a file until it has left, so no crash loses it.

Owns that file. When it leaves, the window says. What has left is known by the records that it made:
between them and the file a crash may come, too, and nothing is to be sent twice.
"""

import json
import logging
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Final, assert_never

from pydantic import TypeAdapter, ValidationError

from presencemap.app import notes, posts
from presencemap.app.commands import (
    DropUnsent,
    Introduce,
    KeepUnsent,
    SendUnsent,
    ShowUnsent,
    UnsentCommand,
    WriteNote,
)
from presencemap.app.post_commands import SayPost
from presencemap.domain.errors import EnvironmentFault
from presencemap.domain.post import Post
from presencemap.domain.text import clean
from presencemap.protocol.effects import Effect
from presencemap.protocol.endpoint import Endpoint
from presencemap.store.private import make_directory, read_file, remove_file, write_file

_LIMIT: Final = 256 * 1024
_OWN_POSTS: Final = 20
"""So many of one's newest posts are looked through for one that has left."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unsent:
    """What is to leave: one of the three. ``at``: when it was said, in ms."""

    name: str
    at: int
    draft: str
    note: WriteNote | None = None
    introduction: Introduce | None = None
    post: SayPost | None = None


def obeyed(
    endpoint: Endpoint, path: Path, command: UnsentCommand, now: int
) -> tuple[object, list[Effect]]:
    """(answer, effects) of a command about what waits.

    Raises:
        UserError: it can't be sent as it was said; it is still kept.
        EnvironmentFault: the file can't be written.
    """
    kept = _load(path)
    match command:
        case KeepUnsent():
            _keep(path, [*kept, _said(command, now)])
            return None, []
        case SendUnsent(name=name):
            found = next((each for each in kept if each.name == name), None)
            waits = found is not None and not _has_left(endpoint, found)
            return None, _sent(endpoint, found, now) if found is not None and waits else []
        case DropUnsent(name=name):
            _keep(path, [each for each in kept if each.name != name])
            return None, []
        case ShowUnsent():
            return [each for each in kept if not _has_left(endpoint, each)], []
        case _:
            assert_never(command)


def tidy(endpoint: Endpoint, path: Path) -> None:
    """What has left is kept no more: it left as a run ended, or a crash came right after it."""
    kept = _load(path)
    waits = [each for each in kept if not _has_left(endpoint, each)]
    if len(waits) < len(kept):
        try:
            _keep(path, waits)
        except EnvironmentFault as fault:
            _log.info("%s", fault)


def _said(command: KeepUnsent, now: int) -> Unsent:
    name, draft, wanted = command.name, command.draft, command.wanted
    match wanted:
        case WriteNote():
            return Unsent(name, now, draft, note=wanted)
        case Introduce():
            return Unsent(name, now, draft, introduction=wanted)
        case SayPost():
            return Unsent(name, now, draft, post=wanted)
        case _:
            assert_never(wanted)


def _sent(endpoint: Endpoint, unsent: Unsent, now: int) -> list[Effect]:
    if unsent.post is not None:
        return posts.obeyed(endpoint, unsent.post, now)[1]
    wanted = unsent.note or unsent.introduction
    return notes.obeyed(endpoint, wanted, now)[1] if wanted is not None else []


def _has_left(endpoint: Endpoint, unsent: Unsent) -> bool:
    """Whether I said these words to them since."""
    if unsent.post is not None:
        mine = endpoint.stream.newest(_OWN_POSTS, [endpoint.me.person.id])
        return any(post.at >= unsent.at and _is(unsent.post, post) for post in mine)
    wanted = unsent.note or unsent.introduction
    if wanted is None:
        return True
    other = unsent.introduction.other if unsent.introduction is not None else None
    return any(
        note.mine
        and note.at >= unsent.at
        and note.text == clean(wanted.text)
        and (note.introduces.person if note.introduces else None) == other
        for note in endpoint.mailbox.notes(wanted.person)
    )


def _is(wanted: SayPost, post: Post) -> bool:
    urls = tuple(link.url for link in post.said.links)
    said = post.said.kind, post.said.text, post.said.of, urls
    return said == (wanted.kind, clean(wanted.text), wanted.reply_to, wanted.links)


def _load(path: Path) -> list[Unsent]:
    """What waits; what can't be read is said in the log, and is in nobody's way."""
    data = read_file(path, _LIMIT)
    if not data:
        return []
    try:
        return _adapter().validate_json(data)
    except ValidationError:
        _log.warning("%s is damaged: what waited in it to be sent is lost", path)
        return []


def _keep(path: Path, unsent: Iterable[Unsent]) -> None:
    """Written anew: what has left or was taken back is in no file after it."""
    kept = [asdict(each) for each in unsent]
    if not kept:
        remove_file(path)
        return
    make_directory(path.parent)
    write_file(path, json.dumps(kept, ensure_ascii=False).encode())


@cache
def _adapter() -> TypeAdapter[list[Unsent]]:
    return TypeAdapter(list[Unsent])

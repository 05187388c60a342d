"""The conversation: what the demo's colleagues say to each other in the stream while it plays.

A reply waits until its speaker has heard of what it is about. Owns the ids of what was said.
"""

import logging
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from presencemap.app.commands import Command
from presencemap.app.demo.script import Said, Script
from presencemap.app.node import Node
from presencemap.app.post_commands import Follow, ReactToPost, SayPost
from presencemap.domain.errors import NotFound
from presencemap.domain.post import ReactionKind

_AGAIN: Final = 60
"""So many turns of half a second one waits for what a reply is about."""
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Heard:
    """What is known to all who play: posts by key, people by name, each with its id."""

    script: Script
    posts: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)

    def followed_by(self, name: str) -> Iterator[Follow]:
        """Whom and what somebody follows, of those who are there."""
        for target in self.script.follows.get(name, ()):
            if target.startswith("#"):
                yield Follow(topic=target)
            elif person := self.people.get(target):
                yield Follow(person)


class Conversation:
    """Speaks through the nodes of those who are on the stage, by name."""

    def __init__(self, heard: Heard, nodes: dict[str, Node]) -> None:
        self._heard, self._nodes = heard, nodes
        live = (said for said in heard.script.said_live() if said.by in nodes)
        self._left: deque[tuple[Said, int]] = deque((said, 0) for said in live)
        self._again: deque[tuple[Said, int]] = deque()

    def follow(self) -> None:
        """Everybody follows whom and what the script says, of those who are there."""
        for name, node in self._nodes.items():
            for wanted in self._heard.followed_by(name):
                node.post(wanted).add_done_callback(partial(_told, name))

    def go_on(self, elapsed: float) -> None:
        """Say what is due after so many seconds."""
        due = [self._again.popleft() for _ in range(len(self._again))]
        while self._left and (self._left[0][0].at or 0) <= elapsed:
            due.append(self._left.popleft())
        for said, tries in due:
            command = self._command(said)
            if command is None:
                self._wait(said, tries)
            else:
                done = self._nodes[said.by].post(command)
                done.add_done_callback(partial(self._answered, said, tries))

    def _command(self, said: Said) -> Command | None:
        """What it is as a command; None while what it is about isn't said."""
        about = self._heard.posts.get(said.to) if said.to else None
        if said.to and about is None:
            return None
        if isinstance(said.kind, ReactionKind):
            return ReactToPost(about or "", said.kind)
        urls, titles = tuple(u for u, _ in said.links), tuple(t for _, t in said.links)
        return SayPost(said.kind, said.text, urls, about, titles)

    def _answered(self, said: Said, tries: int, done: Future[Any]) -> None:
        error = done.exception()
        if error is None and isinstance(answer := done.result(), str):
            self._heard.posts[said.key] = answer
        elif isinstance(error, NotFound):
            self._wait(said, tries)
        elif error is not None:
            _log.warning("%s could not say %r: %s", said.by, said.text, error)

    def _wait(self, said: Said, tries: int) -> None:
        """Somebody who isn't on the stage may have said it: then it is dropped in the end."""
        if tries < _AGAIN:
            self._again.append((said, tries + 1))


def _told(name: str, done: Future[Any]) -> None:
    if done.exception() is not None:
        _log.warning("%s could not follow: %s", name, done.exception())

"""One profile as ``app`` keeps it, in the form that the window asks for (``ports.Host``)."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

from presencemap.app import entry
from presencemap.app.clock import now_ms
from presencemap.app.commands import Command
from presencemap.app.gazetteer import Gazetteer
from presencemap.app.node import Node
from presencemap.app.notices import Notice
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.domain.person import Profile
from presencemap.domain.precision import Precision
from presencemap.domain.team import Inviters
from presencemap.ui.ports import InvitePreview


class ProfileHost:
    """The profile at `paths`; its node is run with `options`."""

    def __init__(self, paths: ProfilePaths, options: Options | None = None) -> None:
        self._paths = paths
        self._options = replace(options or Options(), window=True)

    @property
    def preferences(self) -> Path:
        """The window's own file."""
        return self._paths.settings

    @property
    def cache(self) -> Path:
        """Where pictures of the map are kept."""
        return self._paths.cache / "map"

    @property
    def towns(self) -> Gazetteer:
        """The gazetteer of the installation."""
        return Gazetteer.load()

    def in_team(self) -> bool:
        """Whether the profile has a team."""
        return entry.has_team(self._paths)

    def preview_invite(self, link: str) -> InvitePreview:
        """Read and verify a link. The inviter's name is as good as the way the link came."""
        invitation = entry.preview_invite(link, now_ms())
        return InvitePreview(invitation.team, invitation.inviter, invitation.invite.expires)

    def create_team(
        self, name: str, profile: Profile, inviters: Inviters, precision: Precision
    ) -> None:
        """Found a team."""
        entry.create_team(
            self._paths, name, profile, now_ms(), inviters=inviters, precision=precision
        )

    def join_team(self, link: str, profile: Profile, precision: Precision) -> None:
        """Join by a link."""
        entry.join_team(self._paths, link, profile, now_ms(), precision=precision)

    def start_node(self, tell: Callable[[Notice], None]) -> "RunningNode":
        """Start the node on its own thread."""
        return RunningNode(Node(self._paths, self._options, tell))


class RunningNode:
    """A node that may be asked before it is ready: it answers once it is."""

    def __init__(self, node: Node) -> None:
        self._node = node
        self._ready = node.start()

    def post(self, command: Command) -> Future[Any]:
        """Hand a command on; the future has its answer or why there is none."""
        return self._once_ready(lambda: self._node.post(command))

    def examine(self) -> Future[Any]:
        """Look into the network, once the node is ready."""
        return self._once_ready(self._node.examine)

    def search(self, text: str) -> Future[Any]:
        """Ask what is known about a text, once the node is ready."""
        return self._once_ready(lambda: self._node.search(text))

    def _once_ready(self, asked: Callable[[], Future[Any]]) -> Future[Any]:
        answer: Future[Any] = Future()

        def hand_on(ready: Future[Any]) -> None:
            error = ready.exception()
            if error is not None:
                answer.set_exception(error)
            else:
                asked().add_done_callback(hand_back)

        def hand_back(done: Future[Any]) -> None:
            if done.cancelled():
                answer.cancel()
                return
            error = done.exception()
            if error is not None:
                answer.set_exception(error)
            else:
                answer.set_result(done.result())

        self._ready.add_done_callback(hand_on)
        return answer

    def stop(self, deadline: float = 1.0) -> bool:
        """Leave; False if that took longer than `deadline` seconds."""
        return self._node.stop(deadline)

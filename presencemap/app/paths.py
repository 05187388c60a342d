"""Where a profile's files lie: keys, records, settings, the control socket."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

PROFILE_VARIABLE: Final = "PRESENCEMAP_PROFILE"
_LONGEST_SOCKET: Final = 100
"""Bytes; the kernel takes 108 with its end mark (sun_path), macOS 104."""


@dataclass(frozen=True, slots=True)
class ProfilePaths:
    """The directories of one profile."""

    config: Path
    data: Path
    cache: Path

    @classmethod
    def at(cls, directory: Path | None) -> Self:
        """Everything under ``directory``, else under ``PRESENCEMAP_PROFILE``, else the platform's.

        Nothing is made here; what writes makes what it needs.
        """
        given = directory or os.environ.get(PROFILE_VARIABLE)
        if given:
            root = Path(given).expanduser().absolute()
            return cls(root, root, root / "cache")
        # Here, since a named profile doesn't need it and it takes longer than the command line.
        from platformdirs import PlatformDirs  # noqa: PLC0415

        dirs = PlatformDirs("presencemap", appauthor=False)
        return cls(dirs.user_config_path, dirs.user_data_path, dirs.user_cache_path)

    @property
    def keys(self) -> Path:
        """The directory of the key files."""
        return self.data / "keys"

    @property
    def database(self) -> Path:
        """The records."""
        return self.data / "records.db"

    @property
    def lock(self) -> Path:
        """Held by the one process that runs on this profile."""
        return self.data / "lock"

    @property
    def entering(self) -> Path:
        """There while a team is being founded or joined; after it was cut short, too."""
        return self.data / "entering"

    @property
    def sharing(self) -> Path:
        """Whether the node shares, pauses or stays off the network; without it, it shares."""
        return self.data / "sharing"

    @property
    def precision(self) -> Path:
        """How precisely places are shared; without it, as they are chosen."""
        return self.data / "precision"

    @property
    def home(self) -> Path:
        """The town of home, where its owner chose to share one."""
        return self.data / "home"

    @property
    def links(self) -> Path:
        """The links that were saved, for this profile's owner alone."""
        return self.data / "links"

    @property
    def unsent(self) -> Path:
        """What was said and can still be undone; there is none while nothing waits."""
        return self.data / "unsent"

    @property
    def settings(self) -> Path:
        """The window's settings."""
        return self.config / "settings.json"

    @property
    def control(self) -> Path:
        """The control socket; elsewhere where the profile's own path is too long for one."""
        near = self.data / "control.sock"
        if len(os.fsencode(near)) <= _LONGEST_SOCKET:
            return near
        name = hashlib.blake2b(os.fsencode(near), digest_size=8).hexdigest()
        user = getattr(os, "getuid", lambda: "user")()
        return Path(tempfile.gettempdir()) / f"presencemap-{user}" / name / "control.sock"

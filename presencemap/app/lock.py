"""The lock of a profile: one process runs on it at a time, and a second one is told so in words."""

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from filelock import FileLock, Timeout

from presencemap.app.paths import ProfilePaths
from presencemap.domain.errors import ProfileInUse, ProfileNotWritable, ProfileUnreadable
from presencemap.domain.wrong import Wrong
from presencemap.store.private import make_directory

with suppress(ImportError):  # Windows has none
    import fcntl

_IN_USE = (
    "Presence Map already runs on this profile. Use that one, stop it first, "
    "or name another profile with --profile DIR."
)


class Lock(Protocol):
    """A profile that this process alone has."""

    def release(self, force: bool = False) -> None:  # noqa: FBT001, FBT002 - as filelock has it
        """Let go of it."""


@dataclass(frozen=True, slots=True)
class ReadLock:
    """The lock of a profile that can only be read."""

    descriptor: int

    def release(self, force: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as above
        """Let go of it."""
        os.close(self.descriptor)


def locked(paths: ProfilePaths) -> Lock:
    """The profile for this process alone, until it is released.

    Raises:
        ProfileInUse: another process has it.
        ProfileNotWritable: its directory can't be written; nothing was changed.
    """
    make_directory(paths.data)
    lock = FileLock(paths.lock, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise ProfileInUse(_IN_USE) from None
    except OSError as error:
        raise ProfileNotWritable(
            f"{paths.data} can't be written ({error.strerror}). Make it writable, or name another "
            "profile with --profile DIR; nothing was changed.",
            Wrong.FOLDER_READ_ONLY,
            path=paths.data,
        ) from error
    return lock


def locked_to_read(paths: ProfilePaths) -> Lock:
    """The same where nothing can be written, by the file that earlier runs left there.

    Raises:
        ProfileInUse: another process has it.
        ProfileUnreadable: that file isn't there, or this system locks by writing alone.
    """
    if "fcntl" not in globals():
        raise ProfileUnreadable(
            f"{paths.data} can't be written. Make it writable.",
            Wrong.FOLDER_READ_ONLY,
            path=paths.data,
        )
    try:
        descriptor = os.open(paths.lock, os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise ProfileUnreadable(
            f"{paths.lock} can't be read ({error.strerror}).", Wrong.FILE_UNREAD, path=paths.lock
        ) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise ProfileInUse(_IN_USE) from None
    return ReadLock(descriptor)


def free_within(paths: ProfilePaths, seconds: float) -> bool:
    """Whether the process that runs on the profile lets go of it in that time."""
    try:
        with FileLock(paths.lock, timeout=seconds, mode=0o600):
            return True
    except Timeout:
        return False

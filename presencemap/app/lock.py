"""The lock of a profile: one process runs on it at a time, and a second one is told so in words."""

from filelock import FileLock, Timeout

from presencemap.app.paths import ProfilePaths
from presencemap.domain.errors import ProfileInUse, ProfileUnreadable
from presencemap.store.private import make_directory


def locked(paths: ProfilePaths) -> FileLock:
    """The profile for this process alone, until it is released.

    Raises:
        ProfileInUse: another process has it.
        ProfileUnreadable: its directory can't be written; nothing was changed.
    """
    make_directory(paths.data)
    lock = FileLock(paths.lock, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise ProfileInUse(
            "Presence Map already runs on this profile. Use that one, stop it first, "
            "or name another profile with --profile DIR."
        ) from None
    except OSError as error:
        raise ProfileUnreadable(
            f"{paths.data} can't be written ({error.strerror}). Make it writable, or name another "
            "profile with --profile DIR; nothing was changed."
        ) from error
    return lock


def free_within(paths: ProfilePaths, seconds: float) -> bool:
    """Whether the process that runs on the profile lets go of it in that time."""
    try:
        with FileLock(paths.lock, timeout=seconds, mode=0o600):
            return True
    except Timeout:
        return False

"""Files and directories that only their owner reads: made that way, never merely made so later.

Knows nothing of what is in them. Where the platform has no modes (Windows), the user's own
directory is the protection, and modes are left alone.
"""

import contextlib
import logging
import os
import re
import secrets
from pathlib import Path

from presencemap.domain.errors import EnvironmentFault, ProfileUnreadable
from presencemap.domain.wrong import Wrong

_FILE_MODE = 0o600
_DIRECTORY_MODE = 0o700
_OTHERS = 0o077
_MODES = os.name == "posix"
_CREATE = os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)

_BEGUN = re.compile(r"\..+\.[0-9a-f]{8}")

_log = logging.getLogger(__name__)


def make_directory(path: Path) -> None:
    """The directory and what is missing above it; an open one is closed to others.

    Raises:
        ProfileUnreadable: it can't be made or entered.
    """
    try:
        path.mkdir(mode=_DIRECTORY_MODE, parents=True, exist_ok=True)
    except OSError as error:
        raise ProfileUnreadable(
            f"The directory {path} can't be used ({error.strerror}). "
            "Check its permissions, or name another with --profile.",
            Wrong.FOLDER_UNUSABLE,
            path=path,
        ) from error
    tighten(path)


def create_file(path: Path) -> bool:
    """An empty file of mode 0600; False where there is one already, which is tightened.

    Raises:
        ProfileUnreadable: it can't be made.
    """
    try:
        os.close(os.open(path, os.O_RDWR | _CREATE, _FILE_MODE))
    except FileExistsError:
        tighten(path)
        return False
    except OSError as error:
        raise ProfileUnreadable(
            f"{path} can't be made ({error.strerror}). "
            "Check the directory's permissions, or name another with --profile.",
            Wrong.FOLDER_UNUSABLE,
            path=path,
        ) from error
    return True


def tighten(path: Path) -> None:
    """Take away what others may do with a file or directory; said in the log where it was needed.

    Raises:
        ProfileUnreadable: that isn't ours to change.
    """
    if not _MODES:
        return
    try:
        mode = path.stat().st_mode & 0o777
        if mode & _OTHERS:
            path.chmod(mode & ~_OTHERS)
            _log.info("%s was open to others (%03o); now only you can read it", path, mode)
    except OSError as error:
        raise ProfileUnreadable(
            f"{path} can't be kept from others ({error.strerror}). It must belong to you; "
            "check who owns it.",
            Wrong.FILE_OF_ANOTHER,
            path=path,
        ) from error


def read_file(path: Path, limit: int) -> bytes | None:
    """The content, None where there is no such file.

    Raises:
        ProfileUnreadable: it can't be read, or is over ``limit`` bytes.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ProfileUnreadable(
            f"{path} can't be read ({error.strerror}). It must belong to you and be readable; "
            "nothing was changed.",
            Wrong.FILE_UNREAD,
            path=path,
        ) from error
    if len(data) > limit:
        raise ProfileUnreadable(
            f"{path} is far too large; put it back from a backup.",
            Wrong.FILE_DAMAGED,
            path=path,
        )
    tighten(path)
    return data


def write_file(path: Path, data: bytes) -> None:
    """All of the content or, whatever happens, what was there before; on the disk on return.

    Raises:
        EnvironmentFault: it can't be written.
    """
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with open(
            fresh, "wb", opener=lambda name, flags: os.open(name, flags | _CREATE, _FILE_MODE)
        ) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
        _sync_directory(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise EnvironmentFault(
            f"{path} can't be written ({error.strerror}). Check the free space and the "
            "permissions of its directory, then try again; nothing was changed.",
            Wrong.FILE_NOT_WRITTEN,
            path=path,
        ) from error


def remove_file(path: Path) -> None:
    """It is gone on return, also where it never was.

    Raises:
        EnvironmentFault: it can't be removed.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise EnvironmentFault(
            f"{path} can't be removed ({error.strerror}).", Wrong.FILE_NOT_REMOVED, path=path
        ) from error


def sweep(directory: Path) -> None:
    """Remove what ``write_file`` had begun there when its process was killed."""
    with contextlib.suppress(OSError):
        for path in directory.glob(".*"):
            if _BEGUN.fullmatch(path.name):
                path.unlink()


def _sync_directory(path: Path) -> None:
    """A rename is on the disk when its directory is; Windows has no such call."""
    if not _MODES:
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

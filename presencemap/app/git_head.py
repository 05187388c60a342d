"""The HEAD of a git repository, read from its files: git isn't run, and nothing is written.

Owns where git keeps it, beside a work tree and elsewhere. What HEAD says, ``domain.cue`` knows.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from presencemap.domain.cue import SourceUnreadable, Trouble

_MOST: Final = 4096
"""Bytes: such files have one line."""
_ELSEWHERE: Final = "gitdir:"


@dataclass(frozen=True, slots=True)
class Head:
    """What HEAD says, and when that was last worked on (seconds since 1970)."""

    text: str
    touched: float


def head_of(folder: str) -> Head:
    """The HEAD of the repository of which that folder is the work tree; ``~`` is my home.

    Raises:
        SourceUnreadable: there is none, or it can't be read.
    """
    try:
        tree = Path(folder).expanduser()
        if not tree.is_absolute():
            raise SourceUnreadable(folder, Trouble.NOT_WHOLE)
        if not tree.is_dir():
            raise SourceUnreadable(folder, Trouble.NO_FOLDER)
        kept = _kept(tree)
        if kept is None or not (kept / "HEAD").is_file():
            raise SourceUnreadable(folder, Trouble.NO_REPOSITORY)
        # A commit and a checkout write the one, staging the other.
        touched = max(_touched(kept / name) for name in ("HEAD", "index"))
        return Head(_line(kept / "HEAD"), touched)
    except RuntimeError as error:  # ~somebody, whom this machine doesn't know
        raise SourceUnreadable(folder, Trouble.NO_FOLDER) from error
    except (OSError, ValueError) as error:  # a name with a zero byte is the latter
        raise SourceUnreadable(folder, Trouble.UNREADABLE) from error


def _kept(tree: Path) -> Path | None:
    """Where git keeps the state: in the work tree, or where a file says (worktrees, submodules)."""
    beside = tree / ".git"
    if beside.is_dir():
        return beside
    if not beside.is_file():
        return None
    before, found, where = _line(beside).partition(_ELSEWHERE)
    return tree / where.strip() if found and not before else None


def _line(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(_MOST).decode("utf-8", "replace").strip()


def _touched(path: Path) -> float:
    return path.stat().st_mtime if path.is_file() else 0.0

"""The HEAD of a repository, read from its files as git leaves them."""

import os
import subprocess
from pathlib import Path

import pytest

from presencemap.app.git_head import head_of
from presencemap.domain.cue import SourceUnreadable, Trouble


def git(folder: Path, *words: str) -> None:
    names = {
        f"GIT_{who}_{what}": "x@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), **names}
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, env=environment)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A repository of git's own making, on a branch."""
    made = tmp_path / "tree"
    made.mkdir()
    git(made, "init", "--initial-branch", "main")
    git(made, "commit", "--allow-empty", "--message", "x")
    git(made, "checkout", "-b", "feature/peppol-inbox")
    return made


def trouble_with(folder: str) -> Trouble:
    with pytest.raises(SourceUnreadable) as raised:
        head_of(folder)
    assert raised.value.path == folder
    return raised.value.trouble


def test_the_branch_that_is_checked_out(tree: Path) -> None:
    assert head_of(str(tree)).text == "ref: refs/heads/feature/peppol-inbox"
    git(tree, "checkout", "--detach")
    assert len(head_of(str(tree)).text) == 40


def test_a_worktree_keeps_it_where_its_file_says(tree: Path) -> None:
    git(tree, "worktree", "add", "../other", "-b", "fix/vat")
    other = tree.parent / "other"
    assert (other / ".git").is_file()
    assert head_of(str(other)).text == "ref: refs/heads/fix/vat"
    where = os.path.relpath(tree / ".git" / "worktrees" / "other", other)
    (other / ".git").write_text(f"gitdir: {where}\n")
    assert head_of(str(other)).text == "ref: refs/heads/fix/vat"


def test_home_may_be_written_short(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tree.parent))
    assert head_of("~/tree") == head_of(str(tree))


def test_when_it_was_last_worked_on(tree: Path) -> None:
    head, index = tree / ".git" / "HEAD", tree / ".git" / "index"
    index.write_bytes(b"")
    os.utime(head, (1000, 1000))
    os.utime(index, (3000, 3000))
    assert head_of(str(tree)).touched == 3000
    index.unlink()
    assert head_of(str(tree)).touched == 1000


def test_what_is_no_work_tree_says_so(tree: Path, tmp_path: Path) -> None:
    assert trouble_with("") is Trouble.NOT_WHOLE
    assert trouble_with("tree") is Trouble.NOT_WHOLE
    assert trouble_with(str(tmp_path / "gone")) is Trouble.NO_FOLDER
    assert trouble_with("~nobody-by-this-name/x") is Trouble.NO_FOLDER
    assert trouble_with(str(tmp_path)) is Trouble.NO_REPOSITORY
    assert trouble_with(str(tmp_path / "a\0b")) in {Trouble.UNREADABLE, Trouble.NO_FOLDER}
    assert trouble_with(str(tmp_path / ("x" * 300))) in {Trouble.UNREADABLE, Trouble.NO_FOLDER}
    (tree / ".git" / "HEAD").unlink()
    assert trouble_with(str(tree)) is Trouble.NO_REPOSITORY


def test_a_file_of_git_that_leads_nowhere_is_no_repository(tmp_path: Path) -> None:
    beside = tmp_path / ".git"
    for text in ("gitdir: /nowhere/at/all\n", "something else\n", "xgitdir: .\n", ""):
        beside.write_text(text)
        assert trouble_with(str(tmp_path)) is Trouble.NO_REPOSITORY


def test_a_head_that_can_not_be_read_says_so(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "open", refuse)
    assert trouble_with(str(tree)) is Trouble.UNREADABLE


def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    os.mkfifo(tmp_path / ".git" / "HEAD")
    assert trouble_with(str(tmp_path)) is Trouble.NO_REPOSITORY


def test_of_a_long_file_only_the_beginning_is_read(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_bytes(b"\xff" + b"x" * 100_000)
    assert len(head_of(str(tmp_path)).text) == 4096

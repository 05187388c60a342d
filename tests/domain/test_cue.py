"""What may be said of a branch and of a calendar."""

import pytest

from presencemap.domain.cue import (
    Cue,
    CueKind,
    Entry,
    SourceUnreadable,
    Trouble,
    branch_cue,
    entry_cue,
)
from presencemap.domain.graphemes import length
from presencemap.domain.status import MAX_TEXT
from presencemap.domain.text import clean


def said(branch: str) -> str | None:
    cue = branch_cue(f"ref: refs/heads/{branch}\n")
    return cue.text if cue is not None else None


@pytest.mark.parametrize(
    ("branch", "text"),
    [
        ("feature/peppol-inbox", "peppol inbox"),
        ("feature/PEP-123-peppol-inbox", "PEP-123 peppol inbox"),
        ("PEP-123_peppol_inbox", "PEP-123 peppol inbox"),
        ("PEP-123", "PEP-123"),
        ("fix/vat-prefix", "fix vat prefix"),
        ("FEAT/vat-prefix", "vat prefix"),
        ("release/2.1", "release 2.1"),
        ("anna/feature/vat", "anna feature vat"),
        ("peppol--inbox", "peppol inbox"),
        ("xPEP-123", "xPEP 123"),
        ("PEP-123x", "PEP 123x"),
        ("feature", "feature"),
        ("main-menu", "main menu"),
        ("crème-brûlée", "crème brûlée"),
    ],
)
def test_a_branch_is_said_in_words(branch: str, text: str) -> None:
    assert branch_cue(f"ref: refs/heads/{branch}\n") == Cue(CueKind.BRANCH, branch, text)


@pytest.mark.parametrize("trunk", ["main", "master", "Main", "develop", "trunk"])
def test_a_trunk_says_nothing(trunk: str) -> None:
    assert said(trunk) is None


@pytest.mark.parametrize(
    "head",
    [
        "",
        "3f786850e387550fdab836ed7e6dc881de23001b\n",
        "ref: refs/remotes/origin/vat\n",
        "ref: refs/heads/.invalid\n",
        "ref: refs/heads/\n",
        "ref: refs/heads/feature/-\n",
        "garbage ref: refs/heads/vat",
    ],
)
def test_where_no_branch_is_checked_out_nothing_is_said(head: str) -> None:
    assert branch_cue(head) is None


def test_what_can_not_be_seen_is_left_out() -> None:
    assert said("peppol\u202einbox") == "peppolinbox"


def test_a_long_name_is_cut_to_what_fits() -> None:
    text = said("x" * 200)
    assert text is not None
    assert length(text) == MAX_TEXT
    assert text.endswith("x…")
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    cut = said(family * 141)
    assert cut is not None
    assert length(cut) <= MAX_TEXT
    assert clean(cut) == cut, "nothing half of a character that can't be seen"
    assert said(family * 140) == family * 140


REVIEW = Entry("Peppol review", 1000, 5000)


def test_what_stands_in_the_calendar_now() -> None:
    cue = Cue(CueKind.ENTRY, "Peppol review", "Peppol review", 5000)
    assert entry_cue([REVIEW], 1000) == cue
    assert entry_cue([REVIEW], 4999) == cue
    assert entry_cue([REVIEW], 999) is None
    assert entry_cue([REVIEW], 5000) is None
    assert entry_cue([], 1000) is None


def test_of_several_what_began_last_and_ends_first() -> None:
    day, long, short = (
        Entry("Acme", 0, 9000),
        Entry("Workshop", 2000, 6000),
        Entry("Demo", 2000, 3000),
    )
    for entries in ([day, long, short], [short, long, day]):
        cue = entry_cue(entries, 2500)
        assert cue is not None
        assert (cue.text, cue.until) == ("Demo", 3000)


def test_an_entry_without_a_title_says_nothing() -> None:
    assert entry_cue([Entry(" \u200b ", 0, 9000)], 1) is None
    assert entry_cue([Entry("  Acme,\n kick-off ", 0, 9000)], 1) == Cue(
        CueKind.ENTRY, "Acme, kick-off", "Acme, kick-off", 9000
    )


def test_a_long_title_is_cut_its_name_is_whole() -> None:
    cue = entry_cue([Entry("word " * 50, 0, 9000)], 1)
    assert cue is not None
    assert length(cue.text) <= MAX_TEXT
    assert len(cue.name) == 249


def test_a_source_that_can_not_be_read_says_which_and_why() -> None:
    error = SourceUnreadable("/work/x", Trouble.NO_FOLDER)
    assert (error.path, error.trouble) == ("/work/x", Trouble.NO_FOLDER)
    assert "/work/x" in str(error)

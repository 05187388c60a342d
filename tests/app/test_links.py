"""Saved links: kept in a file of their owner, found among what was shared, erased for good."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from presencemap.app import links as module
from presencemap.app.link_commands import RemoveLink, SaveLink, ShowLinks
from presencemap.app.links import load_links
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import SayPost
from presencemap.domain.errors import Ambiguous, InvalidInput, NotFound, ProfileUnreadable, Refused
from presencemap.domain.post import PostKind

GUIDE = SaveLink("https://docs.example/peppol", "Billing guide", ("peppol",))


@pytest.fixture
def desk(anna: ProfilePaths) -> Iterator[StoreDesk]:
    with StoreDesk(anna) as opened:
        yield opened


def shown(desk: StoreDesk, words: str = "", about: str | None = None) -> list[dict[str, Any]]:
    found = desk.obey(ShowLinks(words, about))
    assert isinstance(found, list)
    return found


def test_a_link_is_kept_over_a_restart_for_its_owner_alone(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        desk.obey(GUIDE)
    with StoreDesk(anna) as desk:
        [link] = shown(desk)
    assert link == {
        "url": "https://docs.example/peppol", "title": "Billing guide", "host": "docs.example",
        "topics": ["peppol"], "at": link["at"], "shared": False,
        "because": {"topics": [], "words": []},
    }  # fmt: skip
    assert anna.links.stat().st_mode & 0o077 == 0


def test_of_a_known_one_what_isnt_said_anew_stays(desk: StoreDesk) -> None:
    answers = [desk.obey(GUIDE), desk.obey(SaveLink("docs.example/peppol", topics=("vat",)))]
    assert [answer["known"] for answer in answers if isinstance(answer, dict)] == [False, True]
    [link] = shown(desk)
    assert (link["title"], link["topics"]) == ("Billing guide", ["vat", "peppol"])


def test_words_beside_an_address_are_its_title(desk: StoreDesk) -> None:
    desk.obey(SaveLink("https://docs.example/a the guide to #vat"))
    [link] = shown(desk)
    assert (link["title"], link["topics"]) == ("the guide to #vat", ["vat"])


def test_what_is_erased_is_in_no_file_of_the_profile(desk: StoreDesk, anna: ProfilePaths) -> None:
    desk.obey(GUIDE)
    holds = [path for path in anna.data.rglob("*") if path.is_file() and _has(path, b"Billing")]
    assert holds == [anna.links]
    desk.obey(RemoveLink("billing guides"))
    assert not [p for p in anna.data.rglob("*") if p.is_file() and _has(p, b"Billing")]
    assert shown(desk) == []


def test_what_a_killed_write_left_goes_at_the_next_start(anna: ProfilePaths) -> None:
    left = anna.links.with_name(".links.0123abcd")
    left.write_bytes(b"Billing")
    with StoreDesk(anna):
        assert not left.exists()


def test_one_is_named_by_its_address_or_by_words_that_fit_it_alone(desk: StoreDesk) -> None:
    desk.obey(GUIDE)
    desk.obey(SaveLink("https://docs.example/peppol/more", "More on billing"))
    with pytest.raises(Ambiguous, match="peppol/more"):
        desk.obey(RemoveLink("billing"))
    for nothing in (" ", "lunch"):
        with pytest.raises(NotFound):
            desk.obey(RemoveLink(nothing))
    gone = desk.obey(RemoveLink("https://docs.example/peppol"))
    assert isinstance(gone, dict)
    assert gone["title"] == "Billing guide"
    [left] = shown(desk)
    assert left["title"] == "More on billing"


def test_so_many_are_kept_at_most(desk: StoreDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_SAVED", 1)
    desk.obey(GUIDE)
    desk.obey(GUIDE)
    with pytest.raises(Refused, match="1 links"):
        desk.obey(SaveLink("https://other.example"))
    with pytest.raises(InvalidInput):
        desk.obey(SaveLink("http://insecure.example"))
    assert len(shown(desk)) == 1


def test_the_best_matches_for_what_somebody_is_on_come_first(desk: StoreDesk) -> None:
    desk.obey(GUIDE)
    desk.obey(SaveLink("https://eat.example", "Lunch"))
    desk.obey(SayPost(PostKind.LINK, "Rules of #vat", ("https://vat.example",)))
    desk.obey(SayPost(PostKind.LINK, "Again", ("https://vat.example", GUIDE.url)))
    fits = shown(desk, about="Bills bounce #peppol #vat")
    assert [fit["url"] for fit in fits] == [
        "https://docs.example/peppol", "https://vat.example", "https://eat.example",
    ]  # fmt: skip
    assert [fit["shared"] for fit in fits] == [False, True, False]
    assert fits[0]["because"] == {"topics": ["peppol"], "words": ["bills"]}
    assert [fit["url"] for fit in shown(desk, "lunch", "#peppol")] == ["https://eat.example"]
    assert len(shown(desk)) == 2, "what was only shared isn't among the saved ones"


def test_a_damaged_file_is_said_and_left_alone(desk: StoreDesk, anna: ProfilePaths) -> None:
    anna.links.write_bytes(b"[{")
    with pytest.raises(ProfileUnreadable, match="damaged"):
        shown(desk)
    with pytest.raises(ProfileUnreadable):
        desk.obey(GUIDE)
    assert anna.links.read_bytes() == b"[{"
    assert load_links(anna.data / "nothing") == []


def _has(path: Path, data: bytes) -> bool:
    return data in path.read_bytes()

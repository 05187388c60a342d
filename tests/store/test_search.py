from collections.abc import Iterator

import pytest

from presencemap.store.search import Entry, Reaction, SearchIndex


@pytest.fixture
def index() -> Iterator[SearchIndex]:
    made = SearchIndex()
    yield made
    made.close()


def entry(name: bytes, stems: str, **more: object) -> Entry:
    return Entry(name, "anna", "activity", 5, f"text of {name!r}", stems, name, **more)  # type: ignore[arg-type]


def names(index: SearchIndex, *words: str) -> list[bytes]:
    return [each.name for each in index.entries(index.holding(words, 9))]


def test_what_has_one_of_the_words_is_found_the_newest_first(index: SearchIndex) -> None:
    index.put(
        [entry(b"1", "peppol vat"), entry(b"2", "peppol"), entry(b"3", "vat"), entry(b"4", "")]
    )
    assert names(index, "peppol") == [b"1", b"2"]
    assert names(index, "peppol", "vat") == [b"1", b"2", b"3"]
    assert index.holding(["peppol", "vat"], 2) == [3, 2]
    assert names(index, "nothing") == []


def test_a_topic_is_not_the_word(index: SearchIndex) -> None:
    index.put([entry(b"1", "btw #btw"), entry(b"2", "btw")])
    assert names(index, "#btw") == [b"1"]
    assert names(index, "btw") == [b"1", b"2"]


def test_what_was_done_with_a_post_comes_by_the_post(index: SearchIndex) -> None:
    done = Reaction(b"r", b"1", "bram", "thank")
    index.put([entry(b"1", "peppol"), entry(b"2", "vat")], [done])
    assert index.reactions([b"1"]) == [done]
    assert index.reactions([b"2"]) == []


def test_entries_come_by_their_post_and_by_what_they_are_about(index: SearchIndex) -> None:
    index.put([entry(b"1", "a"), entry(b"2", "b", of=b"1")])
    assert [each.name for each in index.versions([b"1", b"9"])] == [b"1"]
    (reply,) = index.about([b"1"])
    assert reply == entry(b"2", "", of=b"1", number=2)


def test_words_come_back_and_are_counted(index: SearchIndex) -> None:
    index.put([entry(b"1", "peppol vat"), entry(b"2", "vat vat")])
    assert index.stems([1, 2]) == ["peppol vat", "vat vat"]
    assert index.counts() == ({"peppol": 1, "vat": 2}, 2)

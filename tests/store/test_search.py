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


def test_what_has_a_word_of_each_is_found(index: SearchIndex) -> None:
    index.put(
        [entry(b"1", "e invoic"), entry(b"2", "e"), entry(b"3", "invoice e"), entry(b"4", "")]
    )
    assert index.holding_each([["e"], ["invoic", "invoice"]], 9) == [3, 1]
    assert index.holding_each([["e"], ["invoic", "invoice"]], 1) == [3]


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


def test_words_come_back_and_entries_are_counted(index: SearchIndex) -> None:
    index.put([entry(b"1", "peppol vat"), entry(b"2", "vat vat")])
    assert index.stems([2, 1]) == ["peppol vat", "vat vat"]
    assert index.count() == 2


def test_what_is_let_go_of_comes_back_with_its_words_and_is_gone(index: SearchIndex) -> None:
    index.put([entry(b"1", "peppol"), entry(b"2", "vat")], [Reaction(b"r", b"2", "b", "thank")])
    assert index.has(b"1")
    assert index.has(b"r")
    assert index.drop(b"1") == [entry(b"1", "peppol", number=1)]
    assert index.drop(b"r") == []
    assert not index.has(b"1")
    assert not index.has(b"r")
    assert names(index, "peppol", "vat") == [b"2"]
    assert index.reactions([b"2"]) == []


def test_no_byte_of_it_is_left_once_tidy(index: SearchIndex) -> None:
    for batch in range(30):
        some = [entry(f"{batch} {n}".encode(), f"word{batch}x{n} also") for n in range(50)]
        index.put([*some, entry(f"secret{batch}".encode(), f"zzhidden{batch:02}")])
    for batch in (3, 17):
        index.drop(f"secret{batch}".encode())
    assert index.memory().count(b"hidden03") > 0, "FTS5 leaves it"
    first = index.tidy()
    index.drop(b"secret20")
    while not index.tidy():
        first = False
    assert not first, "it takes more than a step"
    kept = index.memory()
    assert b"hidden19" in kept
    for gone in (b"03", b"17", b"20"):
        assert b"hidden" + gone not in kept
        assert b"text of b'secret%d'" % int(gone) not in kept
    assert index.tidy()

"""What topics are called, whatever was said of them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from presencemap.domain.topic_names import AS_WRITTEN, TopicNames

KEYS = "abcdef"


def test_where_nothing_was_said_all_are_called_as_they_are_written() -> None:
    assert AS_WRITTEN.name("Peppol") == "Peppol"
    assert AS_WRITTEN.names(["b", "a"]) == ("b", "a")
    assert AS_WRITTEN.keys("Privé") == {"prive"}
    assert (AS_WRITTEN.key("Privé"), AS_WRITTEN.renamed()) == ("prive", [])


def test_a_topic_that_was_renamed_has_the_name_that_was_written_in_any_spelling() -> None:
    names = TopicNames({"pc": "Computer", "vat": "VAT"})
    assert names.names(["pc", "computer", "Vat", "sql"]) == ("Computer", "VAT", "sql")
    assert names.keys("PC") == names.keys("computer") == {"pc", "computer"}
    assert (names.joined("pc"), names.joined("vat")) == (("pc",), ())
    assert names.renamed() == ["Computer", "VAT"]


def test_its_own_word_on_how_it_is_written_goes_first_then_the_first_of_the_others() -> None:
    assert TopicNames({"pc": "COMPUTER", "computer": "Computer"}).name("pc") == "Computer"
    assert TopicNames({"pc": "COMPUTER", "computer": "computer"}).name("pc") == "computer"
    names = TopicNames({"pc": "computer", "mac": "Computer"})
    assert names.names(["pc", "mac"]) == ("Computer",)
    assert names.joined("computer") == ("mac", "pc")


def test_a_topic_is_known_by_what_it_is_called_and_by_all_that_is_part_of_it() -> None:
    names = TopicNames({"peppol": "E-invoicing", "e-facturatie": "peppol"})
    every = ("E-invoicing", "e-facturatie", "peppol")
    assert names.known_as("PEPPOL") == names.known_as("e-invoicing") == every
    assert names.known_in(["on #peppol and #e-facturatie", "", "#sql"]) == (*every, "sql")
    assert AS_WRITTEN.known_in(["on #peppol"]) == (), "found by what is written"


def test_words_that_together_name_a_topic_of_several_names_are_one() -> None:
    names = TopicNames({"peppol": "E-Invoicing", "e-invoicing-b2b": "peppol"})
    asked = ["the", "e", "invoicing", "b2b", "e", "invoicing", "e", "peppol", "invoicing"]
    assert list(names.parted(asked)) == [
        (("the",), ""),
        (("e", "invoicing", "b2b"), "e-invoicing"),
        (("e", "invoicing"), "e-invoicing"),
        (("e",), ""),
        (("peppol",), "e-invoicing"),
        (("invoicing",), ""),
    ]
    assert list(AS_WRITTEN.parted(["e", "invoicing"])) == [(("e",), ""), (("invoicing",), "")]


def test_the_word_by_which_a_topic_is_found_tells_which_it_is() -> None:
    names = TopicNames({"e-facturatie": "Peppol"})
    assert [names.tagged(word) for word in ("efacturatie", "peppol", "sql")] == [
        "Peppol", "Peppol", "sql",
    ]  # fmt: skip


def test_a_chain_is_followed_to_its_end() -> None:
    said = dict(pairwise(KEYS))
    assert TopicNames(said).names(KEYS) == ("f",)
    assert TopicNames(said | {"c": "c"}).names(KEYS) == ("c", "f"), "parted"
    assert TopicNames(said | {"f": "F"}).names(KEYS) == ("F",)


def test_who_join_each_one_with_the_others_made_one_topic_by_the_first() -> None:
    names = TopicNames({"b": "c", "c": "B", "d": "b", "a": "d"})
    assert names.names("abcd") == ("b",)
    assert names.joined("c") == ("a", "c", "d")


def test_a_flood_of_chains_costs_what_it_has() -> None:
    many = {f"t{n}": f"t{n + 1}" for n in range(20_000)}
    assert TopicNames(many).name("t0") == "t20000"
    assert TopicNames(many | {"t20000": "t0"}).name("t7") == "t0"


def test_names_are_the_same_where_the_same_was_said() -> None:
    one, other = TopicNames({"a": "b", "c": "D"}), TopicNames({"c": "D", "a": "b"})
    assert one == other
    assert hash(one) == hash(other)
    assert one != TopicNames({"a": "b"})
    assert one != {"a": "b", "c": "D"}


@given(
    said=st.dictionaries(st.sampled_from(KEYS), st.sampled_from(KEYS + KEYS.upper())),
    order=st.randoms(use_true_random=False),
)
def test_whatever_is_said_each_is_in_one_topic_and_the_order_is_no_matter(
    said: dict[str, str], order: object
) -> None:
    names = TopicNames(said)
    shuffled = sorted(said.items(), key=lambda _: order.random())  # type: ignore[attr-defined]
    again = TopicNames(dict(shuffled))
    for key in KEYS:
        assert names.name(key) == again.name(key)
        assert key in names.keys(key)
        assert names.name(names.name(key)) == names.name(key)
        assert {names.name(each) for each in names.keys(key)} == {names.name(key)}
        said_of_it = said.get(key, key).lower()
        assert names.key(key) == names.key(said_of_it), "with what it is called, always"
    assert {names.key(topic) for topic in names.renamed()} <= {names.key(key) for key in KEYS}

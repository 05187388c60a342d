"""Names that are the same as they are compared."""

from presencemap.protocol.namesakes import Namesakes


def test_the_same_name_in_another_spelling_is_found_until_it_is_gone() -> None:
    names = Namesakes()
    names.add("a", "Chloé Dubois")
    names.add("b", "chloe  dubois")
    names.add("c", "Cleo Dubois")
    assert (names.of("a"), names.of("b"), names.of("c")) == ({"b"}, {"a"}, set())
    names.add("b", "Bram")
    assert (names.of("a"), names.of("b")) == (set(), set())
    names.add("c", "CHLOÉ-DUBOIS")
    assert names.of("c") == {"a"}
    names.discard("a")
    names.discard("unknown")
    assert (names.of("c"), names.of("a")) == (set(), set())
    names.clear()
    names.add("d", "Chloé Dubois")
    assert names.of("d") == set()

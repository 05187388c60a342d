"""The index of what topics are called follows what is held."""

from itertools import permutations

import pytest

from presencemap.protocol import glossary
from presencemap.protocol.glossary import Glossary
from presencemap.protocol.shelf import Held
from presencemap.protocol.signing import Signer
from presencemap.protocol.topic import TopicBody
from tests.protocol.adds import post, signed
from tests.protocol.lan import NOW
from tests.protocol.statements import ANNA, BRAM


def word(topic: str, name: str, *, author: Signer = BRAM, at: int = NOW) -> Held:
    return Held.of(signed(TopicBody(rev=1, topic=topic, name=name), author=author, at=at), NOW)


def test_what_is_said_holds_while_it_is_held() -> None:
    book, hello = Glossary(), Held.of(post("#pc"), NOW)
    pc, mac = word("pc", "Computer"), word("mac", "pc", author=ANNA)
    before = book.names
    for held in (pc, mac, hello):
        book.put(held)
    assert book.names.names(["mac", "pc"]) == ("Computer",)
    assert before.name("pc") == "pc", "a name that was given stays what it was"
    assert book.names is book.names, "made once"
    for held in (hello, pc):
        book.take_off(held)
    assert book.names.names(["mac", "pc"]) == ("pc",)
    book.take_off(mac)
    assert book.names.said == {}


def test_of_one_author_the_newest_count_in_whatever_order_they_came(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(glossary, "OF_ONE", 2)
    words = [word(topic, "z", at=NOW + at) for at, topic in enumerate("abc")]
    words.append(word("d", "z", author=ANNA, at=0))
    for order in permutations(words):
        book = Glossary()
        for held in order:
            book.put(held)
        assert book.names.said == {"b": "z", "c": "z", "d": "z"}
    book.take_off(words[2])
    assert book.names.said == {"a": "z", "b": "z", "d": "z"}


def test_a_word_is_in_use_while_anything_of_its_topic_is() -> None:
    book = Glossary()
    assert book.in_use(["pc"]) == set()
    for held in (word("pc", "computer"), word("mac", "pc"), word("vat", "VAT")):
        book.put(held)
    assert book.in_use(["mac"]) == book.in_use(["computer"]) == {"pc", "mac"}
    assert book.in_use([]) == set()

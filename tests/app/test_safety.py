"""The words that two people read to each other."""

import pytest

from presencemap.app.safety import check_words, word_list, words_of
from presencemap.domain.errors import Refused
from presencemap.domain.text import fold


def test_a_word_for_each_byte_none_like_another() -> None:
    words = word_list()
    assert len(words) == len(set(words)) == 256
    assert all(word == fold(word) and 4 <= len(word) <= 9 for word in words)
    assert list(words) == sorted(words)


def test_the_words_are_compared_as_people_type_them() -> None:
    words = words_of(bytes((0, 1, 255)))
    assert words == (word_list()[0], word_list()[1], word_list()[255])
    check_words(f" {words[0].upper()}, {words[1]}\n{words[2]}.", words)
    for wrong in ("", " ".join(words[:2]), " ".join(reversed(words))):
        with pytest.raises(Refused, match="not the words"):
            check_words(wrong, words)

"""What somebody struggles with, said in other words, and other matters on the same topic.

Of each theme's questions and lines of work two words are left out, or one is left out, another
mistyped and some added, as who says it again does. Another matter is another one on that topic.
"""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tests.expertise.company import HERE

_MORE: Final = {"nl": "nog steeds bij Boreas", "en": "still stuck at Boreas"}
_SLIP_FROM: Final = 5


@dataclass(frozen=True)
class Pair:
    """Two texts, and whether they are the same matter."""

    before: str
    after: str
    same: bool
    held_out: bool


def pairs() -> list[Pair]:
    """Of all twenty themes."""
    return [*_pairs("themes_1.toml", held_out=False), *_pairs("themes_2.toml", held_out=True)]


def told_apart(some: list[Pair], same: Callable[[str, str], bool]) -> tuple[float, float]:
    """(the part of what is the same that is taken for it, the same of what isn't)."""
    taken = {
        kind: [same(each.before, each.after) for each in some if each.same is kind]
        for kind in (True, False)
    }
    return sum(taken[True]) / len(taken[True]), sum(taken[False]) / len(taken[False])


def _pairs(file: str, *, held_out: bool) -> Iterator[Pair]:
    for theme in tomllib.loads((HERE / file).read_text("utf-8")).values():
        for language in ("nl", "en"):
            tag = theme["tags"][language][0]
            said = [asked[0] for asked in theme["asks"][language]] + theme["work"][language]
            said = [text.replace("{client}", "Acme") for text in said]
            for one, other in combinations(said, 2):
                yield Pair(f"{one} #{tag}", f"{other} #{tag}", same=False, held_out=held_out)
            for text in said:
                for after in _again(text, _MORE[language]):
                    yield Pair(f"{text} #{tag}", after, same=True, held_out=held_out)


def _again(text: str, more: str) -> Iterator[str]:
    words = text.split()
    for first, second in combinations(range(len(words)), 2):
        left = [word for at, word in enumerate(words) if at not in (first, second)]
        yield " ".join(left)
        if len(words[first]) >= _SLIP_FROM:
            yield " ".join((*left[:first], _mistyped(words[first]), *left[first:], more))


def _mistyped(word: str) -> str:
    """Two letters change places."""
    return word[:2] + word[3] + word[2] + word[4:]

"""Towns by name, offline: what "Gent", "Ghent" or "'s Hertogenbosch, NL" means and where it is.

Owns the reading of resources/places/towns.tsv.gz (packaging/build_gazetteer.py writes it). Knows
nothing of places, people or screens.

The file is one text of three sections: countries, towns by falling population, sorted name keys.
It stays lines of text that are bisected; what isn't asked for never becomes an object, so that the
command line has it ready in some 50 ms.
"""

import gzip
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, cached_property
from math import cos, hypot, log10, radians
from string import ascii_lowercase
from typing import NamedTuple

from presencemap.app.resources import resource
from presencemap.domain.errors import TownUnknown
from presencemap.domain.text import fold
from presencemap.domain.wrong import Wrong

BENELUX = frozenset({"BE", "NL", "LU"})
MIDDLE = (51.2, 4.9)
"""Degrees; what lies near it is meant sooner than what lies far."""

_SAINTS = (("st", "sint"), ("st", "saint"), ("ste", "sainte"), ("st", "sankt"))
_MEANT = 3
"""Towns that may be meant by a mistyped name, at most."""


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place: `country` as ISO 3166 alpha-2, `lat` and `lon` in degrees (WGS 84)."""

    name: str
    country: str
    population: int
    lat: float
    lon: float

    @property
    def label(self) -> str:
        """Name and country, as `find` understands it again: "Gent, BE"."""
        return f"{self.name}, {self.country}"


def name_key(name: str) -> str:
    """What two spellings of one name share: no case, accent, punctuation or space."""
    return fold(name).replace(" ", "")


class _Lines(NamedTuple):
    countries: dict[str, str]
    iso: frozenset[str]
    towns: list[str]
    names: list[str]


def _installed() -> str:
    return gzip.decompress(resource("places", "towns.tsv.gz").read_bytes()).decode()


class Gazetteer:
    """All towns, read when somebody first asks. Immutable else: any thread may ask."""

    def __init__(self, read: Callable[[], str] = _installed) -> None:
        self._read = read

    @staticmethod
    @cache
    def load() -> "Gazetteer":
        """The gazetteer of the installation."""
        return Gazetteer()

    @cached_property
    def _lines(self) -> _Lines:
        """Read in some 50 ms, and 15 MB: a window that opens doesn't wait for it."""
        countries, towns, names = self._read().split("\n\n")
        known = dict(line.split("\t") for line in countries.split("\n"))
        return _Lines(known, frozenset(known.values()), towns.split("\n"), names.split("\n"))

    def find(self, text: str) -> Town | None:
        """The town that a person means by `text`: "Gand", "den bosch", "Gent, BE"."""
        name, country = self._hint(text)
        for key in _spellings(name):
            found = [
                (_weight(town, mark == "="), town)
                for _, town, mark in self._under(key, exact=True)
                if country in (None, town.country)
            ]
            if found:
                return max(found, key=lambda pair: pair[0])[1]
        return None

    def resolve(self, text: str) -> Town:
        """As `find`.

        Raises:
            TownUnknown: with the towns that may be meant, in a sentence.
        """
        town = self.find(text)
        if town is not None:
            return town
        near = [town.label for town in self.similar(text)]
        advice = f"Did you mean {' or '.join(near)}?" if near else "Give a larger town nearby."
        raise TownUnknown(
            f'No town is known as "{text.strip()}". {advice}', Wrong.TOWN_UNKNOWN, town=text.strip()
        )

    def suggest(self, text: str, limit: int = 8) -> list[Town]:
        """Towns of which a name begins with `text`, the likeliest first; none for no text."""
        name, country = self._hint(text)
        best: dict[int, tuple[float, Town]] = {}
        for key in _spellings(name):
            for index, town, mark in self._under(key, exact=False):
                if country in (None, town.country):
                    # Half of a foreign name is rarely what is being typed: "an" is no Brussels.
                    weight = _weight(town, mark == "=") - (1.5 if mark == "~" else 0.0)
                    if index not in best or weight > best[index][0]:
                        best[index] = (weight, town)
        ranked = sorted(best.values(), key=lambda pair: -pair[0])
        return [town for _, town in ranked[:limit]]

    def similar(self, text: str) -> list[Town]:
        """Towns with a name like the mistyped `text`, for "did you mean"."""
        name, country = self._hint(text)
        key = name_key(name)
        if len(key) < 3:
            return []
        start, end = self._range(key[0])
        matcher = SequenceMatcher(b=key, autojunk=False)
        best: dict[str, tuple[float, Town]] = {}
        for line in self._lines.names[start:end]:
            candidate = line.split("\t", 1)[0]
            if abs(len(candidate) - len(key)) > 2:
                continue
            matcher.set_seq1(candidate)
            if matcher.real_quick_ratio() < 0.75 or matcher.quick_ratio() < 0.75:
                continue
            ratio = matcher.ratio()
            if ratio < 0.75:
                continue
            _, town, mark = self._parse(line)
            if country in (None, town.country):
                # A likely town beats an unlikely one that is a letter closer.
                weight = ratio * 12 + _weight(town, mark == "=")
                if town.label not in best or weight > best[town.label][0]:
                    best[town.label] = (weight, town)
        ranked = sorted(best.values(), key=lambda pair: -pair[0])
        return [town for _, town in ranked[:_MEANT]]

    def nearly(self, text: str) -> list[Town]:
        """Towns whose name is one mistake away from `text`: quick enough while somebody types."""
        name, country = self._hint(text)
        key = name_key(name)
        if len(key) < 3:
            return []
        best: dict[str, tuple[float, Town]] = {}
        for spelling in _one_mistake(key):
            for _, town, mark in self._under(spelling, exact=True):
                weight = _weight(town, mark == "=")
                if country in (None, town.country) and weight > best.get(town.label, (0.0,))[0]:
                    best[town.label] = (weight, town)
        ranked = sorted(best.values(), key=lambda pair: -pair[0])
        return [town for _, town in ranked[:_MEANT]]

    @cache  # noqa: B019  one gazetteer lives as long as the process
    def towns(self) -> Sequence[Town]:
        """All towns, the most populous first.

        Takes some 120 ms the first time: not for the GUI thread.
        """
        return tuple(_town(line) for line in self._lines.towns)

    def _hint(self, text: str) -> tuple[str, str | None]:
        """Splits "Gent, BE" into name and country; an unknown country stays in the name."""
        name, comma, last = text.rpartition(",")
        if not comma:
            return text, None
        hint = last.strip()
        country = (
            hint.upper()
            if hint.upper() in self._lines.iso
            else self._lines.countries.get(name_key(hint))
        )
        return (name, country) if country else (text, None)

    def _range(self, key: str) -> tuple[int, int]:
        """The lines whose key begins with `key`."""
        return bisect_left(self._lines.names, key), bisect_left(
            self._lines.names, key + "\U0010ffff"
        )

    def _under(self, key: str, *, exact: bool) -> Iterator[tuple[int, Town, str]]:
        if not key:
            return
        start, end = self._range(key + "\t" if exact else key)
        yield from map(self._parse, self._lines.names[start:end])

    def _parse(self, line: str) -> tuple[int, Town, str]:
        index = int(line[line.index("\t") + 1 : -1])
        return index, _town(self._lines.towns[index]), line[-1]


def _town(line: str) -> Town:
    name, country, population, lat, lon = line.split("\t")
    return Town(name, country, int(population), float(lat), float(lon))


def _weight(town: Town, own_name: bool) -> float:  # noqa: FBT001
    """How likely it is meant: its size, and whether it is in reach and bears this name at home."""
    weight = log10(town.population + 1)
    north = town.lat - MIDDLE[0]
    east = (town.lon - MIDDLE[1]) * cos(radians(MIDDLE[0]))
    if town.country in BENELUX:
        weight += 1.5
    elif hypot(north, east) < 4:
        weight += 0.7
    return weight + (0.7 if own_name else 0.0)


def _one_mistake(key: str) -> set[str]:
    """A letter too many, too few or another one, or two that changed places."""
    halves = [(key[:at], key[at:]) for at in range(len(key) + 1)]
    others = [(left, right, letter) for left, right in halves for letter in ascii_lowercase]
    return {
        *(left + right[1:] for left, right in halves if right),
        *(left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1),
        *(left + letter + right for left, right, letter in others),
        *(left + letter + right[1:] for left, right, letter in others if right),
    }


def _spellings(name: str) -> Iterator[str]:
    """The key of a name, then with its saint written in full."""
    yield name_key(name)
    first, _, rest = name.strip().replace("-", " ").replace(".", " ").partition(" ")
    for short, full in _SAINTS:
        if first.casefold() == short and rest.strip():
            yield name_key(full + rest)

"""Who is called the same as whom, as names are compared: a name is no proof of a person."""

from collections import defaultdict

from presencemap.domain.text import fold


class Namesakes:
    """The names of people, as their profiles give them."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._people: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, person: str, name: str) -> None:
        """A person is called so from now on."""
        self.discard(person)
        self._names[person] = fold(name)
        self._people[fold(name)].add(person)

    def discard(self, person: str) -> None:
        """A person's name is gone."""
        name = self._names.pop(person, None)
        if name is not None:
            self._people[name].discard(person)
            if not self._people[name]:
                del self._people[name]

    def of(self, person: str) -> set[str]:
        """The others of that person's name."""
        name = self._names.get(person)
        return set() if name is None else self._people[name] - {person}

    def clear(self) -> None:
        """Nobody is known."""
        self._names.clear()
        self._people.clear()

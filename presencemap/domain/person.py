"""A person as colleagues see them: a key, and the profile that its owner wrote."""

from dataclasses import dataclass

from presencemap.domain.contact import ContactWay
from presencemap.domain.errors import InvalidInput, TextTooLong
from presencemap.domain.text import clean
from presencemap.domain.wrong import Wrong

MAX_NAME = 60
MAX_TALENT = 40
MAX_TALENTS = 24
MAX_CONTACTS = 8


@dataclass(frozen=True, slots=True)
class Profile:
    """Name, talents and contact ways, in their owner's order."""

    name: str
    talents: tuple[str, ...] = ()
    contacts: tuple[ContactWay, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A member: ``id`` is the person's public key in hex, 64 digits."""

    id: str
    profile: Profile

    @property
    def name(self) -> str:
        """The name the person goes by."""
        return self.profile.name

    @property
    def initials(self) -> str:
        """One or two letters, of the first and the last word of the name."""
        words = [word for word in self.name.split() if word[0].isalnum()]
        letters = [words[0][0], *(words[-1][0] for _ in words[1:2])] if words else ["?"]
        return "".join(letters).upper()


def profile_said(name: str, talents: tuple[str, ...], contacts: tuple[ContactWay, ...]) -> Profile:
    """A profile from what its owner typed.

    Raises:
        InvalidInput: no name, or too many talents or contact ways.
        TextTooLong: a name over 60 or a talent over 40 characters.
    """
    name = clean(name)
    kept = tuple(dict.fromkeys(filter(None, map(clean, talents))))
    if not name:
        raise InvalidInput(
            "A name is needed: colleagues have to know who you are.",
            Wrong.PERSON_UNNAMED,
        )
    if len(name) > MAX_NAME:
        raise TextTooLong(len(name), MAX_NAME)
    for talent in kept:
        if len(talent) > MAX_TALENT:
            raise TextTooLong(len(talent), MAX_TALENT)
    if len(kept) > MAX_TALENTS:
        raise InvalidInput(
            f"At most {MAX_TALENTS} talents fit; leave some out.",
            Wrong.TALENTS_FULL,
            most=MAX_TALENTS,
        )
    ways = tuple(dict.fromkeys(contacts))
    if len(ways) > MAX_CONTACTS:
        raise InvalidInput(
            f"At most {MAX_CONTACTS} contact ways fit; leave some out.",
            Wrong.CONTACTS_FULL,
            most=MAX_CONTACTS,
        )
    return Profile(name, kept, ways)

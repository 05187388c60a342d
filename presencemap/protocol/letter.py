"""Letters: what the box of a note holds, and the body of the record that carries the box.

Knows neither keys nor who may read what.
"""

from typing import Annotated, Final

from pydantic import Field, ValidationError

from presencemap.domain.note import MAX_NOTE
from presencemap.domain.topic import MAX_TOPIC
from presencemap.protocol.fields import BASE64, Clean, Hash, HexKey, Model

MAX_SEALED: Final = 6_500


class NoteBody(Model):
    """Kind ``note``. ``sealed``: a letter; ``stub``: whom it is for, for its author alone."""

    sealed: Annotated[str, Field(max_length=MAX_SEALED, pattern=BASE64)]
    stub: Annotated[str, Field(max_length=96, pattern=BASE64)]


class Introduced(Model):
    """To whom one is introduced, and on what; ``id`` is the same in the letters to both."""

    id: Hash
    person: HexKey
    topic: Annotated[str, Field(max_length=MAX_TOPIC, pattern=r"^[\w-]*$"), Clean]


class Letter(Model):
    """By whom, and a text, or which introduction is declined.

    Who wrote it is said inside too: either of the two can make the box.
    """

    author: HexKey
    text: Annotated[str, Field(max_length=MAX_NOTE), Clean] = ""
    introduces: Introduced | None = None
    declines: Hash | None = None

    def packed(self) -> bytes:
        """What is sealed."""
        return self.model_dump_json(exclude_defaults=True).encode()


def letter_of(data: bytes, author: str) -> Letter | None:
    """The letter in a box of that author's; None for what is none, or is another's."""
    try:
        letter = Letter.model_validate_json(data)
    except ValidationError:
        return None
    return letter if letter.author == author else None

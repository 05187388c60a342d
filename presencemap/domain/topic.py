"""Topics: the ``#tags`` in a text."""

import re
from typing import Final

from presencemap.domain.text import fold

MAX_TOPIC: Final = 64
"""Characters, without the ``#``."""

_TAG = re.compile(r"#(?<![\w#&]#)(\w[\w-]*)")
"""The sign first: so most of a text is passed over quickly."""


def topics_in(text: str) -> tuple[str, ...]:
    """The topics of a text, lower case, in order, each once; ``#1`` alone is a number, no topic."""
    found = (match.rstrip("-_").casefold() for match in _TAG.findall(text))
    return tuple(dict.fromkeys(topic for topic in found if topic and not topic.isdecimal()))


def tags(text: str) -> tuple[str, ...]:
    """The topics of a text as one word each, merged by accent and hyphen."""
    return tuple(dict.fromkeys(fold(topic).replace(" ", "") for topic in topics_in(text)))

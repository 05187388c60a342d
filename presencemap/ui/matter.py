"""What a colleague said that I could help with: a question or an activity in the stream.

Owns nothing of how it is helped. Knows no widget.
"""

from dataclasses import dataclass

from presencemap.domain.post import PostKind


@dataclass(frozen=True, slots=True)
class Matter:
    """By whom (id), the words, and the post that says it; ``post`` is "" for a status alone."""

    person: str
    text: str
    kind: PostKind = PostKind.QUESTION
    post: str = ""

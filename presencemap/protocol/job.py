"""Jobs: the bodies of the records that name one, and that say what a person is on.

Who is on a job is said by each for themselves, all at once: what one left is in no record.
"""

from typing import Annotated

from pydantic import Field

from presencemap.domain.job import MAX_JOBS, MAX_TOPICS
from presencemap.domain.person import MAX_NAME
from presencemap.domain.topic import MAX_TOPIC
from presencemap.protocol.fields import Clean, Hash, Model, Revision

Topic = Annotated[str, Field(min_length=1, max_length=MAX_TOPIC, pattern=r"^[^\s#]+$"), Clean]


class JobBody(Model):
    """Kind ``job``: a register per key that anyone writes."""

    rev: Revision
    key: Hash
    name: Annotated[str, Field(min_length=1, max_length=MAX_NAME), Clean]
    topics: Annotated[tuple[Topic, ...], Field(max_length=MAX_TOPICS)]


class WorkBody(Model):
    """Kind ``work``: a register of its author, the keys of the jobs that they are on."""

    rev: Revision
    jobs: Annotated[tuple[Hash, ...], Field(max_length=MAX_JOBS)]

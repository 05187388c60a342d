"""Topics: the body of the record that says what one is called.

One name says all: another spelling renames it, another topic's name joins it with that one, its own
parts it again.
"""

from presencemap.protocol.fields import Model, Revision, TopicKey, TopicName


class TopicBody(Model):
    """Kind ``topic``: a register per topic that anyone writes."""

    rev: Revision
    topic: TopicKey
    name: TopicName

"""Ends: the body of the record by which a person's older statuses end with one that has an until.

A status with an until is gone when that has passed, and with it what says that an older one was
replaced. Its author may have left by then, and who never heard of it would bring the older one
back. So the end is said beforehand, without a word of either.
"""

from presencemap.protocol.fields import Hash, Millis, Model, Revision


class EndBody(Model):
    """Kind ``end``: a register of its author.

    From ``after`` on no status of theirs counts up to that one: ``upto`` is its ``rev``, ``of`` its
    H16, and the device is the one that signs.
    """

    rev: Revision
    upto: Revision
    of: Hash
    after: Millis

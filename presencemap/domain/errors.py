"""The errors of the whole program, in three families, each handled once.

Every message is a sentence that says what went wrong and what to do, for the command line. Their
types, not their texts, decide about exit codes (``cli``), and with ``wrong`` about translations
(``ui``).
"""

from collections.abc import Mapping
from types import MappingProxyType

from presencemap.domain.wrong import Wrong


class PresenceMapError(Exception):
    """The root. A child that is none of those below is our own bug: logged with its traceback.

    ``wrong``: which of its type's errors it is; None where the type says it, and where a node over
    there had it. ``facts``: what translations fill in, by name.
    """

    wrong: Wrong | None = None
    facts: Mapping[str, object] = MappingProxyType({})

    def __init__(self, sentence: str = "", wrong: Wrong | None = None, **facts: object) -> None:
        super().__init__(sentence)
        self.wrong, self.facts = wrong, facts


class PeerError(PresenceMapError):
    """A peer sent what it may not: counted and dropped, never shown as our own failure."""


class Ourselves(PeerError):
    """The peer is this very node, by another of its addresses: no fault of anybody's."""


class EnvironmentFault(PresenceMapError):
    """The machine fails us (disk, port, network): told in plain words, the app goes on."""


class SharingNotKept(EnvironmentFault):
    """Whether the owner shares was changed, and can't be kept for the next start yet."""


class PortTaken(EnvironmentFault):
    """Another program listens on the address that was asked for."""


class ProfileUnreadable(EnvironmentFault):
    """A key file or the database of the profile can't be read."""


class ProfileNotWritable(ProfileUnreadable):
    """The directory of the profile can be read and not written."""


class OpenedToRead(EnvironmentFault):
    """The profile can't be written: what is in it is shown, and nothing of one's own is said."""


class DatabaseDamaged(ProfileUnreadable):
    """The database of the profile is broken; what remains of it can be set aside."""


class RecordsSetAside(EnvironmentFault):
    """A database that couldn't be used was set aside, and a new one begun.

    ``kept``: the name under which the old one is, "" where there was none.
    """

    def __init__(self, sentence: str, kept: str = "") -> None:
        super().__init__(sentence, Wrong.RECORDS_KEPT if kept else None, name=kept)
        self.kept = kept


class NodeBusy(EnvironmentFault):
    """The node of this profile has it, and doesn't answer now."""


class DiskFull(EnvironmentFault):
    """There is no space to write."""


class DiskReadOnly(EnvironmentFault):
    """What we would write to may only be read."""


class UserError(PresenceMapError):
    """What a person asked for can't be done as asked; nothing was changed."""


class Refused(UserError):
    """Not allowed: not a member, not in a team, against a limit."""


class TextTooLong(Refused):
    """A text over its limit."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(
            f"That is {length} characters; at most {limit} fit. "
            f"Shorten it by {length - limit}; nothing was shared.",
            Wrong.TEXT_TOO_LONG,
            length=length,
            limit=limit,
        )
        self.length = length
        self.limit = limit


class InviteUnreadable(Refused):
    """An invite link that is cut, mistyped or of something else."""


class InviteExpired(Refused):
    """An invite link whose days are over."""


class AlreadyInTeam(Refused):
    """The profile has a team; one team a profile."""


class NoTeam(Refused):
    """The profile has no team yet."""


class RemovedFromTeam(Refused):
    """Somebody put this profile's person out of the team."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(
            sentence
            or "You were removed from this team, so nobody tells you anything new, and nothing of "
            "yours is shared. Ask a colleague why. To begin anew with another invite: "
            "presencemap team leave --unheard"
        )


class ProfileInUse(Refused):
    """Another process runs on this profile."""


class Ambiguous(Refused):
    """A name that fits several people or places."""


class NotFound(UserError):
    """A town, place or person that nobody knows."""


class TownUnknown(NotFound):
    """A town that the gazetteer doesn't have."""


class InvalidInput(UserError):
    """A value that can't be understood: a contact way, a time, coordinates."""


class MapTemplateUnusable(InvalidInput):
    """An address by which no pictures of a map may be fetched."""


class PictureUnreadable(InvalidInput):
    """A file that is no PNG, JPEG or WebP picture, or a damaged one."""


class PictureTooLarge(InvalidInput):
    """A picture of too many bytes or pixels."""


class NodeNotRunning(UserError):
    """A command that needs a running node of this profile."""

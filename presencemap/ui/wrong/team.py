"""One's profile, the team and its colleagues, and invites: what is wrong, in words."""

from PySide6.QtCore import QCoreApplication

from presencemap.domain.wrong import Wrong

translate = QCoreApplication.translate


def words() -> dict[Wrong, str]:
    """Each in the window's language; in braces what the error's ``facts`` fill in."""
    return {
        Wrong.PERSON_UNNAMED: translate(
            "Sentences", "A name is needed: colleagues have to know who you are."
        ),
        Wrong.TALENTS_FULL: translate("Sentences", "At most {most} talents fit. Leave some out."),
        Wrong.CONTACTS_FULL: translate(
            "Sentences", "At most {most} contact ways fit. Leave some out."
        ),
        Wrong.CONTACT_TOO_LONG: translate("Sentences", "An address has at most {most} characters."),
        Wrong.NO_PHONE: translate(
            "Sentences", "“{text}” is no phone number. Write it like +32 9 555 01 42."
        ),
        Wrong.NO_MAIL: translate(
            "Sentences", "“{text}” is no address. Write it like anna@team.example."
        ),
        Wrong.NO_WEB: translate(
            "Sentences", "“{text}” is no web address. Write it like https://team.example/anna."
        ),
        Wrong.TEAM_UNNAMED: translate("Sentences", "A team needs a name."),
        Wrong.SHARING_PAUSED: translate("Sentences", "Sharing is paused. Share again first."),
        Wrong.PERSON_UNKNOWN: translate("Sentences", "That colleague isn't in the team any more."),
        Wrong.WORDS_OF_ONESELF: translate(
            "Sentences", "That is you. Compare words with a colleague."
        ),
        Wrong.WORDS_DIFFER: translate(
            "Sentences",
            "These are not the words that this computer shows. If you both read them right,"
            " the person you talk to isn't the one in the team: tell who invited them.",
        ),
        Wrong.NOBODY_HEARS_LEAVING: translate(
            "Sentences",
            "No colleague is here to hear that you leave, so they would go on showing you. "
            "Leave when one is online.",
        ),
        Wrong.REMOVES_ONESELF: translate("Sentences", "That is you. Leave the team instead."),
        Wrong.REMOVES_STEWARD: translate(
            "Sentences",
            "Only who founded the team can remove a steward: the team's root key is needed for it.",
        ),
        Wrong.REMOVES_ANOTHERS: translate(
            "Sentences",
            "Only a steward, or who invited them, can remove a colleague. Ask one of them.",
        ),
        Wrong.NO_ROOT: translate(
            "Sentences",
            "Only who founded the team appoints stewards: the team's root key is needed for"
            " it, and this profile doesn't have it.",
        ),
        Wrong.STEWARD_ALREADY: translate("Sentences", "{name} is a steward already."),
        Wrong.INVITES_STEWARDS: translate(
            "Sentences", "Only this team's stewards invite. Ask one of them."
        ),
        Wrong.INVITES_ROW: translate(
            "Sentences",
            "The row of invitations that you came in by is as long or as full as it can be."
            " Have a steward invite them.",
        ),
        Wrong.INVITE_OF_ANOTHER: translate(
            "Sentences", "Only a steward, or who made the invite, can withdraw it."
        ),
        Wrong.INVITE_UNKNOWN: translate("Sentences", "That invite isn't here any more."),
        Wrong.INVITE_DAYS: translate("Sentences", "An invite lasts 1 to {most} days."),
        Wrong.INVITE_USES: translate("Sentences", "An invite can be used 1 to {most} times."),
        Wrong.INVITE_HINTS: translate("Sentences", "At most {most} addresses fit in a link."),
        Wrong.MAP_UNATTRIBUTED: translate("Sentences", "Say whose map it is."),
        Wrong.MAP_STEWARDS: translate(
            "Sentences", "Only this team's stewards choose its map server. Ask one of them."
        ),
        Wrong.MAP_UNMET: translate(
            "Sentences", "You can choose the team's map server once a colleague has met you."
        ),
        Wrong.MAP_CHANGED_TOO_OFTEN: translate(
            "Sentences", "This was changed too often, and can't be changed as long as all stay."
        ),
    }

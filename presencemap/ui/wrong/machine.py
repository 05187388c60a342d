"""Addresses, ports and files of this computer: what is wrong, in words."""

from PySide6.QtCore import QCoreApplication

from presencemap.domain.wrong import Wrong

translate = QCoreApplication.translate


def words() -> dict[Wrong, str]:
    """Each in the window's language; in braces what the error's ``facts`` fill in."""
    return {
        Wrong.NOT_DIALLABLE: translate(
            "Sentences", "“{text}” is no address to connect to. Write it like office-pc:47800."
        ),
        Wrong.PEER_UNKNOWN: translate(
            "Sentences", "{address} isn't among the addresses that were added."
        ),
        Wrong.NETWORK_SILENT: translate(
            "Sentences",
            "Colleagues on this network can't be found by themselves. Add one by address, "
            "in Network.",
        ),
        Wrong.CONNECTIONS_FULL: translate(
            "Sentences",
            "This program may have {most} files and connections open, and nearly all are: "
            "no further colleague's computer is let in or called. Let this computer allow "
            "more, and start again.",
        ),
        Wrong.PORT_TAKEN: translate(
            "Sentences",
            "Port {port} is taken by another program. Stop that program, and start again.",
        ),
        Wrong.PORT_FORBIDDEN: translate(
            "Sentences", "This account may not listen on port {port}. Choose one above 1023."
        ),
        Wrong.PORT_TOO_HIGH: translate("Sentences", "The port to listen on is below {most}."),
        Wrong.HOST_STRANGE: translate(
            "Sentences", "This computer can't listen on {host}. Choose one of its own addresses."
        ),
        Wrong.FOLDER_UNUSABLE: translate(
            "Sentences",
            "Your profile can't be used, and nothing was changed: {path} can't be made or "
            "opened. Check its permissions.",
        ),
        Wrong.FOLDER_READ_ONLY: translate(
            "Sentences",
            "Your profile can't be used, and nothing was changed: {path} can't be written. "
            "Make it writable.",
        ),
        Wrong.FILE_UNREAD: translate(
            "Sentences",
            "Your profile can't be used, and nothing was changed: {path} can't be read. It "
            "must belong to you and be readable.",
        ),
        Wrong.FILE_OF_ANOTHER: translate(
            "Sentences",
            "Your profile can't be used, and nothing was changed: {path} can't be kept from"
            " others. It must belong to you.",
        ),
        Wrong.FILE_DAMAGED: translate(
            "Sentences",
            "Your profile can't be used, and nothing was changed: {path} is damaged. Put it"
            " back from a backup.",
        ),
        Wrong.FILE_MISSING: translate(
            "Sentences",
            "Your profile can't be used, and nothing was changed: {path} is missing. Put it"
            " back from a backup.",
        ),
        Wrong.FILE_OF_ANOTHER_TEAM: translate(
            "Sentences",
            "Your profile can't be used, and nothing was changed: {path} belongs to another"
            " team. Put the right one back.",
        ),
        Wrong.PROFILE_OF_ANOTHER: translate(
            "Sentences", "{path} holds another person's key. Choose another profile."
        ),
        Wrong.PROOF_LOST: translate(
            "Sentences",
            "Your profile can't be used, and nothing was changed: what proves that you are "
            "in the team is damaged or gone. Put the profile back from a backup, or join "
            "again by an invite, with another profile.",
        ),
        Wrong.RECORDS_NEWER: translate(
            "Sentences",
            "Your profile can't be used, and nothing was changed: {path} was written by a "
            "newer Presence Map. Install that version, or a later one.",
        ),
        Wrong.RECORDS_OLDER: translate(
            "Sentences",
            "Your profile can't be used, and nothing was changed: {path} was written by "
            "another version of Presence Map, and can't be brought up to date while it "
            "can't be written.",
        ),
        Wrong.RECORDS_STRANGE: translate(
            "Sentences",
            "Your profile can't be used, and nothing was changed: {path} belongs to another"
            " program. Move it away.",
        ),
        Wrong.RECORDS_NOT_ASIDE: translate(
            "Sentences",
            "{path} is damaged and can't be set aside. Check the permissions of its folder;"
            " nothing was deleted.",
        ),
        Wrong.RECORDS_KEPT: translate(
            "Sentences",
            "Your records were damaged, and are kept aside as {name}. What could be read "
            "was taken over; colleagues' programs send the rest. Nothing was deleted.",
        ),
        Wrong.DISK_FAILS: translate(
            "Sentences", "The disk reports an error at {path}. Check its space and its health."
        ),
        Wrong.RECORDS_HELD: translate(
            "Sentences", "Another program holds {path}. Close that program, then try again."
        ),
        Wrong.DISK_TAKES_NO_MORE: translate(
            "Sentences",
            "The disk takes no larger file than {path} is. Move the profile to another disk.",
        ),
        Wrong.LINKS_DAMAGED: translate(
            "Sentences",
            "{path} is damaged, so saved links can't be shown. Put it back from a backup, "
            "or move it away; nothing was changed.",
        ),
        Wrong.FILE_NOT_WRITTEN: translate(
            "Sentences",
            "{path} can't be written. Check the free space and the permissions of its "
            "folder, then try again; nothing was changed.",
        ),
        Wrong.FILE_NOT_REMOVED: translate(
            "Sentences", "{path} can't be removed. Check the permissions of its folder."
        ),
    }

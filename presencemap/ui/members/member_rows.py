"""One member, or one open invite, as a row of the members dialog: words at the left, acts right."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from presencemap.app.views import Json
from presencemap.domain.person import Person, Profile
from presencemap.ui.controls import Button, ElidedLabel, Face, Glyph, dress, two_lines
from presencemap.ui.people import wording

translate = QCoreApplication.translate


def member_notes(member: Json) -> str:
    """What is said below a member's name."""
    inviter = member["invited_by"]
    notes = [
        translate("MemberRow", "this is you") if member["me"] else "",
        translate("MemberRow", "two computers use their key: ask them") if member["cloned"] else "",
        translate("MemberRow", "steward") if member["steward"] else "",
        translate("MemberRow", "verified") if member["verified"] else "",
        "" if member["admitted"] else translate("MemberRow", "not met yet by a member"),
        translate("MemberRow", "invited by {name}").format(name=inviter) if inviter else "",
    ]
    said = ", ".join(filter(None, notes))
    return said[:1].upper() + said[1:]


def invite_notes(invite: Json, now: int) -> str:
    """What is said below an invite's name."""
    used = translate("MemberRow", "used {used} of {uses} times")
    notes = [used.format(used=invite["used"], uses=invite["uses"])]
    if invite["open"]:
        ends = round(datetime.fromisoformat(invite["expires"]).timestamp() * 1000)
        notes.append(wording.until_day(ends, now))
    if invite["overshoot"]:
        more = translate("MemberRow", "{count} more than meant, let in at the same time")
        notes.append(more.format(count=invite["overshoot"]))
    said = ", ".join(notes)
    return said[:1].upper() + said[1:]


class MemberRow(QFrame):
    """`verify`, `appoint` and `remove` are shown to whom they are of use."""

    verify_wanted = Signal(str, str)
    appoint_wanted = Signal(str, str)
    remove_wanted = Signal(str, str)

    def __init__(self, member: Json) -> None:
        super().__init__()
        self.person, self.name = str(member["person"]), member["name"] or member["person"][:12]
        shown = Person(self.person, Profile(self.name))
        face = Face(36, "surface")
        face.show_bare(shown.id, shown.name, shown.initials)
        self.notes = ElidedLabel(member_notes(member), "small", "ink2")
        self.verify = Button(self.tr("Verify …"), small=True)
        self.verify.setAccessibleName(self.tr("Verify {name}").format(name=self.name))
        self.appoint = Button(self.tr("Steward …"), small=True)
        self.appoint.setAccessibleName(self.tr("Make {name} a steward").format(name=self.name))
        self.remove = Button(self.tr("Remove …"), small=True)
        self.remove.setAccessibleName(self.tr("Remove {name}").format(name=self.name))
        for button, may in (
            (self.verify, not member["me"] and not member["verified"]),
            (self.appoint, member["may_appoint"]),
            (self.remove, member["may_remove"]),
        ):
            # Shown before it is in a row, it would be a window of its own for a moment.
            if not may:
                button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 4, 4)
        row.setSpacing(10)
        row.addWidget(face)
        row.addLayout(two_lines(_strong(self.name), self.notes), 1)
        if member["cloned"]:
            row.addWidget(Glyph("shield-alert", "danger", 18))
        elif member["verified"]:
            row.addWidget(Glyph("shield-check", "ok", 18))
        row.addWidget(self.verify)
        row.addWidget(self.appoint)
        row.addWidget(self.remove)
        self.verify.clicked.connect(lambda: self.verify_wanted.emit(self.person, self.name))
        self.appoint.clicked.connect(lambda: self.appoint_wanted.emit(self.person, self.name))
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self.person, self.name))
        self.setAccessibleName(f"{self.name}, {self.notes.text()}")


class InviteRow(QFrame):
    """`withdraw` is shown to who may."""

    withdraw_wanted = Signal(str)

    def __init__(self, invite: Json, now: int) -> None:
        super().__init__()
        by = self.tr("you") if invite["mine"] else invite["by"] or invite["id"][:8]
        name = invite["label"] or self.tr("Invite by {name}").format(name=by)
        notes = invite_notes(invite, now)
        self.withdraw = Button(self.tr("Withdraw"), small=True)
        self.withdraw.setAccessibleName(self.tr("Withdraw {name}").format(name=name))
        if not (invite["open"] and invite["may_withdraw"]):
            self.withdraw.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 4, 4)
        row.setSpacing(10)
        over = invite["overshoot"] > 0
        row.addWidget(Glyph("triangle-alert" if over else "link", "warn" if over else "ink3", 18))
        row.addLayout(two_lines(_strong(name), ElidedLabel(notes, "small", "ink2")), 1)
        row.addWidget(self.withdraw)
        self.withdraw.clicked.connect(lambda: self.withdraw_wanted.emit(invite["id"]))
        self.setAccessibleName(f"{name}, {notes}")


def _strong(text: str) -> ElidedLabel:
    label = ElidedLabel(text, "body")
    dress(label, strong=True)
    return label

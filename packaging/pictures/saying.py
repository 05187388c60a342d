"""What one says: the composer, drafts, jobs, and a struggle as a question."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect

from pictures.stage import DRAFT, Stage
from presencemap.app.cues import Found
from presencemap.app.notices import (
    JobsChanged,
    PostsChanged,
    RosterChanged,
)
from presencemap.domain.cue import Cue, CueKind, SourceUnreadable, Trouble
from presencemap.domain.roster import MINUTE
from presencemap.domain.status import Activity, Kind
from presencemap.ui.compose.asked_line import Asked
from presencemap.ui.compose.cues_dialog import CuesDialog
from presencemap.ui.compose.draft import Draft
from presencemap.ui.jobs.jobs_dialog import JobsDialog


def composer(stage: Stage) -> None:
    """Draw: composer."""
    composer = stage.shell.composer
    composer.form.chip(Kind.STRUGGLING_WITH).click()
    composer.form.text.set_text(DRAFT)
    composer.open_at(QRect())
    stage.grab(composer, "composer")
    composer.form.text.set_text(DRAFT * 3)
    stage.grab(composer, "composer-too-long")
    composer.form.text.set_text(DRAFT)
    composer.form.place.set_text("Nieuwe plek")
    stage.grab(composer, "composer-unknown-place")
    composer.form.make_place.click()
    composer.form.new_place.town.setText("Gnet")
    stage.grab(composer, "composer-new-place")
    composer.form.new_place.given_up.emit()
    composer.form.place.set_value("acme312")
    composer.form.guests.show_guests("acme312", 2)
    composer.form.guests.open()
    stage.grab(composer.form.guests.menu(), "composer-guests-menu")
    composer.form.guests.menu().close()
    stage.grab(composer, "composer-guests")
    composer.form.guests.show_guests("acme312", 0)
    composer.form.asked.asked = Asked(DRAFT, stage.made.NOW - 20 * MINUTE)
    composer.form.text.set_text(f"{DRAFT}, still")
    stage.grab(composer, "composer-asked")
    composer.form.text.set_text(DRAFT)
    composer.form.until.other_wanted.emit()
    stage.grab(composer, "composer-other-time")
    composer.form.until.changed.emit()
    composer.form.until.showPopup()
    stage.grab(composer.form.until.view().window(), "composer-until")
    composer.form.until.hidePopup()
    composer.form.place.showPopup()
    stage.grab(composer.form.place.view().window(), "composer-place")
    composer.form.place.hidePopup()
    composer.hide()


def drafts(stage: Stage) -> None:
    """Draw: drafts from git and calendar in the composer, and where they are turned on."""
    shell, composer, now = stage.shell, stage.shell.composer, stage.made.NOW
    cues = (
        Cue(CueKind.ENTRY, "x", "Acme: go-live planning with finance", now + 40 * MINUTE),
        Cue(CueKind.BRANCH, "feature/PEP-123-peppol-inbox", "PEP-123 peppol inbox"),
    )
    gone = SourceUnreadable("~/work/invoicing", Trouble.NO_FOLDER)
    composer.restore(Draft())
    composer.open_at(QRect())
    for name, found in (("", Found(cues)), ("-gone", Found(cues[1:], (gone,)))):
        composer.form.cues.learn(found)
        composer.form.text.put("x")
        composer.form.text.put("")
        stage.grab(composer, f"drafts{name}")
    composer.hide()
    window = shell.window
    window.resize(1280, 800)
    window.show()
    for name in ("", "-wrong"):
        dialog = CuesDialog(shell.cues, window)
        dialog.open()
        if name:
            dialog.on.setChecked(True)
            dialog.folders.setPlainText("/work/invoicing-that-is-gone")
            dialog.submit()
        stage.settle()
        stage.grab(dialog, f"drafts-dialog{name}")
        dialog.close()
    window.hide()


def jobs(stage: Stage) -> None:
    """Draw: the jobs of the team, on a card, in the composer, in their dialog."""
    shell, jobs = stage.shell, stage.made.jobs()
    window, composer = shell.window, shell.composer
    stage.team.take(JobsChanged(jobs))
    window.resize(1280, 800)
    window.show()
    window.open_person(stage.people.cards[1].person.id)
    stage.grab(window, "jobs-card")
    composer.open_at(QRect())
    stage.grab(composer, "jobs-composer")
    menu = composer.form.jobs.menu()
    menu.popup(QPoint(0, 0))
    stage.grab(menu, "jobs-menu")
    menu.close()
    composer.hide()
    for name, known, width in (("", jobs, 620), ("-none", (), 480)):
        stage.team.take(JobsChanged(known))
        dialog = JobsDialog(stage.team, window, jobs[1].id)
        dialog.resize(width, 400)
        dialog.show()
        if known:
            dialog.rows[jobs[0].id].rename.click()
        stage.grab(dialog, f"jobs{name}")
        dialog.close()
    window.card.close_card()
    window.hide()


def asking(stage: Stage) -> None:
    """Draw: a struggle as a question, a colleague's and mine."""
    window, made, node = stage.shell.window, stage.made, stage.nodes[0]
    window.resize(1280, 800)
    window.show()
    joris, others = stage.people.cards[1].person.id, [c.person.id for c in stage.people.cards[2:]]
    node.answers["ShowQuestion"] = made.question(1, joined=others[:2], replies=1)
    window.open_person(joris)
    stage.grab(window, "asking-theirs")
    me = stage.people.me
    activity = Activity(Kind.STRUGGLING_WITH, "The VAT prefix comes twice #peppol")
    assert me.status is not None
    status = replace(me.status, activity=activity)
    node.answers["ShowQuestion"] = None
    stage.team.take(RosterChanged((replace(me, status=status),)))
    window.open_person(me.person.id)
    stage.grab(window.card, "asking-unasked")
    node.answers["ShowQuestion"] = made.question(0, joined=others[:5], replies=3)
    replies = [made.question(n, me=False) for n in (2, 7)]
    node.answers["ShowThread"] = replies
    stage.team.take(PostsChanged())
    stage.grab(window.card, "asking-mine")
    row = window.card.question
    row.menu.popup(row.mapToGlobal(row.rect().bottomLeft()))
    stage.grab(row.menu, "asking-menu")
    row.menu.close()
    stage.team.take(RosterChanged((me,)))
    window.card.close_card()
    window.hide()


ACTS: dict[str, Callable[[Stage], None]] = {
    "composer": composer,
    "drafts": drafts,
    "jobs": jobs,
    "asking": asking,
}

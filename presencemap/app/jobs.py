"""What is asked about jobs, done on an opened team: naming, joining, leaving, listing.

Anyone may; that two who do so at once come to the same jobs is the protocol's care.
"""

import secrets
from typing import assert_never

from presencemap.app.job_commands import AddJob, EditJob, JobCommand, JoinJob, LeaveJob, ShowJobs
from presencemap.app.naming import job_named
from presencemap.app.views import Json, job_view
from presencemap.domain.job import Job
from presencemap.protocol.effects import Effect
from presencemap.protocol.endpoint import Endpoint


def obeyed(endpoint: Endpoint, command: JobCommand, now: int) -> tuple[object, list[Effect]]:
    """(answer, effects) of a command about jobs.

    Raises:
        UserError: it can't be done as asked; nothing was changed.
    """
    crews, owner = endpoint.replica.crews, endpoint.owner
    mine = tuple(job.id for job in crews.of(endpoint.me.person.id))
    if isinstance(command, ShowJobs):
        shown = [job for job in crews.jobs() if command.resting or not job.rests]
        return [job_seen(endpoint, job, now) for job in shown], []
    match command:
        case AddJob(text=text):
            job = Job.said(secrets.token_hex(16), text)
            effects = [*owner.work_on((*mine, job.id), now), *owner.put_job(job, now)]
        case EditJob(job=named, text=text):
            job = Job.said(job_named(endpoint, named).id, text)
            effects = owner.put_job(job, now)
        case JoinJob(job=named):
            job = job_named(endpoint, named)
            on = (*mine, job.id)
            effects = [] if job.id in mine else owner.work_on(on, now)
        case LeaveJob(job=named):
            job = job_named(endpoint, named)
            on = tuple(each for each in mine if each != job.id)
            effects = owner.work_on(on, now) if job.id in mine else []
        case _:
            assert_never(command)
    known = crews.job(job.id)
    assert known is not None, "just named, or found"
    return job_seen(endpoint, known, now), effects


def job_seen(endpoint: Endpoint, job: Job, now: int) -> Json:
    """A job as ``job list --json`` has it."""
    return job_view(job, lambda person: endpoint.cards.of(person, now).person.name)

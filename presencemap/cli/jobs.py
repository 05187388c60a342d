"""The commands about jobs: ``job add``, ``edit``, ``join``, ``leave`` and ``list``."""

from argparse import Namespace
from typing import Any

from presencemap.app import control
from presencemap.app.job_commands import AddJob, EditJob, JoinJob, LeaveJob, ShowJobs
from presencemap.app.paths import ProfilePaths
from presencemap.cli.answers import ask, print_rows


def job_add(arguments: Namespace, paths: ProfilePaths) -> None:
    """``job add``: whoever names a job is on it."""
    job = ask(paths, control.asked(AddJob(arguments.text)))
    print(f"{job['id'][:8]}  You are on it: {job['name']}.")


def job_edit(arguments: Namespace, paths: ProfilePaths) -> None:
    """``job edit``."""
    job = ask(paths, control.asked(EditJob(arguments.job, arguments.text)))
    print(f"Changed for everyone: {titled(job)}.")


def job_join(arguments: Namespace, paths: ProfilePaths) -> None:
    """``job join``."""
    job = ask(paths, control.asked(JoinJob(arguments.job)))
    print(f"You are on it: {job['name']}.")


def job_leave(arguments: Namespace, paths: ProfilePaths) -> None:
    """``job leave``."""
    job = ask(paths, control.asked(LeaveJob(arguments.job)))
    rests = " Nobody is, now: it rests." if job["rests"] else ""
    print(f"You are on it no more: {job['name']}.{rests}")


def job_list(arguments: Namespace, paths: ProfilePaths) -> None:
    """``job list``."""
    jobs = ask(paths, control.asked(ShowJobs(resting=arguments.all)), from_store=True)
    print_rows(jobs, job_line, as_json=arguments.json)


def titled(job: dict[str, Any]) -> str:
    """A job with its topics."""
    return " ".join((job["name"], *(f"#{topic}" for topic in job["topics"])))


def job_line(job: dict[str, Any]) -> str:
    """One line of ``job list``."""
    people = ", ".join(each["name"] or each["person"][:12] for each in job["people"])
    return f"{job['id'][:8]}  {titled(job)}: {people or 'rests'}"

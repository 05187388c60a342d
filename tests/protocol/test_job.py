"""What the records of a job, and of who is on which, may say."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from presencemap.protocol.job import JobBody, WorkBody
from presencemap.protocol.record import register_of

KEY = "7" * 32
JOB = JobBody(rev=1, key=KEY, name="Tender for Acme", topics=("bids", "größe"))
WORK = WorkBody(rev=1, jobs=(KEY, "b" * 32))


def job(**changes: Any) -> JobBody:
    said = {**JOB.model_dump(mode="json"), **changes}
    return JobBody.model_validate_json(json.dumps(said))


def work(**changes: Any) -> WorkBody:
    said = {**WORK.model_dump(mode="json"), **changes}
    return WorkBody.model_validate_json(json.dumps(said))


def test_a_job_holds_the_register_of_its_key_and_work_its_authors() -> None:
    assert register_of(job(topics=[]), "somebody") == ("job", KEY)
    assert register_of(work(jobs=[]), "somebody") == ("work", "somebody")


@pytest.mark.parametrize(
    "changes",
    [
        {"key": "home"},
        {"name": ""},
        {"name": "x" * 61},
        {"name": " bids"},
        {"topics": [""]},
        {"topics": ["#bids"]},
        {"topics": ["two words"]},
        {"topics": ["x" * 65]},
        {"topics": ["x"] * 9},
        {"people": []},
    ],
)
def test_a_job_has_bounds(changes: dict[str, Any]) -> None:
    assert job() == JOB
    with pytest.raises(ValidationError):
        job(**changes)


@pytest.mark.parametrize(
    "changes", [{"jobs": ["home"]}, {"jobs": [KEY] * 9}, {"jobs": None}, {"since": 1}]
)
def test_work_has_bounds(changes: dict[str, Any]) -> None:
    assert work() == WORK
    with pytest.raises(ValidationError):
        work(**changes)

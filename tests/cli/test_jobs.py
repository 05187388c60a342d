"""Jobs, as they are typed and told."""

import json
from pathlib import Path
from typing import Any

from presencemap.app.paths import ProfilePaths
from presencemap.cli.jobs import job_line
from tests.nodes import call


def jobs(profile: Path, *flags: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(call(profile, "job", "list", "--json", *flags))
    return listed


def test_a_job_is_named_joined_and_left(here: Path) -> None:
    said = call(here, "job", "add", "Tender for Acme #bids")
    assert said.endswith("You are on it: Tender for Acme.\n")
    [job] = jobs(here)
    assert said.startswith(job["id"][:8])
    assert [each["name"] for each in job["people"]] == ["Anna Peeters"]
    assert call(here, "job", "list") == f"{job['id'][:8]}  Tender for Acme #bids: Anna Peeters\n"
    [card] = json.loads(call(here, "who", "--json"))
    assert card["jobs"] == [{"id": job["id"], "name": "Tender for Acme"}]
    said = call(here, "job", "edit", "tender", "Tender for Acme and Bolt #bids")
    assert said == "Changed for everyone: Tender for Acme and Bolt #bids.\n"
    said = call(here, "job", "leave", "tender")
    assert said == "You are on it no more: Tender for Acme and Bolt. Nobody is, now: it rests.\n"
    assert (jobs(here), len(jobs(here, "--all"))) == ([], 1)
    assert call(here, "job", "list", "--all").endswith("Bolt #bids: rests\n")
    assert call(here, "job", "join", "tender") == "You are on it: Tender for Acme and Bolt.\n"


def test_jobs_are_listed_from_the_own_store_and_changed_through_a_node(anna: ProfilePaths) -> None:
    assert call(anna.data, "job", "list") == ""
    assert "No node of this profile" in call(anna.data, "job", "add", "Tender", code=3)


def test_of_whose_name_hasnt_come_the_id_is_shown() -> None:
    unnamed = {"person": "b" * 64, "name": ""}
    job = {"id": "a" * 32, "name": "Tender", "topics": [], "people": [unnamed]}
    assert job_line(job) == f"aaaaaaaa  Tender: {'b' * 12}"

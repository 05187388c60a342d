from pathlib import Path
from typing import Any

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.control import ask, asked
from presencemap.app.demo.script import Script
from presencemap.app.demo.stage import Stage
from presencemap.app.driver import Driver
from presencemap.app.links import load_links
from presencemap.app.offline import StoreDesk
from presencemap.app.post_commands import ShowFollows
from presencemap.domain.availability import Presence
from presencemap.domain.errors import InvalidInput
from tests.nodes import Witness, eventually, running


def everything_under(directory: Path) -> list[Path]:
    return [path for path in directory.rglob("*") if path != directory / "run"]


def all_live(witness: Witness, people: int) -> bool:
    others = [card for card in witness.cards.values() if not card.me and card.person.name]
    return len(others) == people and all(c.presence is Presence.ONLINE for c in others)


@pytest.mark.processes
def test_three_colleagues_are_live_over_real_mdns_and_the_home_stays_empty() -> None:
    cast = Script.load().cast[:3]
    with Stage(3) as stage:
        directory = stage.paths.data.parent
        with running(stage.paths, mdns=True) as (_, sees, started):
            assert started.team == Script.load().team
            sees.until(lambda w: all_live(w, 3))

            def shown() -> dict[str, dict[str, Any]]:
                return {
                    person["name"]: person for person in ask(stage.paths.control, {"ask": "who"})
                }

            def told(people: dict[str, dict[str, Any]]) -> bool:
                shown = [people[part.name] for part in cast]
                return all(each["status"] and each["plans"] for each in shown)

            people = eventually(shown, told)
            follows = eventually(
                lambda: ask(stage.paths.control, asked(ShowFollows())),
                lambda answer: answer["people"] and answer["topics"] and answer["followers"],
            )
            by_id = {person["person"]: name for name, person in people.items()}
            assert [by_id[each] for each in follows["people"]] == ["Joris De Smedt"]
            assert follows["topics"] == ["dataliteracy"]
            assert {by_id[each] for each in follows["followers"]} <= {
                "Joris De Smedt",
                "Lotte Maes",
            }
            assert people.pop(Script.load().me.name)["me"]
            assert set(people) == {part.name for part in cast}
            for part in cast:
                status = people[part.name]["status"]
                assert people[part.name]["presence"] == "online"
                assert status["text"] == part.first.text
                assert status["place"]["path"][-1] == part.first.place
        troupe = stage._troupe
        assert troupe is not None
        assert troupe.poll() is None
        assert everything_under(Path.home()) == []
    assert troupe.returncode == 0
    assert not directory.exists(), "nothing is left of it"
    assert everything_under(Path.home()) == []


@pytest.mark.processes
def test_two_demos_on_one_machine_do_not_meet() -> None:
    with (
        Stage(1) as one,
        Stage(1) as other,
        running(one.paths, mdns=True) as (node, sees, _),
        running(other.paths, mdns=True) as (stranger, sees_too, _),
    ):
        # Each has found its own by now, over the same loopback, by the same multicast.
        sees.until(lambda w: all_live(w, 1))
        sees_too.until(lambda w: all_live(w, 1))

        def known(driver: Driver) -> set[str]:
            return {card.person.id for card in driver.endpoint.cards.all(now_ms())}

        def dialled(driver: Driver) -> set[str]:
            return {str(address) for address in driver.endpoint.peers.targets._targets}

        def doors(driver: Driver) -> set[str]:
            here = driver.endpoint.peers.here
            assert here is not None
            return {str(address) for address in here.listen}

        for question in (known, dialled):
            mine, theirs = node.call(question).result(5), stranger.call(question).result(5)
            assert mine
            assert not mine & theirs
        assert not node.call(dialled).result(5) & stranger.call(doors).result(5)


def test_my_own_first_line_is_said_and_the_places_are_there() -> None:
    stage, written = Stage(1), Script.load()
    try:
        seeded = stage._seed()
        assert seeded.link.startswith("presencemap://join#")
        places = seeded.places
        assert set(places) == {scene.name for scene in written.scenes}
        with StoreDesk(stage.paths) as desk:
            [me] = desk.team.endpoint.cards.all(now_ms())
            tree = desk.team.endpoint.replica.places()
        assert me.person.profile == written.me.profile
        assert seeded.me == me.person.id
        assert set(seeded.posts) == {said.key for said in written.said_before(written.me.name)}
        assert len(me.plans) == len(written.me.week)
        assert me.status is not None
        assert me.status.activity is not None
        assert me.status.activity.text == written.me.first.text
        rooms = [scene for scene in written.scenes if scene.within]
        assert rooms
        for room in rooms:
            assert tree.path(places[room.name])[-2:] == (room.within, room.name)
    finally:
        stage._directory.cleanup()


def test_i_keep_some_links_of_my_own() -> None:
    with Stage(1) as stage:
        kept = {link.url: link.title for link in load_links(stage.paths.links)}
    assert kept == {link.url: link.title for link in Script.load().links}
    assert len(kept) > 3


@pytest.mark.parametrize("people", [0, -1, 13])
def test_more_than_the_cast_has_is_refused(people: int) -> None:
    with pytest.raises(InvalidInput, match="1 to 12"):
        Stage(people)


def test_the_office_has_a_plan_that_everybody_can_see() -> None:
    stage = Stage(1)
    try:
        places = stage._seed().places
        with StoreDesk(stage.paths) as desk:
            floors = desk.team.endpoint.floors
            (plan,) = floors.plans()
        assert plan.floor == places["Floor 2"]
        assert plan.image is not None
        assert floors.has(plan.image)
        assert plan.shape(places["D16"]) is not None
    finally:
        stage._directory.cleanup()


def test_topics_in_two_languages_are_one() -> None:
    stage = Stage(1)
    try:
        stage._seed()
        with StoreDesk(stage.paths) as desk:
            names = desk.team.endpoint.replica.glossary.names
        assert names.said == Script.load().joined != {}
    finally:
        stage._directory.cleanup()

"""Floor plans between real nodes: a picture reaches who wasn't there, from who was.

Mirrors no one module.
"""

from pathlib import Path
from random import Random

from presencemap.app.commands import AddPlace, SetFloorPlan, ShowPicture
from presencemap.app.notices import FloorPlansChanged
from presencemap.app.paths import ProfilePaths
from presencemap.domain.floor_plan import FloorPlan
from presencemap.domain.place import Place, PlaceKind
from tests.app.test_pictures import END, png
from tests.nodes import Witness, call, door_of, running


def pictures(witness: Witness) -> int:
    told = [n for n in witness.told if isinstance(n, FloorPlansChanged)]
    return len(told[-1].pictures) if told else 0


def test_a_third_gets_the_plan_from_the_second_when_the_first_is_gone(
    tmp_path: Path,
) -> None:
    anna, bram, cleo = (ProfilePaths.at(tmp_path / name) for name in ("anna", "bram", "cleo"))
    call(anna.data, "team", "create", "Lerend Collectief", "--as", "Anna")
    link = call(anna.data, "team", "invite").strip()
    for profile in (bram, cleo):
        call(profile.data, "team", "join", link, "--as", profile.data.name)
    file = tmp_path / "plan.png"
    file.write_bytes(png(1584, 1088, Random(0).randbytes(2_000_000) + END))
    with running(bram) as (second, bram_sees, started):
        with running(anna, door_of(started)) as (first, _, _):
            site = first.post(AddPlace("Gent", PlaceKind.OFFICE)).result(5)
            assert isinstance(site, Place)
            floor = first.post(AddPlace("2", PlaceKind.FLOOR, site.id)).result(5)
            assert isinstance(floor, Place)
            plan = first.post(SetFloorPlan(floor.id, file)).result(5)
            bram_sees.until(lambda w: pictures(w) == 1)
        with running(cleo, door_of(started)) as (third, cleo_sees, _):
            cleo_sees.until(lambda w: pictures(w) == 1)
            assert isinstance(plan, FloorPlan)
            assert plan.image is not None
            shown = third.post(ShowPicture(plan.image.hash)).result(5)
            assert shown == file.read_bytes()
            second.post(SetFloorPlan(floor.id, None, ())).result(5)
            cleo_sees.until(lambda w: pictures(w) == 0)

"""What is on plates stays as it was made, while the scene is the same."""

from dataclasses import replace
from types import ModuleType

from presencemap.ui.map.contents import Contents
from presencemap.ui.map.crowd import scene_of
from presencemap.ui.map.layout import Form


def test_only_where_somebody_changed_it_is_made_anew(factories: ModuleType) -> None:
    team = factories.team(12)
    scene = scene_of(team.cards, team.places, team.now)
    contents = Contents(scene, team.now)
    one, other, *_ = scene.spots
    both = (one.id, other.id)
    plate, crowd = contents.plate((one.id,), Form.PLATE), contents.gathering(both)
    assert contents.plate((one.id,), Form.PLATE) is plate
    assert (plate.caption, plate.count) == (one.name, len(one.faces))
    assert contents.plate(both, Form.BUBBLE).count == crowd.count
    alone = contents.gathering((one.id,))
    fewer = replace(other, faces=other.faces[:-1])
    spots = tuple(fewer if spot is other else spot for spot in scene.spots)
    before, contents = contents, contents.after(replace(scene, spots=spots), team.now + 1)
    assert before.gathering(both) is crowd
    assert contents.gathering((one.id,)) is alone
    assert contents.gathering(both).count == crowd.count - 1
    assert contents.now == team.now + 1
    assert one.id in contents
    assert "nowhere" not in contents

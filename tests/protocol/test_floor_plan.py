"""What the record of a floor plan may say."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from presencemap.protocol.floor_plan import FloorPlanBody, ImageBody

KEY = "7" * 32
PLAN = FloorPlanBody(
    rev=1,
    floor=KEY,
    width=800,
    height=600,
    image=ImageBody(hash="1" * 64, size=2 * 1024 * 1024),
    shapes=((KEY, (0, 0, 800, 600)), (KEY, (0, 0, 9, 0, 9, 9))),
)


def read(**changes: Any) -> FloorPlanBody:
    said = {**PLAN.model_dump(mode="json"), **changes}
    return FloorPlanBody.model_validate_json(json.dumps(said))


def test_it_comes_back() -> None:
    assert read() == PLAN
    assert read(image=None, shapes=[]).shapes == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"width": 0},
        {"height": 8_001},
        {"image": {"hash": "1" * 64, "size": 2 * 1024 * 1024 + 1}},
        {"image": {"hash": "1" * 64, "size": 0}},
        {"image": {"hash": "1" * 63, "size": 1}},
        {"shapes": [[KEY, [0, 0]]]},
        {"shapes": [[KEY, [0, 0, 9]]]},
        {"shapes": [[KEY, [0, 0, 9, 9, 9]]]},
        {"shapes": [[KEY, [1] * 34]]},
        {"shapes": [["home", [0, 0, 9, 9]]]},
        {"shapes": [[KEY, [0, 0, -1, 9]]]},
        {"shapes": [[KEY, [0, 0, 9, 9]]] * 121},
    ],
)
def test_it_has_bounds(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        read(**changes)

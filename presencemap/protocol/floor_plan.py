"""Floor plans: the body of the record that draws one. Knows no pixels and nobody who sees it."""

from typing import Annotated

from pydantic import Field

from presencemap.domain.floor_plan import MAX_IMAGE, MAX_SHAPES
from presencemap.protocol.fields import Corners, ExactPlaceId, HexKey, Model, Revision, Side


class ImageBody(Model):
    """A picture: the BLAKE2b-256 of its bytes, and how many they are."""

    hash: HexKey
    size: Annotated[int, Field(ge=1, le=MAX_IMAGE)]


class FloorPlanBody(Model):
    """Kind ``floor_plan``: a register per floor that anyone writes; lengths in px of the plan."""

    rev: Revision
    floor: ExactPlaceId
    width: Side
    height: Side
    image: ImageBody | None
    shapes: Annotated[tuple[tuple[ExactPlaceId, Corners], ...], Field(max_length=MAX_SHAPES)]

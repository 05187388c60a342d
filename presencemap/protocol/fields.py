"""Fields: the strict model, and the bounded types, that all that crosses the wire is made of.

Knows no record, no frame and no statement.
"""

from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from presencemap.domain.floor_plan import MAX_POINTS, MAX_SIDE
from presencemap.domain.graphemes import MOST, length
from presencemap.domain.map_server import is_template
from presencemap.domain.place import MADE, SAID_ID, PlaceKind, said_by
from presencemap.domain.status import MAX_TEXT
from presencemap.domain.text import clean
from presencemap.domain.topic import MAX_TOPIC, is_topic, merged

VERSION: Final = 1


def _is_clean(text: str) -> str:
    if text != clean(text):
        msg = "not in clean form"
        raise ValueError(msg)
    return text


def _is_short(text: str) -> str:
    if length(text) > MAX_TEXT:
        msg = "too long"
        raise ValueError(msg)
    return text


def _is_on_earth(place: str) -> str:
    if ":" not in place:
        return place
    said, name = said_by(place), place.split(":", 2)[2]
    if said is None or name != clean(name):
        msg = "a town on no map"
        raise ValueError(msg)
    return place


def _is_dated(day: str) -> str:
    date.fromisoformat(day)
    return day


def _is_made(kind: PlaceKind) -> PlaceKind:
    if kind not in MADE:
        msg = "a place that nobody makes"
        raise ValueError(msg)
    return kind


def _is_one_topic(text: str) -> str:
    if not is_topic(text):
        msg = "no topic"
        raise ValueError(msg)
    return text


def _is_merged(topic: str) -> str:
    if topic != merged(topic):
        msg = "another spelling of a topic"
        raise ValueError(msg)
    return topic


def _is_fetchable(address: str) -> str:
    if address and not is_template(address):
        msg = "no map is fetched by it"
        raise ValueError(msg)
    return address


def _is_in_pairs(corners: tuple[int, ...]) -> tuple[int, ...]:
    if len(corners) % 2:
        msg = "half a point"
        raise ValueError(msg)
    return corners


def _is_unique(names: tuple[str, ...]) -> tuple[str, ...]:
    if len({*names}) < len(names):
        msg = "one of them twice"
        raise ValueError(msg)
    return names


Clean = AfterValidator(_is_clean)
Unique = AfterValidator(_is_unique)
"""Names, each of them once."""
Text = Annotated[str, Field(max_length=MAX_TEXT * MOST), Clean, AfterValidator(_is_short)]
"""At most 140 characters as a person counts them."""
Made = Annotated[PlaceKind, AfterValidator(_is_made)]
Date = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_is_dated)]
BASE64: Final = r"^[A-Za-z0-9+/]*={0,2}$"
HexKey = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Version = Annotated[int, Field(ge=VERSION, le=VERSION)]
"""A Literal[1] would take ``true`` and ``1.0`` too."""

LAST_MOMENT: Final = 253_370_764_800_000
"""9999-01-01T00:00Z: no calendar has what comes a year later."""
Millis = Annotated[int, Field(ge=0, le=LAST_MOMENT)]
"""A moment, in ms since 1970."""
MAX_REVISION: Final = (1 << 31) - 1
Revision = Annotated[int, Field(ge=1, le=MAX_REVISION)]
PlaceId = Annotated[str, Field(pattern=r"^(home|road|[0-9a-f]{32})$")]
Whereabouts = Annotated[
    str,
    Field(pattern=rf"^(home|road|[0-9a-f]{{32}}|{SAID_ID})$"),
    Clean,
    AfterValidator(_is_on_earth),
]
"""A place of the tree, or a town, or a home in one, that says where it is."""
ExactPlaceId = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
TopicName = Annotated[
    str, Field(min_length=1, max_length=MAX_TOPIC), Clean, AfterValidator(_is_one_topic)
]
"""One topic without its sign, as somebody writes it."""
TopicKey = Annotated[TopicName, AfterValidator(_is_merged)]
"""One topic as all spellings of it are compared."""
Template = Annotated[str, AfterValidator(_is_fetchable)]
"""Where a map server's pictures are; "" for none."""

Side = Annotated[int, Field(ge=1, le=MAX_SIDE)]
Px = Annotated[int, Field(ge=0, le=MAX_SIDE)]
Corners = Annotated[
    tuple[Px, ...],
    Field(min_length=4, max_length=2 * MAX_POINTS),
    AfterValidator(_is_in_pairs),
]
"""x, y, x, y, …: two points are a rectangle's corners, more are a polygon's."""


class Model(BaseModel):
    """Strict, closed, immutable: the shape of everything that crosses the wire.

    Its validator is made when it is first needed: most of them aren't at a start.
    """

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, ser_json_inf_nan="constants", defer_build=True
    )

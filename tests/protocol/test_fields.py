"""The types that all on the wire is made of: what each takes, and nothing beside it.

As parts of records they are tried in ``test_record.py``.
"""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from presencemap.protocol.fields import (
    LAST_MOMENT,
    Corners,
    Date,
    Made,
    Millis,
    Model,
    Template,
    Version,
    Whereabouts,
)


class Told(Model):
    """A model as others are."""

    text: str


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Date, "2027-01-15"),
        (Date, "2028-02-29"),
        (Whereabouts, "home"),
        (Whereabouts, "town:51.05,3.72:Gent"),
        (Whereabouts, "home:51.05,3.72:Gent"),
        (Made, "client"),
        (Corners, [0, 0, 8, 6]),
        (Millis, 0),
        (Millis, LAST_MOMENT),
        (Template, ""),
        (Template, "https://tiles.example/{z}/{x}/{y}.png"),
        (Version, 1),
    ],
)
def test_what_is_taken(field: Any, value: object) -> None:
    TypeAdapter(field).validate_python(tuple(value) if isinstance(value, list) else value)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Date, "2027-02-29"),
        (Date, "20270115"),
        (Whereabouts, "town:91.00,3.72:Gent"),
        (Whereabouts, "town:51.05,3.72: Gent"),
        (Whereabouts, "home:91.00,3.72:Gent"),
        (Whereabouts, "home:51.054,3.717:Gent"),
        (Whereabouts, "home:51.05,3.72: Gent"),
        (Made, "town"),
        (Corners, (0, 0, 8)),
        (Corners, (0, 0, 8, 6, 4)),
        (Millis, -1),
        (Millis, LAST_MOMENT + 1),
        (Version, 2),
        (Template, "http://tiles.example/{z}/{x}/{y}.png"),
    ],
)
def test_what_is_not(field: Any, value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(field).validate_python(value)


@pytest.mark.parametrize("said", ['{"text": 7}', "{}", '{"text": "x", "more": 1}'])
def test_a_model_is_strict_and_closed(said: str) -> None:
    assert Told.model_validate_json('{"text": "x"}').text == "x"
    with pytest.raises(ValidationError):
        Told.model_validate_json(said)

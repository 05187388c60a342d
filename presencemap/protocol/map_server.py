"""The body of a record that names a map server. Whose record counts, ``map_choice`` says."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from presencemap.domain.map_server import MAX_ATTRIBUTION
from presencemap.protocol.fields import Clean, Model, Revision, Template


class MapServerBody(Model):
    """Kind ``map_server``: a register of its author. Without a template: none."""

    rev: Revision
    template: Template
    attribution: Annotated[str, Field(max_length=MAX_ATTRIBUTION), Clean]

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if bool(self.template) is not bool(self.attribution):
            msg = "a map of nobody, or nobody's map"
            raise ValueError(msg)
        return self

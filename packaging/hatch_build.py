"""Puts `resources/` into a built wheel as `presencemap/resources`, and leaves it out in place.

Owns nothing else. An installation in place reads the checkout's own `resources/`: a copy in
site-packages would go stale without anyone noticing.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface):  # type: ignore[misc, type-arg, unused-ignore]
    """Hatchling's hook, called once before each build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the resources where a real wheel, not one for an installation in place, is built."""
        if version != "editable":
            build_data["force_include"]["resources"] = "presencemap/resources"

"""The screens of the window, in the order in which the rail has them. Knows no widget."""

from enum import StrEnum


class Screen(StrEnum):
    """What fills the window between top bar and status bar."""

    MAP = "map"
    COLLEAGUES = "colleagues"
    """The list alone: a screen of its own only where it is too narrow for both."""
    STREAM = "stream"
    ASK = "ask"
    NOTES = "notes"

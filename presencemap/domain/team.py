"""What a team lays down when it is founded, for good."""

from enum import StrEnum


class Inviters(StrEnum):
    """Who may let newcomers in."""

    MEMBERS = "members"
    STEWARDS = "stewards"

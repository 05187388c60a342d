"""What a team lays down."""

from presencemap.domain.team import Inviters


def test_the_words_are_those_of_the_wire_and_the_command_line() -> None:
    assert [each.value for each in Inviters] == ["members", "stewards"]

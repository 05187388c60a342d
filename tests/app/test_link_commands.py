from typing import get_args

from presencemap.app.commands import Command, Question
from presencemap.app.link_commands import LinkCommand, ShowLinks


def test_all_are_commands_and_only_showing_changes_nothing() -> None:
    assert set(get_args(LinkCommand)) <= set(get_args(Command))
    assert set(get_args(LinkCommand)) & set(get_args(Question)) == {ShowLinks}

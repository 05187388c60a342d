"""Commands about topics are commands, and only listing asks without changing anything."""

from typing import get_args

from presencemap.app.commands import Command, Question
from presencemap.app.topic_commands import ShowTopics, TopicCommand


def test_all_of_them_are_taken_and_one_only_asks() -> None:
    ours = set(get_args(TopicCommand))
    assert ours < set(get_args(Command))
    assert ours & set(get_args(Question)) == {ShowTopics}

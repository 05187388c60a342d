"""Commands about posts are commands like the others; some of them only ask."""

from typing import get_args

from presencemap.app.commands import Command, Question
from presencemap.app.post_commands import PostCommand, PostQuestion, SayPost, ShowPosts


def test_they_are_among_all_commands_and_questions_among_the_questions() -> None:
    assert set(get_args(PostCommand)) <= set(get_args(Command))
    assert set(get_args(PostQuestion)) <= set(get_args(Question))
    assert ShowPosts in get_args(PostQuestion)
    assert SayPost not in get_args(PostQuestion)

"""What is refused of what one says, in both languages."""

import asyncio

from presencemap.app.clock import now_ms
from presencemap.app.knowledge.asking import sought
from presencemap.app.offline import StoreDesk
from presencemap.app.post_commands import SayPost
from presencemap.domain.post import PostKind
from presencemap.ui.wrong.sayings import words
from tests.ui.wrong.conftest import Reading


def test_questions(desk: StoreDesk, read: Reading) -> None:
    assert "worstelt" in read(lambda: desk.obey(SayPost(PostKind.QUESTION, "")))[1]
    endpoint, librarian = desk.team.endpoint, desk.librarian
    _, dutch = read(lambda: asyncio.run(sought(librarian, endpoint, " ", now_ms())))
    assert "paar woorden" in dutch


def test_each_is_a_sentence() -> None:
    assert all(said.endswith(".") for said in words().values())

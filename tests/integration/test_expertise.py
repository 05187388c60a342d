"""How well people are named, on the fixture that tests/expertise/README.md describes."""

from collections import Counter
from collections.abc import Iterator

import pytest

from presencemap.app.knowledge.library import Library
from presencemap.domain.post import PostKind
from tests.expertise.company import PEOPLE, POSTS, Company, company, questions
from tests.expertise.shelves import PlainFts5, filled, judged, keyword_count, ours


@pytest.fixture(scope="module")
def made() -> Company:
    return company()


@pytest.fixture(scope="module")
def library(made: Company) -> Iterator[Library]:
    library = Library()
    filled(library, made)
    yield library
    library.close()


def test_the_company_is_as_described_and_the_same_each_time(made: Company) -> None:
    asked = questions(made)
    assert (len(made.cards), len(made.posts)) == (PEOPLE, POSTS)
    assert (len(asked), sum(each.held_out for each in asked)) == (40, 20)
    assert made == company()


def test_who_should_be_named_has_answered_at_least_thrice(made: Company) -> None:
    answered = Counter(p.author for p in made.posts if p.said.kind is PostKind.REPLY)
    for people in made.experts.values():
        assert len(people) == 4
        assert all(answered[person] >= 3 for person in people)


def test_people_are_named_better_than_by_plain_search(made: Company, library: Library) -> None:
    asked, plain = questions(made), PlainFts5(made)
    precise, reciprocal = judged(ours(library), asked)
    assert reciprocal >= 0.8
    for other in (plain.by_best, plain.by_sum, keyword_count(made)):
        theirs = judged(other, asked)
        assert precise > theirs[0]
        assert reciprocal > theirs[1]


def test_the_same_holds_where_roles_are_dealt_out_anew_and_on_what_was_held_out() -> None:
    for seed in (7, 8):
        other = company(seed)
        library = Library()
        filled(library, other)
        assert judged(ours(library), [q for q in questions(other) if q.held_out])[1] >= 0.8
        library.close()

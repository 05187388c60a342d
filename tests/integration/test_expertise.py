"""How well people are named, on the fixture that tests/expertise/README.md describes."""

from collections import Counter
from collections.abc import Iterator

import pytest

from presencemap.app.knowledge.library import Library
from presencemap.domain.expertise import NEAR
from presencemap.domain.post import PostKind
from presencemap.domain.rewording import reworded
from tests.expertise.company import PEOPLE, POSTS, Company, company, questions
from tests.expertise.pairs import cases, judged_pairs
from tests.expertise.rewordings import pairs, told_apart
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


def test_who_is_named_unasked_is_on_the_same_more_often_than_by_any_sign(made: Company) -> None:
    dealt = [case for seed in (53, 7, 8) for case in cases(company(seed)) if case.held_out]
    ours, any_sign = judged_pairs(dealt, NEAR), judged_pairs(dealt, 0.0)
    assert ours.precision >= 0.75 > any_sign.precision
    assert ours.recall >= 0.5
    talk = [case for case in cases(made) if not case.right]
    assert judged_pairs(talk, NEAR).named < judged_pairs(talk, 0.0).named / 4


def test_the_same_struggle_in_other_words_is_told_from_another_on_its_topic() -> None:
    held_out = [pair for pair in pairs() if pair.held_out]
    same, other = told_apart(held_out, reworded)
    assert same >= 0.9
    assert other <= 0.1

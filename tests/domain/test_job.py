"""Jobs: named with topics, in an order, found by what is typed for them."""

from dataclasses import replace

import pytest

from presencemap.domain.errors import InvalidInput, TextTooLong
from presencemap.domain.job import MAX_TOPICS, Job, in_order, jobs_named
from presencemap.domain.topic import MAX_TOPIC

TENDER = Job("a1" * 16, "Tender for Acme", ("bids", "pricing"))


@pytest.mark.parametrize(
    ("typed", "name", "topics"),
    [
        ("  Tender  for Acme ", "Tender for Acme", ()),
        ("Tender for Acme #Bids #pricing", "Tender for Acme", ("bids", "pricing")),
        ("Move #peppol to the cloud", "Move peppol to the cloud", ("peppol",)),
        ("#peppol", "peppol", ("peppol",)),
        ("#peppol #vat", "peppol vat", ("peppol", "vat")),
        ("Größe #\u1e9e", "Größe", ("ss",)),
        ("Greek #\u0390", "Greek", ("\u03b9",)),
    ],
)
def test_tags_at_the_end_are_topics_and_within_they_are_words_too(
    typed: str, name: str, topics: tuple[str, ...]
) -> None:
    assert Job.said("a" * 32, typed) == Job("a" * 32, name, topics)


def test_what_a_person_would_type_for_it() -> None:
    assert TENDER.text == "Tender for Acme #bids #pricing"
    assert Job.said(TENDER.id, TENDER.text) == TENDER


@pytest.mark.parametrize("nothing", ["", " ", "#", "# #"])
def test_a_job_has_a_name(nothing: str) -> None:
    with pytest.raises(InvalidInput, match="needs a name"):
        Job.said("a" * 32, nothing)


def test_and_a_short_one_and_few_topics() -> None:
    with pytest.raises(TextTooLong):
        Job.said("a" * 32, "x" * 61)
    tags = " ".join(f"#t{n}" for n in range(MAX_TOPICS))
    assert len(Job.said("a" * 32, f"x {tags}").topics) == MAX_TOPICS
    for much in (f"x {tags} #more", f"x #{'t' * (MAX_TOPIC + 1)}"):
        with pytest.raises(InvalidInput, match="at most 8 topics"):
            Job.said("a" * 32, much)


def test_it_rests_while_nobody_is_on_it() -> None:
    assert TENDER.rests
    assert not replace(TENDER, people=("somebody",)).rests


def test_those_that_rest_come_last() -> None:
    resting, busy = Job("1", "A"), Job("2", "z", people=("x",))
    earlier = Job("3", "Écrire", people=("x",))
    assert in_order([resting, busy, earlier]) == [earlier, busy, resting]


def test_what_is_typed_for_one() -> None:
    other = Job("b2" * 16, "Tender")
    both = [TENDER, other]
    assert jobs_named(both, "tender") == [other], "a whole name wins"
    assert jobs_named(both, "tend") == both
    assert jobs_named(both, "acme") == [TENDER]
    assert jobs_named(both, "A1A1A1") == [TENDER]
    assert jobs_named(both, "a1a1") == [], "too little of an id"
    assert jobs_named(both, "") == []

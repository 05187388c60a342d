"""Jobs and crews in words."""

from types import ModuleType

import pytest

from presencemap.domain.job import Job
from presencemap.ui.jobs.phrases import crew_words, mine_words, topic_words


def test_a_crew_is_named_me_last_and_of_many_some(factories: ModuleType) -> None:
    people = {card.person.id: card.person for card in factories.team(12).cards}
    ids = list(people)

    def words(*on: int) -> str:
        job = Job("a", "Tender", (), tuple(ids[n] for n in on))
        return crew_words(job, people.get, ids[0])

    assert words() == "Nobody is on it: it rests"
    assert words(0) == "you"
    assert words(0, 1) == "Joris De Smedt, you"
    assert words(0, 1, 2, 3).endswith(", you")
    assert words(0, 1, 2, 3, 5).endswith(" and 2 more")
    stranger = Job("a", "Tender", (), ("f" * 64, ids[1]))
    assert crew_words(stranger, people.get, ids[0]) == "Joris De Smedt"


@pytest.mark.parametrize(("count", "words"), [(0, "No job"), (1, "Peppol at Acme"), (3, "3 jobs")])
def test_mine_in_a_word_or_two(factories: ModuleType, count: int, words: str) -> None:
    assert mine_words(factories.jobs()[:count]) == words


def test_topics_have_their_sign(factories: ModuleType) -> None:
    assert [topic_words(job) for job in factories.jobs()][1:] == ["#bids #pricing", ""]

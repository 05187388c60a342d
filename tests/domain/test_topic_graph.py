"""The topic graph: what is live, who is on it, what is asked; the same however it came about."""

from hypothesis import given
from hypothesis import strategies as st

from presencemap.domain.job import Job
from presencemap.domain.topic_graph import (
    Question,
    Topic,
    TopicIndex,
    Voice,
    asked_about,
    job_topic,
)

HOUR = 3_600_000


def index(*voices: Voice, asked: tuple[Question, ...] = ()) -> TopicIndex:
    made = TopicIndex()
    for voice in voices:
        made.hear(voice.person, voice)
    made.ask(asked)
    return made


def names(made: TopicIndex) -> list[str]:
    return [topic.name for topic in made.topics]


ANNA = Voice("anna", ("peppol", "vat"), 5)
BRAM = Voice("bram", ("peppol",), 7)
CLEO = Voice("cleo")
ASKED = Question("q1", "cleo", "who knows?", ("data",), 1, ("bram", "gone"), 9)


def test_the_liveliest_come_first_by_people_then_questions_then_name() -> None:
    made = index(ANNA, BRAM, Voice("dora", ("archive",), 1), asked=(ASKED,))
    made.hear("cleo", CLEO)
    assert names(made) == ["data", "peppol", "archive", "vat"]
    assert made.topic("Peppol") == Topic("peppol", ("anna", "bram"), (), 7)
    assert made.topic("nothing") is None


def test_who_asks_or_joined_is_on_the_topic_while_they_are_here() -> None:
    made = index(BRAM, CLEO, asked=(ASKED,))
    assert made.topic("data") == Topic("data", ("bram", "cleo"), (ASKED,), 9)
    assert made.on("bram") == ("peppol", "data")
    made.hear("cleo", None)
    assert made.topic("data") == Topic("data", ("bram",), (ASKED,), 9)
    assert made.on("cleo") == ()
    made.ask(())
    assert names(made) == ["peppol"]


def test_who_asks_about_a_topic_or_joined_is_told_apart_from_what_they_are_on() -> None:
    other = Question("q2", "dora", "and this?", ("vat", "Data"), 1)
    assert asked_about("DATA", (ASKED, other)) == {"cleo", "bram", "gone", "dora"}
    assert asked_about("vat", (ASKED, other)) == {"dora"}
    assert asked_about("", (ASKED, other)) == frozenset()


def test_a_topic_goes_with_the_last_who_is_on_it() -> None:
    made = index(ANNA, BRAM)
    made.hear("anna", None)
    made.hear("nobody", None)
    assert names(made) == ["peppol"]
    made.hear("bram", Voice("bram", ("vat",), 8))
    assert names(made) == ["vat"]


def test_spellings_are_one_topic_under_the_most_frequent() -> None:
    made = index(
        Voice("anna", ("café",)), Voice("bram", ("cafe",)), Voice("cleo", ("café", "cafe"))
    )
    assert names(made) == ["cafe"], "as often as the other, and first by letter"
    made.hear("dora", Voice("dora", ("café",)))
    (topic,) = made.topics
    assert (topic.name, len(topic.people)) == ("café", 4)


def test_a_struggle_is_an_open_question_unless_it_is_asked_as_one() -> None:
    stuck = Voice("anna", ("vat",), 5, struggle="the code")
    (topic,) = index(stuck).topics
    assert topic.questions == (Question("", "anna", "the code", ("vat",), 5, (), 5),)
    asked = Question("q1", "anna", "which code?", ("vat",), 4, (), 4)
    (topic,) = index(stuck, asked=(asked,)).topics
    assert topic.questions == (asked,)


def test_a_job_with_people_on_it_is_a_place_and_rests_without() -> None:
    job = Job("a1", "Tender for Acme", ("bids",), ("cleo", "anna", "nobody"))
    made = index(ANNA, BRAM, CLEO)
    made.staff([job, Job("b2", "Move")])
    crew = made.topic(job_topic("a1"))
    assert crew == Topic("job:a1", ("anna", "cleo"), (), 5, job)
    assert crew.title == "Tender for Acme"
    assert [topic.title for topic in made.topics] == ["Tender for Acme", "#peppol", "#vat"]
    assert made.topic(job_topic("b2")) is None
    assert made.on("anna") == ("peppol", "vat", "job a1")
    assert crew.warmth(10**12) == 1.0, "nobody knows since when they are on it"
    made.hear("anna", None)
    assert made.topic("job:a1") == Topic("job:a1", ("cleo",), (), 0, job)
    made.hear("cleo", Voice("cleo", here=False))
    assert made.topic("job:a1") is None, "last seen is not at work"
    assert made.on("cleo") == ()
    made.hear("cleo", CLEO)
    assert made.on("cleo") == ("job a1",)
    made.staff([])
    assert made.topic("job:a1") is None
    assert made.on("cleo") == ()


def test_a_topic_shares_people_with_topics_not_with_jobs() -> None:
    made = index(ANNA, BRAM)
    made.staff([Job("a1", "Tender", (), ("anna", "bram"))])
    peppol, crew = made.topic("peppol"), made.topic("job:a1")
    assert peppol is not None
    assert crew is not None
    assert made.shared(peppol) == {"vat": 1}
    assert made.shared(crew) == {"peppol": 2, "vat": 1}


def test_people_come_in_their_order() -> None:
    made = index(Voice("anna", ("vat",), order=(1,)), Voice("bram", ("vat",), order=(0,)))
    assert made.topics[0].people == ("bram", "anna")


def test_topics_that_share_people() -> None:
    made = index(ANNA, BRAM, Voice("dora", ("peppol", "data")), Voice("eva", ("data", "peppol")))
    peppol = made.topic("peppol")
    assert peppol is not None
    assert made.shared(peppol) == {"data": 2, "vat": 1}


def test_it_fades_with_age_in_steps() -> None:
    topic = Topic("vat", stirred=0)
    ages = (0, HOUR, 2 * HOUR, 20 * HOUR, 60 * HOUR, 500 * HOUR)
    assert [topic.warmth(age) for age in ages] == [1.0, 1.0, 0.85, 0.7, 0.55, 0.45]


PEOPLE = st.sampled_from("abcdef")
TOPICS = st.lists(st.sampled_from(["vat", "Vat", "data", "lean"]), unique=True, max_size=3)
VOICES = st.builds(Voice, PEOPLE, TOPICS.map(tuple), st.integers(0, 9), st.sampled_from(["", "x"]))
ASKING = st.builds(
    Question,
    st.sampled_from(["q1", "q2"]),
    PEOPLE,
    st.just("?"),
    TOPICS.map(tuple),
    st.integers(0, 9),
    st.lists(PEOPLE, max_size=2).map(tuple),
    st.integers(0, 9),
)


@given(st.lists(st.tuples(VOICES, st.booleans())), st.lists(ASKING, max_size=3))
def test_whatever_was_before_it_is_as_if_all_were_told_now(
    told: list[tuple[Voice, bool]], asked: list[Question]
) -> None:
    lived = TopicIndex()
    last: dict[str, Voice] = {}
    lived.ask(asked[:1])
    for voice, stays in told:
        lived.hear(voice.person, voice if stays else None)
        last.pop(voice.person, None)
        if stays:
            last[voice.person] = voice
        assert lived.topics is lived.topics
    lived.ask(asked)
    fresh = index(*sorted(last.values(), key=lambda voice: voice.person), asked=tuple(asked))
    assert lived.topics == fresh.topics
    assert all(lived.on(person) == fresh.on(person) for person in "abcdef")

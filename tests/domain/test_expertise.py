from dataclasses import replace

from presencemap.domain.expertise import (
    DAY,
    Evidence,
    Expert,
    Reason,
    Sign,
    experts,
    on_the_same,
)
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames

NOW = 1_000 * DAY
FULL = (1.0, 1.0)


def said(person: str, sign: Sign, strengths: tuple[float, ...] = FULL, ago: int = 0) -> Evidence:
    return Evidence(person, sign, strengths, NOW - ago * DAY, ("peppol",))


def order(*evidence: Evidence, worth: tuple[float, ...] = (1.0, 1.0)) -> list[str]:
    return [expert.person for expert in experts(evidence, worth, NOW)]


def test_so_many_are_named_at_most() -> None:
    told = [said(person, Sign.TALENT) for person in "abcd"]
    assert [each.person for each in experts(told, (1.0, 1.0), NOW, 2)] == ["a", "b"]


def test_nobody_is_found_where_nothing_is() -> None:
    assert experts([], (1.0,), NOW) == []


def test_each_kind_of_evidence_says_so_much() -> None:
    signs = [
        Sign.SOLVED,
        Sign.TALENT,
        Sign.ANSWERED,
        Sign.LINK,
        Sign.WORKED,
    ]
    assert order(*(said(sign, sign) for sign in reversed(signs))) == signs


def test_who_only_looks_for_it_comes_last_and_is_a_companion() -> None:
    found = experts([said("a", Sign.COMPANION), said("b", Sign.WORKED)], (1.0, 1.0), NOW)
    assert [(each.person, each.companion) for each in found] == [("b", False), ("a", True)]


def test_thanks_count() -> None:
    thanked = replace(said("b", Sign.ANSWERED), thanked=True)
    assert order(said("a", Sign.ANSWERED), thanked) == ["b", "a"]


def test_two_weak_hints_say_more_than_one_and_never_more_than_certainty() -> None:
    assert order(said("a", Sign.WORKED), said("b", Sign.WORKED), said("b", Sign.LINK)) == ["b", "a"]
    much = [replace(said("a", Sign.SOLVED), thanked=True) for _ in range(500)]
    assert order(*much, said("b", Sign.SOLVED)) == ["a", "b"]


def test_what_is_longer_ago_says_less() -> None:
    assert order(said("a", Sign.WORKED, ago=60), said("b", Sign.WORKED, ago=2)) == ["b", "a"]
    assert order(said("b", Sign.TALENT, ago=60), said("a", Sign.TALENT)) == ["a", "b"], (
        "a talent stays"
    )
    assert order(said("b", Sign.WORKED, ago=-5), said("a", Sign.WORKED)) == ["a", "b"], "no bonus"


def test_both_words_together_say_more_than_each_apart() -> None:
    apart = said("a", Sign.ANSWERED, (1, 0)), said("a", Sign.ANSWERED, (0, 1))
    assert order(*apart, said("b", Sign.ANSWERED)) == ["b", "a"]


def test_a_rare_word_says_more_than_a_common_one() -> None:
    common, rare = said("a", Sign.TALENT, (1, 0)), said("b", Sign.TALENT, (0, 1))
    assert order(common, rare, worth=(1.0, 5.0)) == ["b", "a"]


def test_words_worth_nothing_find_nobody() -> None:
    assert order(said("a", Sign.TALENT), worth=(0.0, 0.0)) == []


def test_thin_evidence_is_named_only_where_there_is_little() -> None:
    strong = [said(f"s{n}", Sign.SOLVED) for n in range(3)]
    thin = said("z", Sign.WORKED, (0.3, 0), ago=60)
    assert "z" not in order(*strong, thin)
    assert "z" in order(*strong[:2], thin)


def test_the_reasons_say_how_often_what_about_and_when() -> None:
    told = [
        Evidence("a", Sign.SOLVED, FULL, NOW - 5, ("peppol", "vat"), thanked=True),
        Evidence("a", Sign.SOLVED, FULL, NOW - 9, ("vat",)),
        Evidence("a", Sign.TALENT, FULL, 0, ("Peppol",)),
    ]
    assert experts(told, (1.0, 1.0), NOW) == [
        Expert(
            "a",
            (
                Reason(Sign.SOLVED, 2, ("vat", "peppol"), thanked=1, last=NOW - 5),
                Reason(Sign.TALENT, 1, ("Peppol",)),
            ),
            near=1.0,
        )
    ]


def test_who_is_named_unasked_has_a_topic_or_enough_words_in_common() -> None:
    worth = (2.0, 1.0, 1.0)

    def near(sign: Sign, strengths: tuple[float, ...], about: tuple[str, ...] = ()) -> Expert:
        [expert] = experts([Evidence("a", sign, strengths, NOW, about)], worth, NOW)
        return expert

    assert near(Sign.ON_IT, (1.0, 1.0, 0.0)).near == 0.75
    assert near(Sign.ON_IT, (1.0, 0.4, 0.0)).near == 0.0, "one word is chance"
    assert near(Sign.WORKED, (1.0, 1.0, 1.0)).near == 0.0, "a word of it was said once"
    assert on_the_same(near(Sign.ON_IT, (1.0, 1.0, 0.0)), "Bills bounce", AS_WRITTEN)
    assert not on_the_same(near(Sign.ON_IT, (0.5, 0.5, 0.0)), "Bills bounce", AS_WRITTEN, 0.4)
    assert not on_the_same(near(Sign.TALENT, (1.0, 0.0, 0.0), ("Peppol",)), "Bills", AS_WRITTEN)


def test_a_topic_in_common_is_enough_by_any_of_its_names() -> None:
    names = TopicNames({"e-facturatie": "Peppol"})
    for sign, about in (
        (Sign.TALENT, "Peppol"),
        (Sign.ANSWERED, "Peppol"),
        (Sign.ON_IT, "Testing with #e-facturatie"),
    ):
        one = Expert("a", (Reason(sign, 1, (about,)),))
        assert on_the_same(one, "Stuck on #e-facturatie", names)
        assert not on_the_same(one, "Stuck on #vat", names)
    said_once = Expert("a", (Reason(Sign.WORKED, 1, ("peppol",)),))
    assert not on_the_same(said_once, "Stuck on #peppol", names)

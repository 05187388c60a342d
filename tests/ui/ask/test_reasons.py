import pytest

from presencemap.domain.expertise import Reason, Sign
from presencemap.ui.ask.reasons import told


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason(Sign.TALENT, 3, ("Peppol", "Vat", "Xml")), "Listed Peppol, Vat"),
        (Reason(Sign.SOLVED, 1, ("vat",), 1), "Helped to solve a question on #vat"),
        (Reason(Sign.SOLVED, 2), "Helped to solve 2 questions"),
        (Reason(Sign.ANSWERED, 1), "Answered a question"),
        (Reason(Sign.ANSWERED, 3, ("vat",), 2), "Answered 3 questions on #vat, with thanks"),
        (Reason(Sign.ON_IT, 1, ("Test bench #peppol",)), "On it now: Test bench #peppol"),
        (Reason(Sign.ON_JOB, 3, ("Lean week", "Audit", "Tender")), "Works on Lean week, Audit"),
        (Reason(Sign.LINK, 1), "Shared a link"),
        (Reason(Sign.LINK, 2, ("a", "b", "c")), "Shared 2 links on #a, #b"),
        (Reason(Sign.WORKED, 1), "Wrote about it"),
        (Reason(Sign.WORKED, 4, ("vat",)), "Wrote about it 4 times on #vat"),
        (Reason(Sign.COMPANION, 1, ("vat",)), "Looking for the same"),
    ],
)
def test_each_reason_has_its_words_and_never_a_score(reason: Reason, words: str) -> None:
    assert told(reason).words == words


def test_each_sign_has_an_icon_and_a_tone() -> None:
    looks = {(told(Reason(s, 1, ("x",))).icon, told(Reason(s, 1, ("x",))).tone) for s in Sign}
    assert len(looks) == len(Sign)


def test_what_somebody_is_on_is_cut() -> None:
    words = told(Reason(Sign.ON_IT, 1, ("word " * 28,))).words
    assert words.endswith("…")
    assert len(words) < 80

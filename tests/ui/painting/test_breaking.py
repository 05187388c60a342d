"""Texts in lines."""

from presencemap.ui.painting.breaking import broken
from presencemap.ui.theme import Appearance


def test_a_text_is_broken_into_lines_and_the_last_is_elided(look: Appearance) -> None:
    font, metrics = look.theme.typeface("body")
    lines = broken(font, "a word " * 20, 100, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(metrics.horizontalAdvance(each) <= 100 for each in lines)
    assert broken(font, "a word", 100, 2) == ("a word",)
    assert broken(font, "x" * 60, 100, 3)[0] == "x" * len(broken(font, "x" * 60, 100, 3)[0])

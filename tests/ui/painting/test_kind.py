"""Each kind has its own icon, colour and words."""

from presencemap.app.resources import resource
from presencemap.domain.status import Kind
from presencemap.ui.painting.kind import kind_icon, kind_token, kind_word
from presencemap.ui.theme import Scheme, theme


def test_kinds_differ_in_icon_and_colour() -> None:
    assert len({kind_icon(kind) for kind in Kind}) == len(Kind)
    assert len({theme(Scheme.LIGHT).css(kind_token(kind)) for kind in Kind}) == len(Kind)


def test_every_icon_is_shipped_and_every_tone_has_a_soft_one() -> None:
    for kind in Kind:
        assert resource("icons", f"{kind_icon(kind)}.svg").is_file()
        assert theme(Scheme.DARK).css(kind_token(kind) + "Soft")


def test_the_words_are_the_designs() -> None:
    assert [kind_word(k) for k in Kind] == ["Working on", "Struggling with", "Thinking about"]

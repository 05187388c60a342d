"""The screens have the order of the rail."""

from presencemap.ui.screen import Screen


def test_where_one_looks_first_comes_first() -> None:
    assert list(Screen)[:2] == [Screen.MAP, Screen.COLLEAGUES]
    assert list(Screen)[-1] is Screen.NOTES

"""Every role of the palette comes from the tokens."""

import pytest
from PySide6.QtGui import QPalette

from presencemap.ui.theme.palette import palette
from presencemap.ui.theme.tokens import Scheme, theme

ROLES = [r for r in QPalette.ColorRole if r not in {r.NoRole, r.NColorRoles, r.Shadow}]


@pytest.mark.parametrize("scheme", Scheme)
def test_no_role_is_left_to_the_platform(scheme: Scheme) -> None:
    look = theme(scheme)
    ours = {look.colour(token).name() for token in look.colours}
    made = palette(look)
    for role in ROLES:
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            assert made.color(group, role).name() in ours, (group, role)


def test_disabled_text_is_fainter() -> None:
    made = palette(theme(Scheme.DARK))
    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == theme(Scheme.DARK).colour("ink3")

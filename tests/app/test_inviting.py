"""How long and how often an invite lets somebody in."""

import pytest

from presencemap.app.commands import CreateInvite, ShowInvites
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.errors import InvalidInput


def test_an_invite_is_a_link_that_is_listed_by_its_label(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        assert str(desk.obey(CreateInvite(label=" New\ncolleagues "))).startswith("presencemap:")
        invites = desk.obey(ShowInvites())
    assert isinstance(invites, list)
    assert [invite["label"] for invite in invites] == ["New colleagues"]


@pytest.mark.parametrize(
    "command",
    [
        CreateInvite(days=0),
        CreateInvite(days=366),
        CreateInvite(uses=0),
        CreateInvite(hints=("a",) * 9),
    ],
)
def test_it_has_an_end_and_no_more_addresses_than_fit(
    anna: ProfilePaths, command: CreateInvite
) -> None:
    with StoreDesk(anna) as desk:
        with pytest.raises(InvalidInput):
            desk.obey(command)
        assert desk.obey(ShowInvites()) == []

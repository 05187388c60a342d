"""Who may be named to who never asked."""

from types import ModuleType
from typing import Any

from presencemap.domain.expertise import Expert, Reason, Sign
from presencemap.ui.ask.helpers import named


def test_strangers_myself_and_the_one_it_is_about_are_never_named(
    stage: Any, factories: ModuleType
) -> None:
    numbers = (99, 0, 1, 5)
    found = tuple(
        Expert(factories.person_id(n), (Reason(Sign.TALENT, 1, ("Peppol",)),)) for n in numbers
    )
    (only,) = named(stage.team.roster, found, factories.person_id(1), "VAT on #peppol")
    assert only.person.name == "Amina El Idrissi"
    assert only.why == "Listed Peppol"
    assert named(stage.team.roster, found, factories.person_id(1), "Something else") == []

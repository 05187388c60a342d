"""What two people compare."""

from presencemap.protocol.safety import safety_code
from tests.protocol.statements import ANNA, BRAM, CLEO, ROOT


def test_both_sides_have_the_same_and_others_another() -> None:
    code = safety_code(ROOT.id, ANNA.id, BRAM.id)
    assert len(code) == 8
    assert safety_code(ROOT.id, BRAM.id, ANNA.id) == code
    others = [(ROOT.id, ANNA.id, CLEO.id), (ROOT.id, CLEO.id, BRAM.id), (CLEO.id, ANNA.id, BRAM.id)]
    assert code not in [safety_code(*other) for other in others]

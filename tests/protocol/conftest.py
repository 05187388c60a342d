"""No test of the protocol depends on the machine's randomness."""

import pytest

from presencemap.protocol import signing
from tests.protocol import lan


@pytest.fixture(autouse=True)
def _known_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing.secrets, "token_bytes", lan.key_bytes)

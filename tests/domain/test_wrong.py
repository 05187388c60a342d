"""Which thing is wrong is said by something."""

from pathlib import Path

import presencemap
from presencemap.domain.wrong import Wrong

SOURCES = Path(presencemap.__file__).parent


def test_each_can_happen() -> None:
    sources = [p for p in SOURCES.rglob("*.py") if p.parent != SOURCES / "ui" / "wrong"]
    said = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    assert [each.name for each in Wrong if f"Wrong.{each.name}" not in said] == []

"""The chain that proves the own membership, kept beside the keys and apart from the database.

With it and the keys a profile whose database is lost is in the team again. Secret it is not: peers
are shown it in each greeting.
"""

import base64
from pathlib import Path
from typing import Final

from pydantic import Field, ValidationError

from presencemap.domain.errors import PeerError
from presencemap.protocol.fields import VERSION, Model, Version
from presencemap.protocol.statement import MAX_CHAIN, MAX_STATEMENT, Statement
from presencemap.store.private import make_directory, read_file, write_file

CHAIN: Final = "chain.json"
_LIMIT: Final = 2 * MAX_CHAIN * MAX_STATEMENT


class ChainFile(Model):
    """Statements in base64."""

    v: Version = VERSION
    statements: tuple[str, ...] = Field(max_length=MAX_CHAIN)


def load_chain(directory: Path) -> list[Statement]:
    """The statements kept there; none where the file is missing or damaged.

    Raises:
        ProfileUnreadable: it is there and can't be read.
    """
    data = read_file(directory / CHAIN, _LIMIT)
    try:
        kept = ChainFile.model_validate_json(data or b"")
        return [Statement.read(base64.b64decode(item)) for item in kept.statements]
    except (ValidationError, ValueError, PeerError):
        return []


def save_chain(directory: Path, chain: list[Statement]) -> None:
    """Keep the chain there.

    Raises:
        EnvironmentFault: it can't be written; what was there still is.
    """
    make_directory(directory)
    items = tuple(base64.b64encode(statement.data).decode() for statement in chain)
    write_file(directory / CHAIN, ChainFile(statements=items).model_dump_json().encode())

"""Where a passphrase comes from: the environment, the terminal (unseen), or standard input."""

import os
import sys
from getpass import getpass
from typing import Final

from presencemap.domain.errors import InvalidInput

VARIABLE: Final = "PRESENCEMAP_PASSPHRASE"


def passphrase(*, new: bool) -> str:
    """What the person gives; a new one twice, so that a slip of the finger locks nobody out.

    Raises:
        InvalidInput: none, or two that differ.
    """
    given = os.environ.get(VARIABLE)
    if given is None and sys.stdin.isatty():
        given = getpass("Passphrase: ")
        if new and given != getpass("The same again: "):
            raise InvalidInput("The two passphrases differ; nothing was written. Try again.")
    elif given is None:
        given = sys.stdin.readline().rstrip("\r\n")
    if not given:
        raise InvalidInput(f"A passphrase is needed: type it, or set {VARIABLE}.")
    return given

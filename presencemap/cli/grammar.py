"""How a command is added to the grammar: alone, in a group, of two words.

Owns what all commands have in common. Knows none of them.
"""

import argparse
from dataclasses import dataclass
from typing import Any, Self

_Subparsers = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for it


class _Worded(_Subparsers):  # type: ignore[type-arg]  # it takes none at runtime
    """Knows commands of two words whose first is one too: ``plan``, and ``plan show``."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        two = " ".join(values[:2])
        worded = [two, *values[2:]] if two in self.choices else values
        super().__call__(parser, namespace, worded, option_string)


@dataclass(frozen=True, slots=True)
class Commands:
    """The commands of a program or of a group of them. ``_shared``: the flags that each takes."""

    _parsers: "_Subparsers[argparse.ArgumentParser]"
    _shared: argparse.ArgumentParser

    @classmethod
    def of(cls, root: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> Self:
        """The commands of a program, which does something without one too."""
        return cls(root.add_subparsers(metavar="COMMAND", title="commands", action=_Worded), shared)

    def add(self, name: str, action: str, text: str) -> argparse.ArgumentParser:
        """A command, of one word or two."""
        command = self._named(name, text)
        command.set_defaults(action=action)
        return command

    def group(self, name: str, text: str) -> Self:
        """A group of commands, of which one must be given."""
        parsers = self._named(name, text).add_subparsers(
            metavar="COMMAND", required=True, title="commands"
        )
        return type(self)(parsers, self._shared)

    def _named(self, name: str, text: str) -> argparse.ArgumentParser:
        return self._parsers.add_parser(
            name, parents=[self._shared], help=text, description=text, allow_abbrev=False
        )


def as_json(command: argparse.ArgumentParser) -> None:
    """It prints JSON on demand."""
    command.add_argument("--json", action="store_true", help="print JSON")

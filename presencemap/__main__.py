"""The entry point: ``presencemap`` and ``python -m presencemap``."""

import sys

from presencemap.cli.main import run


def main() -> int:
    """Run the program; the exit code is the contract of docs/cli.md."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

"""The entry point: ``presencemap`` and ``python -m presencemap``."""

import gc
import sys

from presencemap.cli.main import run


def main() -> int:
    """Run the program; the exit code is the contract of docs/cli.md."""
    code = run(sys.argv[1:])
    # The process ends: to look through all that a window made once more took longer than to quit.
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())

"""The command `timeline`, from its first moment on: whoever interrupts it while its modules load sees no traceback."""

from __future__ import annotations

import sys


def main() -> None:
    """Loads the command line and runs it; Ctrl-C before it can answer for itself ends it as the shell expects."""
    try:
        from timeline.cli import main as program

        program()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()

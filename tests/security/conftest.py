"""A run of the program in an empty folder, as the tests of the commands have it."""

from tests.commands.conftest import notice, run

__all__ = ["notice", "run"]

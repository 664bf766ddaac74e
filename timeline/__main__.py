"""`python -m timeline` is the command `timeline`."""

from timeline.cli import main

main()

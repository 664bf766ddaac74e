"""How much one document may hold: what lies behind a limit is left out, and a line says from where.

Each is far above any book, and keeps time and memory within bounds on a text that is none. What is cut counts as not
read: nothing that it told of before is cancelled.
"""

from __future__ import annotations

CHARACTERS = 2_000_000  # two of the great novels and more
LINES = 50_000  # of forty characters each, the two novels again
LINE = 500_000  # characters of one: a book whose line ends were lost
TIMES = 10_000  # expressions: one for each day of 27 years
LINE_TIMES = 1_000  # of those in one line: no paragraph of a book has as many
ALIKE = 1_000  # lines that say one and the same: more than a book has pages
EVENTS = 10_000

CUT = "cut-"  # how the names of the notes begin that tell of it

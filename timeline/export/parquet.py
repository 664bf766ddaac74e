"""Timeline -> a table with types for programs, as Apache Parquet; pyarrow writes it and comes with an extra."""

from __future__ import annotations

import io
from datetime import date

from timeline.export import table
from timeline.export.json import holds
from timeline.export.options import Options
from timeline.model import Timeline

__all__ = ("NAME", "SUFFIX", "holds", "render")

NAME = "parquet"  # the extra is called so too
SUFFIX = ".parquet"


def render(timeline: Timeline, options: Options) -> bytes:
    """The events as Parquet, minor ones as well: each bears its weight."""
    import pyarrow
    import pyarrow.parquet

    kinds = {str: pyarrow.string(), int: pyarrow.int32(), bool: pyarrow.bool_(), date: pyarrow.date32()}
    schema = pyarrow.schema([(name, kinds[kind]) for name, kind in table.COLUMNS.items()])
    found = list(table.rows(holds(timeline, options), timeline, options.language))
    made = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(found, schema=schema), made, compression="zstd")
    return made.getvalue()

"""Millions of documents -> Parquet shards of what they tell, by one process, several, or a cluster.

The map is pure: a slice of the input gives the rows of its shard, whoever works it out and however often. The merge is
in the rows: each bears the name of its happening, made of its day, place and title alone, so that putting shards
together is a union of sets, which no order, repetition or retry can change.
"""

MANIFEST = "manifest.json"  # by which a folder of shards is known
SCHEMA_VERSION = 1  # of the rows of a shard

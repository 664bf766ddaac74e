"""Which tellings are of one happening: inside a document (`retellings`, `repetitions`), across all (`sameness`)."""

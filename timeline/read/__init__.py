"""A file, a folder or standard input -> documents; one module a format."""

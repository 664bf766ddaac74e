"""Loads the words and names that the finder knows."""

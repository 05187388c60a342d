"""The Where map: its ground, its labels, and the people on it."""

"""Menus of a few choices, and the words of each."""

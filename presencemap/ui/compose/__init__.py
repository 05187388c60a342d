"""Saying what I am on: the draft, its fields, and the popover."""

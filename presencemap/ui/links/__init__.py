"""Saved links: found, kept, erased, sent to a colleague, as the window shows it."""

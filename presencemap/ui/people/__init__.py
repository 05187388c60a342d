"""Colleagues: the roster model, the list and the person card."""

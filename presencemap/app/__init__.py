"""Runs the effects: the node, its thread, profile and control socket. Knows no Qt."""

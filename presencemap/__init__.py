"""Presence Map: the GPS of colleagues, without a server."""

__version__ = "0.1.0"

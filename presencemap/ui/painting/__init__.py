"""Painters shared by list, card, map and tray: faces, availability, kinds."""

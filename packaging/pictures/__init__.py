"""Pictures of every window, for ``screenshots.py``: a module for each part of the program."""

"""The screen that answers "Who knows about ...?"."""

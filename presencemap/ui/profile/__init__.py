"""Writing my own profile: its fields, the dialog, and what a colleague sees of it."""

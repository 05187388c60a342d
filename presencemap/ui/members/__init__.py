"""The members of the team in the window: who they are, verifying them, removing them."""

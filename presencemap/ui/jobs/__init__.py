"""Jobs in the window: what the team works on together, and who is on each."""

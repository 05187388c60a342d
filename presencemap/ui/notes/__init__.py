"""Notes: what two people write to each other, as the window shows it."""

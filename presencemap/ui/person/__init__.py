"""A page of one colleague: all that is known of them, what they said, who is on the same."""

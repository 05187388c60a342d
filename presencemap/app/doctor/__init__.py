"""The doctor: why don't I see them? Facts of this network, what is wrong, and what to do."""

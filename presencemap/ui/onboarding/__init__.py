"""The first run: three small steps into a team, none of which needs a network."""

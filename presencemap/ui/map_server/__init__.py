"""The map server of the team: chosen for all, agreed to by each."""

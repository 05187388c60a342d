"""The places of the team: looked through, changed, merged."""

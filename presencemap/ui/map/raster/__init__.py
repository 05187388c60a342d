"""Pictures of the map from a map server, for what is closer than a region."""

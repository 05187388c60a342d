"""Find: people, places, topics and towns by a few letters, from one field."""

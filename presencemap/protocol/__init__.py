"""Sans-IO: bytes and events in, effects out."""

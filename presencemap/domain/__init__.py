"""Pure values and rules: no bytes, no clock, no I/O."""

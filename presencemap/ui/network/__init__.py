"""The Network page: can colleagues reach you, and why isn't somebody seen."""

"""The demo: a team of real nodes on this machine that keeps a plausible day. Knows no window."""

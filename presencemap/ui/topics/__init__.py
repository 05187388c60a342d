"""The topic map: who is on what, and what is asked. Draws values; knows no node."""

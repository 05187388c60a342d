"""What is wrong, in the window's words: each ``Wrong`` of the domain, by what it is about."""

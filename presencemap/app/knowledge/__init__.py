"""What colleagues said and know, found by words: on this machine alone, in memory alone."""

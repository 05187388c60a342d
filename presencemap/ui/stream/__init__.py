"""The stream: what colleagues say, in pages, and the thread that one of it opens."""

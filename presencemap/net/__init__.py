"""The one place where sockets live."""

"""The command line: arguments in, requests to the node or the own store, text or JSON out."""

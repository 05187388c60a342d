"""The only importer of PySide6: reads frozen values, sends commands."""

"""The one place where records rest."""

"""The app in the tray of the desktop."""

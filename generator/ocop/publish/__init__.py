"""The only door to the site folder: stage, journal, move, remove."""

"""The web editor on this computer: what saves into the project's own files (docs/adr/0012)."""

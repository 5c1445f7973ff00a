"""How the outlines of the maps are drawn; see ``tools/outline.py``."""

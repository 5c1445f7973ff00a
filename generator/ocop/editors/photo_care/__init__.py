"""Care of originals: lighter, upright, with names that every system and address can hold."""

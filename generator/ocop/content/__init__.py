"""From entries to the catalogue: typing, relating, and every fault of every file in one run."""

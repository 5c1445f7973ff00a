"""From an editor's photo to the files that a page shows, and covers for what has no photo."""

"""Lists of products and producers as offices keep them: spreadsheets brought into content."""

"""Price tags, shelf strips, stickers, tent cards, booth boards and posters from the catalogue."""

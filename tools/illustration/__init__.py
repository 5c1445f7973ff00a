"""Draws the pictures of the illustrative products, with Pillow alone and always the same."""

"""The printed catalogue: from chosen products to a book for screens or for a print shop."""

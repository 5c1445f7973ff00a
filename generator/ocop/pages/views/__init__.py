"""One module a kind of page: which artifacts there are, and the bytes of each."""

"""Search: the index of the products, and the engine that reads it."""

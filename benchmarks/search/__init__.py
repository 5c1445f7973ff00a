"""The search beside Pagefind and MiniSearch on the same records and queries."""

"""The generators that the benchmarks run: the project's own and its peers."""

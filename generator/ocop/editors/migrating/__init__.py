"""Content of other formats made ours: flat files, front matter, former names of sets and places."""

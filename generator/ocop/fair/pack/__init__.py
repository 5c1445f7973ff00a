"""A dated edition of the site to carry along: a folder or a zip file that needs no network."""

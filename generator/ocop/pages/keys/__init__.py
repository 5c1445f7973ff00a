"""Keys: for every artifact a digest of exactly what its page reads (docs/adr/0007).

Two builds that give an artifact the same key give it the same bytes, so that only artifacts
whose key has changed are made again. One module a family of views; :mod:`ocop.pages.keys.all`
is the door.
"""

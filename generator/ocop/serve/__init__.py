"""The site on one's own computer, renewed at every change (``ocop serve``)."""

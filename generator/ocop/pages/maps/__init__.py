"""Maps: the country and each province as inline SVG, with what the catalogue has where."""

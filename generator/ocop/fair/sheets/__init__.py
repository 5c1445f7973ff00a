"""Trade sheets: what a buyer asks of a product, on one page of A4."""

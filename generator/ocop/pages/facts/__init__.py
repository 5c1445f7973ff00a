"""The catalogue as open data: each record as plain values, in the contract's shape."""

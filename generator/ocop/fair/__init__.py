"""What a stand at a fair needs, made from the same content: printed matter and a stick."""

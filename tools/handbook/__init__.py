"""What the editors' handbook shows, made from the real program."""

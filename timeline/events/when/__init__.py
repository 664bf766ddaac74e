"""What a date does in its sentence (`roles`), and which words each date governs (`regions`)."""

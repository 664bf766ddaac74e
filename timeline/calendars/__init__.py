"""What a calendar knows: pure functions of a year."""

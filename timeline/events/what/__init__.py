"""The words that a date governs -> the title of what happened (`titles`)."""

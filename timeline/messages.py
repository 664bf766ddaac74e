"""Says a rule, a note or an error in the reader's language, from the rows of `data/messages/`."""

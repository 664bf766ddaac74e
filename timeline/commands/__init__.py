"""What is typed -> a call of the rooms below, text and an exit code; one module a command, loaded when it is run."""

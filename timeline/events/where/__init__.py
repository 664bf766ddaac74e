"""The words of an event, its section, its document -> the place that is printed with it (`location`)."""

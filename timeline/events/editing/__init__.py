"""A cut phrase -> what an editor prints of it: without what no headline says, short enough, marks in pairs."""

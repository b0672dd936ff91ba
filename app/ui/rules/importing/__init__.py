"""Taking a later batch of rules over: the file, a look at what it says, all of it or nothing."""

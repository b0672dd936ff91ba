"""Taking an export of the platform over: the file, a look at what it says and changes, all of it or nothing."""

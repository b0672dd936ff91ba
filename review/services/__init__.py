"""Services: one command, one unit of work, one commit. The only door to the store."""

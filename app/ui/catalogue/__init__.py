"""The catalogue room: editions and their entries, what differs between two, imports, and the memory of choices."""

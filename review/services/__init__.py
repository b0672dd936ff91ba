"""Services: one command, one unit of work, one commit. Roles and the four-eyes rule are enforced here."""

"""The watch list of the office: accounts, people, hospitals and clerks that deserve a supervisor's look."""

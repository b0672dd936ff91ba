"""The room of the year's sums: what the platform said of each person, batch by batch, and which claims that changed."""

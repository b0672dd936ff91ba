"""From the files an office has to the entries of an edition; nothing here is in force before it is approved."""

"""What a person's year stood at: as the platform says, as this office settled, as a clerk typed, made one."""

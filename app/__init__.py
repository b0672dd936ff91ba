"""How people and machines reach the software; composition happens here and nowhere else."""

"""The national rule library (两库): what articles may be charged to whom, where, how often and beside what."""

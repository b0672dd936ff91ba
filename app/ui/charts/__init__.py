"""Charts in the house's own look: what is drawn is data, two series side by side, picked and pointed at like rows."""

"""Administrative places of Viet Nam: their versions in time, their names in a text, and which one is meant."""

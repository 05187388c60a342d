"""Floor plans: rooms and desks with who is there, and the drawing of them."""

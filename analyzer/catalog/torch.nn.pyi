"""Networks, of which only the functions are known."""

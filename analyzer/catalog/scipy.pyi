"""Science: `scipy.signal` of it."""

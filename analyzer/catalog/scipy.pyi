"""Science: `scipy.signal` and `scipy.io.wavfile` of it."""

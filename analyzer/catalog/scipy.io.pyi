"""Files of samples: `scipy.io.wavfile` of it."""

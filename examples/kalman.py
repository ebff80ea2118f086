"""Smooths noisy measurements of a moving point with a Kalman filter of position and velocity."""

import numpy as np
from hotforge import compile

STEP = 1.0
MOTION = np.array([[1.0, STEP], [0.0, 1.0]])
OBSERVE = np.array([[1.0, 0.0]])


@compile()
def kalman(measurements: list[float], process_noise: float = 1e-3, measurement_noise: float = 0.5) -> list[float]:
    """Filtered positions, one for each measurement."""
    state = np.zeros((2, 1))
    covariance = np.eye(2) * 10.0
    positions = []
    for measured in measurements:
        state = MOTION @ state
        covariance = MOTION @ covariance @ MOTION.T + np.eye(2) * process_noise
        innovation = measured - (OBSERVE @ state)[0, 0]
        uncertainty = (OBSERVE @ covariance @ OBSERVE.T)[0, 0] + measurement_noise
        gain = covariance @ OBSERVE.T / uncertainty
        state = state + gain * innovation
        covariance = (np.eye(2) - gain @ OBSERVE) @ covariance
        positions.append(float(state[0, 0]))
    return positions


if __name__ == "__main__":
    print([round(position, 3) for position in kalman([1.1, 1.9, 3.2, 3.9, 5.1])])

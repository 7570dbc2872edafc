"""Filters. The time constant τ is in seconds, the cutoff ω in rad/s."""

import math


def low_pass(x: float, y: float, Δt: float, τ: float) -> float:
    """y[n] = y[n-1] + α·(x[n] − y[n-1]), with α = Δt/(τ+Δt); ‖x‖ ≤ 1, x ∈ ℝ."""
    α = Δt / (τ + Δt)
    return y + α * (x - y)


µs = 1e-6
ω = 2 * math.pi * 50
print(low_pass(1.0, 0.0, 10 * µs, 1 / ω), "°C", "5 µm", "H₂O", "10⁻³")

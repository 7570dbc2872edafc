# Motion with drag; Greek letters as in the book.
const ρ = 1.225        # density of air, kg/m³
const μ = 1.81e-5      # viscosity, Pa·s
const σ_max = 250e6

function step(v, ν, Δt; α=0.5, ρ_w=997, θ=π/4)
    p, a = 101325.0, 9.81
    Δv = (a - α * ρ * v^2) * Δt      # the usual one
    ∂x = v * cos(θ) * Δt
    x₁, x² = ∂x, ∂x^2
    ẋ = v * sinθ
    return Δv, σ_max / ρ_w, ν * p, x̂
end

𝐱 = [1.0, 2.0]; x = 𝐱[1]; ℓ = length(𝐱); ε₀ = 8.854e-12; ħ = 1.055e-34; Ωm = 0.3; kΩ = 4.7; λmax = 500

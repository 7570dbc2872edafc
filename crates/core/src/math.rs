//! Logarithms and exponentials that come to the same last digit on every platform.
//!
//! Those of Rust's standard library are the C library's, which rounds as it likes, or the
//! compiler's where it knows the argument; costs are made of them, and a decision may hang on a
//! cost. The crate `libm` computes them in Rust, by additions, multiplications and divisions alone,
//! which IEEE 754 defines to the last bit. `clippy.toml` forbids the others.

pub(crate) fn ln(x: f32) -> f32 {
    libm::logf(x)
}

/// ln(1 + x).
pub(crate) fn ln_1p(x: f32) -> f32 {
    libm::log1pf(x)
}

pub(crate) fn exp(x: f32) -> f32 {
    libm::expf(x)
}

pub(crate) fn ln_f64(x: f64) -> f64 {
    libm::log(x)
}

pub(crate) fn exp_f64(x: f64) -> f64 {
    libm::exp(x)
}

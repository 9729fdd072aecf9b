//! Colours as people see them who lack one of the three kinds of cones.
//!
//! Knows nothing of where a colour stands.

use super::colour::{Colour, linear};

/// What becomes of a linear colour, by G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model
/// for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009,
/// pages 1291 to 1298, at severity 1.0.
pub const LACKING: [(&str, [[f64; 3]; 3]); 3] = [
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

/// How far apart two colours are for those who lack these cones: the distance in CIELAB (CIE 1976), in which 100 is from
/// black to white and 2 is just seen.
pub fn distance(matrix: [[f64; 3]; 3], one: Colour, other: Colour) -> f64 {
    let seen = |colour| {
        let of = linear(colour);
        lab(matrix.map(|row| (row[0] * of[0] + row[1] * of[1] + row[2] * of[2]).clamp(0.0, 1.0)))
    };
    let (one, other) = (seen(one), seen(other));
    (0..3).map(|at| (one[at] - other[at]).powi(2)).sum::<f64>().sqrt()
}

/// CIELAB of a linear sRGB colour under D65.
fn lab([red, green, blue]: Colour) -> [f64; 3] {
    let x = (0.412_456 * red + 0.357_576 * green + 0.180_438 * blue) / 0.950_47;
    let y = 0.212_673 * red + 0.715_152 * green + 0.072_175 * blue;
    let z = (0.019_334 * red + 0.119_192 * green + 0.950_304 * blue) / 1.088_83;
    let [x, y, z] = [x, y, z].map(|part| if part > 0.008_856 { part.cbrt() } else { 7.787 * part + 16.0 / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

#[test]
fn greys_stay_and_what_lacks_a_cone_is_alike() {
    const ALL: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    for (name, matrix) in LACKING {
        assert!((distance(matrix, [0.0; 3], [255.0; 3]) - 100.0).abs() < 0.1, "{name}");
    }
    // A red and a green of one lightness.
    let (red, green) = ([200.0, 80.0, 40.0], [110.0, 130.0, 30.0]);
    assert!(distance(ALL, red, green) > 50.0);
    assert!(distance(LACKING[1].1, red, green) < 25.0);
}

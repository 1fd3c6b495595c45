import Foundation

/// A colour of the user's, as it can be read on paper and in the dark: made darker or lighter as far as it must be.
struct BrandColour: Equatable {
    /// Red, green and blue, 0 to 1.
    private let parts: [Double]

    /// `#rrggbb`; nil for everything else.
    init?(_ text: String) {
        guard text.utf8.count == 7, text.hasPrefix("#"), let number = UInt32(text.dropFirst(), radix: 16),
            text.dropFirst().allSatisfy(\.isHexDigit)
        else { return nil }
        parts = [16, 8, 0].map { Double((number >> $0) & 0xFF) / 255 }
    }

    private init(_ parts: [Double]) {
        self.parts = parts
    }

    var printed: String {
        "#"
            + parts.map { part in
                let digits = String(Int((part * 255).rounded()), radix: 16)
                return digits.count < 2 ? "0" + digits : digits
            }.joined()
    }

    /// The nearest mixture with black or white that letters of this colour can be read in on the ground (WCAG 2.2,
    /// 1.4.3: 4.5 to 1, here a little more).
    func readable(on ground: BrandColour) -> BrandColour {
        let other = ground.luminance > 0.5 ? 0.0 : 1.0
        for step in 0...20 {
            let share = Double(step) / 20
            let mixed = BrandColour(parts.map { $0 * (1 - share) + other * share })
            if mixed.contrast(with: ground) >= 4.6 { return mixed }
        }
        return BrandColour([other, other, other])
    }

    /// From 1 to 21 (WCAG 2.2, contrast ratio).
    func contrast(with other: BrandColour) -> Double {
        let (high, low) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (high + 0.05) / (low + 0.05)
    }

    private var luminance: Double {
        zip(parts, [0.2126, 0.7152, 0.0722]).map { part, weight in
            weight * (part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4))
        }.reduce(0, +)
    }
}

/// A drawing in SVG that needs no style and no file beside it.
struct ChartSVG {
    /// How text stands at its place.
    enum Anchor: String {
        case start, middle, end
    }

    /// The width of every chart; it scales to any other.
    static let width = 720.0

    static let ink = "#1a1a1a"
    static let soft = "#595959"
    static let line = "#c9c9c4"
    static let against = "#a84b00"
    static let favor = "#1b5e9e"
    static let neutral = "#c3c3c0"
    /// Fills that are told apart without color as well.
    static let hatch = "url(#hatch)"
    static let dots = "url(#dots)"

    private var body = ""

    /// The color of an estimate: that of a side where its interval leaves out 0.
    static func color(_ direction: String) -> String {
        switch direction {
        case "favor": favor
        case "against": against
        default: soft
        }
    }

    mutating func text(
        _ words: String, x: Double, y: Double, size: Double = 13, anchor: Anchor = .start,
        color: String = ink, isBold: Bool = false
    ) {
        body +=
            "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" font-size=\"\(Self.number(size))\" "
            + "text-anchor=\"\(anchor.rawValue)\" fill=\"\(color)\"\(isBold ? " font-weight=\"600\"" : "")>"
            + "\(SafeHTML.escaped(words))</text>\n"
    }

    mutating func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, color: String = line,
        width: Double = 1
    ) {
        body +=
            "<line x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\" "
            + "y2=\"\(Self.number(y2))\" stroke=\"\(color)\" stroke-width=\"\(Self.number(width))\"/>\n"
    }

    mutating func dot(_ x: Double, _ y: Double, color: String, isHollow: Bool = false) {
        body +=
            "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"4.5\" fill=\"\(isHollow ? "#fff" : color)\" "
            + "stroke=\"\(color)\" stroke-width=\"1.5\"/>\n"
    }

    mutating func rectangle(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, color: String
    ) {
        guard width > 0 else { return }
        body +=
            "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" "
            + "height=\"\(Self.number(height))\" fill=\"\(color)\"/>\n"
    }

    /// What the fills of shares mean, with the signs of the page.
    mutating func key(x: Double, y: Double) {
        var left = x
        for (fill, words, width) in [
            (Self.hatch, "▼ against", 47.0), (Self.neutral, "● neutral", 46.0),
            (Self.dots, "▲ favor", 40.0),
        ] {
            rectangle(left, y - 8, 9, 9, color: fill)
            text(words, x: left + 11, y: y, size: 8.5, color: Self.soft)
            left += width + 6
        }
    }

    private static let patterns = """
        <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <rect width="6" height="6" fill="\(against)"/><rect width="2" height="6" fill="#ffffff" fill-opacity="0.4"/>\
        </pattern><pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" \
        fill="\(favor)"/><circle cx="3" cy="3" r="1" fill="#ffffff" fill-opacity="0.4"/></pattern></defs>
        """

    /// The whole file.
    func file(height: Double, title: String, description: String) -> String {
        let size = "\(Self.number(Self.width)) \(Self.number(height))"
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" width="\(Self.number(Self.width))" \
            height="\(Self.number(height))" role="img" font-family="system-ui, 'Segoe UI', 'Helvetica Neue', Arial, \
            sans-serif">
            <title>\(SafeHTML.escaped(title))</title>
            <desc>\(SafeHTML.escaped(description))</desc>
            \(body.contains("url(#") ? Self.patterns : "")
            <rect width="100%" height="100%" fill="#fff"/>
            \(body)</svg>

            """
    }

    private static func number(_ x: Double) -> String { Numbers.table((x * 100).rounded() / 100) }
}

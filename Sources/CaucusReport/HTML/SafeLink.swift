/// An address that a reader may follow: http or https, nothing else.
enum SafeLink {
    /// The address, or `nil` where it is no http or https URL of at most 2,000 characters without white
    /// space, control characters, quotes or backslashes.
    static func web(_ url: String?) -> String? {
        guard let url, url.utf8.count <= 2000 else { return nil }
        let lower = url.lowercased()
        guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
        let forbidden: (UInt8) -> Bool = {
            $0 <= 0x20 || $0 == 0x7F || $0 == 0x22 || $0 == 0x3C || $0 == 0x3E || $0 == 0x5C
        }
        guard !url.utf8.contains(where: forbidden) else { return nil }
        let host = lower.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
            .dropFirst(2)
        guard let first = host.first?.utf8.first else { return nil }
        let letter = (0x61...0x7A).contains(first) || (0x30...0x39).contains(first) || first >= 0x80
        return letter || first == 0x5B ? url : nil
    }

    /// `url` with a text fragment that makes browsers scroll to the quotation and mark it.
    ///
    /// A fragment must be the article's own words: of a quotation in several pieces the first words of the first
    /// and the last words of the last, since what the tables put between pieces stands nowhere.
    static func quotation(_ url: String?, pieces: [String]) -> String? {
        guard let base = web(url) else { return nil }
        guard let fragment = fragment(pieces) else { return base }
        return base + (base.contains("#") ? "" : "#") + ":~:text=" + fragment
    }

    /// What stands after `:~:text=`, or `nil` where there are no words, or unheard-of ones.
    ///
    /// Up to eight words of one paragraph stand whole; all others are given by their first and last four.
    static func fragment(_ pieces: [String]) -> String? {
        let lines = pieces.flatMap { $0.split(whereSeparator: \.isNewline) }.map { line in
            line.split(whereSeparator: \.isWhitespace)
        }.filter { !$0.isEmpty }
        guard let first = lines.first, let last = lines.last,
            pieces.reduce(0, { $0 + $1.utf8.count }) < 20_000,
            (first + last).allSatisfy({ $0.utf8.count < 200 })
        else { return nil }
        if lines.count == 1, first.count <= 8 { return encoded(first.joined(separator: " ")) }
        return encoded(first.prefix(4).joined(separator: " ")) + ","
            + encoded(last.suffix(4).joined(separator: " "))
    }

    /// Percent-encodes all but letters, digits, `.`, `_` and `~`: a `-` or `,` would be read as syntax.
    private static func encoded(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x7E: out.append(byte)
            default: out += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

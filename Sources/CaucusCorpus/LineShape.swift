/// What a line of an export is by its form alone.
enum LineShape {
    /// The words of a line in lower case: letters and digits; at most `limit`.
    static func words(_ line: ArraySlice<UInt8>, limit: Int) -> [String] {
        line.lazy.split {
            !(0x30...0x39).contains($0) && !(0x41...0x5A).contains($0 & 0xDF) && $0 < 0x80
        }
        .prefix(limit).map { String(decoding: $0, as: UTF8.self).lowercased() }
    }

    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
        "sept", "oct", "nov", "dec",
    ]
    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
        "wed", "thu", "fri", "sat", "sun",
    ]

    private static func isYear(_ word: String) -> Bool {
        word.utf8.count == 4 && Int(word).map { (1600...2200).contains($0) } ?? false
    }

    /// Whether the line is a date: “March 5, 2031 Wednesday”, “5 March 2031”, “2031-03-05”, “05/03/2031”.
    static func isDate(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= 70 else { return false }
        let words = words(line, limit: 13)
        guard let first = words.first, words.count <= 12 else { return false }
        let number = Int(first)
        if months.contains(first) || weekdays.contains(first)
            || number.map({ (1...31).contains($0) }) ?? false
        {
            if words.contains(where: isYear), words.contains(where: months.contains) { return true }
        }
        let numbers = words.prefix(3).compactMap { Int($0) }
        guard numbers.count == 3, words.prefix(3).contains(where: isYear) else { return false }
        return numbers.contains { (1...12).contains($0) } && (isYear(first) || number ?? 99 <= 31)
    }

    /// Whether the line is a number of words: “412 words”, “1,206 words”.
    static func isWordCount(_ line: ArraySlice<UInt8>) -> Bool {
        let digits = line.prefix { (0x30...0x39).contains($0) || $0 == 0x2C }
        guard !digits.isEmpty, digits.count < 12 else { return false }
        let rest = line.dropFirst(digits.count)
        return rest.elementsEqual(" words".utf8) || rest.elementsEqual(" word".utf8)
    }

    /// Whether the line claims a copyright and nothing else: “Copyright 2031 …”, “© 2031 …”, “All Rights Reserved”.
    static func isCopyright(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= 200, let first = line.first, "CcAa(\u{C2}".utf8.contains(first) else {
            return false
        }
        // The sign ©, which is no ASCII, passes for a part of a word.
        var words = words(line, limit: 4).map { $0.hasPrefix("©") ? String($0.dropFirst()) : $0 }
        if words.prefix(3) == ["all", "rights", "reserved"] { return line.count <= 60 }
        words.removeAll { $0.isEmpty }
        let claims = words.prefix { $0 == "copyright" || $0 == "c" }.count
        let isClaim = claims > 0 || first == 0xC2
        return isClaim && words.dropFirst(claims).first.map(isYear) ?? false
    }

    /// Whether the line is a rule: twenty and more of `_`, `-`, `=`, `*`.
    static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count >= 20, let first = line.first, "_-=*".utf8.contains(first) else {
            return false
        }
        return line.allSatisfy { $0 == first }
    }

    /// `n` and `m` of “n of m DOCUMENTS” and “Document n of m”.
    static func documentNumber(_ line: ArraySlice<UInt8>) -> (number: Int, count: Int)? {
        guard (12...40).contains(line.count), let first = line.first,
            first < 0x3A || first & 0xDF == 0x44
        else { return nil }
        // Thousands have commas.
        let words = words(ArraySlice(line.filter { $0 != 0x2C }), limit: 5)
        guard words.count == 4 else { return nil }
        let isFirst = words[0] == "document"
        guard isFirst || words[3] == "documents" || words[3] == "document" else { return nil }
        let numbers = isFirst ? Array(words[1...]) : Array(words[..<3])
        guard numbers[1] == "of", let n = Int(numbers[0]), let m = Int(numbers[2]), n > 0,
            n <= m
        else { return nil }
        return (n, m)
    }

    /// Whether the line numbers a page: “Page 2 of 3”.
    static func isPageNumber(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= 24, line.first.map({ $0 & 0xDF == 0x50 }) ?? false else { return false }
        let words = words(line, limit: 5)
        guard words.count == 4, words[0] == "page", words[2] == "of" else { return false }
        return Int(words[1]) != nil && Int(words[3]) != nil
    }

    /// Whether the line, in whatever case, is `text`, which is written small.
    static func equals(_ line: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
        guard line.count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { text in
            zip(line, text).allSatisfy { ((0x41...0x5A).contains($0) ? $0 | 0x20 : $0) == $1 }
        }
    }
}

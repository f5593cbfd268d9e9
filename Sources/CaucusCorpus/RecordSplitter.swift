/// Finds where records end in bytes that arrive in pieces.
struct RecordSplitter: Sendable {
    private enum Kind: Sendable {
        case lines
        case rows(CSVScanner)
        case elements(JSONElementSplitter)
        case objects(JSONElementSplitter)
        case whole
    }

    private var kind: Kind
    /// The bytes that have been looked at, from the start of the pending ones.
    private var scanned = 0
    /// Whether the end of an array has been passed.
    private(set) var isClosed = false
    /// How many elements of an array have ended.
    private(set) var elements = 0

    /// Splits records of one layout.
    init(_ layout: RecordLayout, maximumRecord: Int) {
        kind =
            switch layout {
            case .whole: .whole
            case .lines: .lines
            case .elements: .elements(JSONElementSplitter())
            case .objects: .objects(JSONElementSplitter(isArray: false))
            case .rows(let table): .rows(CSVScanner(table, maximumRow: maximumRecord))
            }
    }

    /// One past the last whole record of `bytes`, or `nil` where no record ends in them.
    mutating func border(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        switch kind {
        case .whole:
            return nil
        case .lines:
            var i = bytes.count
            while i > scanned, bytes[i - 1] != 0x0A { i -= 1 }
            let found = i > scanned ? i : nil
            scanned = bytes.count
            return found
        case .rows(let scanner):
            return rowBorder(bytes, scanner)
        case .elements(var splitter):
            defer { kind = .elements(splitter) }
            var border: Int?
            var i = scanned
            while !isClosed, let end = splitter.endOfElement(bytes, from: i) {
                isClosed = splitter.isClosed
                border = end + 1
                i = end + 1
                elements += 1
            }
            scanned = bytes.count
            return border
        case .objects(var splitter):
            defer { kind = .objects(splitter) }
            var border: Int?
            var i = scanned
            while let end = splitter.endOfElement(bytes, from: i) {
                border = end
                i = end
            }
            scanned = bytes.count
            return border
        }
    }

    private func rowBorder(_ bytes: UnsafeBufferPointer<UInt8>, _ scanner: CSVScanner) -> Int? {
        var cells: [CSVScanner.Cell] = []
        var start = 0
        while start < bytes.count {
            switch scanner.step(bytes, from: start, isLast: false, into: &cells) {
            case .row(let next): start = next
            case .broken(_, let next?): start = next
            case .broken(_, nil), .incomplete: return start > 0 ? start : nil
            }
        }
        return start > 0 ? start : nil
    }

    /// Whether the records are elements of an array.
    var hasElements: Bool {
        if case .elements = kind { true } else { false }
    }

    /// Tells that the first `count` pending bytes have gone.
    mutating func drop(_ count: Int) {
        scanned = max(scanned - count, 0)
    }

    /// One past the end of the record that is passed over, or `nil` where the bytes end before.
    mutating func endOfSkipped(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        switch kind {
        case .whole:
            return nil
        case .lines, .rows:
            return bytes.firstByte(0x0A).map { $0 + 1 }
        case .elements(var splitter):
            defer { kind = .elements(splitter) }
            guard let end = splitter.endOfElement(bytes, from: scanned) else {
                scanned = bytes.count
                return nil
            }
            isClosed = splitter.isClosed
            scanned = end + 1
            return end + 1
        case .objects(var splitter):
            defer { kind = .objects(splitter) }
            guard let end = splitter.endOfElement(bytes, from: scanned) else {
                scanned = bytes.count
                return nil
            }
            scanned = end
            return end
        }
    }
}

/// How the bytes of a file are packed.
enum Packing: CaseIterable, Sendable {
    case gzip
    case bzip2
    case zstandard

    /// The ending of a packed file's name.
    var ending: String {
        switch self {
        case .gzip: ".gz"
        case .bzip2: ".bz2"
        case .zstandard: ".zst"
        }
    }

    /// Its name, for messages.
    var name: String {
        switch self {
        case .gzip: "gzip"
        case .bzip2: "bzip2"
        case .zstandard: "Zstandard"
        }
    }

    /// The bytes that a packed file begins with.
    private var mark: [UInt8] {
        switch self {
        case .gzip: [0x1F, 0x8B]
        case .bzip2: Array("BZh".utf8)
        case .zstandard: [0x28, 0xB5, 0x2F, 0xFD]
        }
    }

    /// As many bytes tell how a file is packed.
    static let markLength = 10

    /// The packing that the name of `path` tells.
    static func named(_ path: String) -> Packing? {
        let path = path.lowercased()
        return allCases.first { path.hasSuffix($0.ending) }
    }

    /// The packing of what begins with `bytes`.
    static func marked(_ bytes: some Collection<UInt8>) -> Packing? {
        guard let packing = allCases.first(where: { bytes.starts(with: $0.mark) }) else {
            return nil
        }
        guard packing == .bzip2 else { return packing }
        // A text may begin with those three letters; a block follows in packed data, or their end.
        let rest = bytes.dropFirst(4)
        let follows = [
            [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], [0x17, 0x72, 0x45, 0x38, 0x50, 0x90],
        ]
        return follows.contains { rest.starts(with: $0.map(UInt8.init)) } ? .bzip2 : nil
    }
}

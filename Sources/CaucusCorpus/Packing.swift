/// A way of packing a whole file, which its first bytes tell.
enum Packing: String, CaseIterable, Sendable {
    case gzip = "gz"
    case bzip2 = "bz2"
    case zstandard = "zst"

    /// The ending of a packed file's name.
    var ending: String { "." + rawValue }

    /// Its name, for messages.
    var name: String {
        switch self {
        case .gzip: "gzip"
        case .bzip2: "bzip2"
        case .zstandard: "Zstandard"
        }
    }

    /// The packing that the name of `path` tells.
    static func named(_ path: String) -> Packing? {
        let path = path.lowercased()
        return allCases.first { path.hasSuffix($0.ending) }
    }

    /// How many bytes tell it.
    static let markLength = 10

    /// What the first bytes of a file tell; `nil` where they are no packed data. None of the marks begins a text in UTF-8
    /// but that of bzip2, whose fourth byte is a digit and whose next six are those of π.
    init?(_ bytes: some Collection<UInt8>) {
        if bytes.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
            self = .zstandard
        } else if bytes.starts(with: "BZh".utf8),
            bytes.dropFirst(3).first.map({ (0x31...0x39).contains($0) }) ?? false
        {
            let next = bytes.dropFirst(4).prefix(6)
            let block: [UInt8] = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]
            let end: [UInt8] = [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]
            guard
                next.elementsEqual(block.prefix(next.count))
                    || next.elementsEqual(end.prefix(next.count))
            else { return nil }
            self = .bzip2
        } else {
            return nil
        }
    }

    /// An unpacker of such data; `path` is for messages.
    func unpacker(path: String) throws(CorpusError) -> any Unpacker {
        switch self {
        case .gzip: try Inflater(path: path)
        case .bzip2: try Bunzipper(path: path)
        case .zstandard: try Unzstander(path: path)
        }
    }
}

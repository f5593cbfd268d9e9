#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What lies in a folder, by name.
struct FolderListing {
    /// The names, in no order.
    private(set) var names: [String] = []
    /// Names that are not UTF-8, and so no path that can be told; what is wrong in them stands as `\\xE9`.
    private(set) var unreadable: [String] = []

    /// Lists the folder at `path`; `nil` where it cannot be listed.
    init?(_ path: String) {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                Array(bytes.prefix { $0 != 0 })
            }
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            if let text = String(validating: name, as: UTF8.self) {
                names.append(text)
            } else {
                unreadable.append(Self.spelling(name))
            }
        }
        unreadable.sort()
    }

    private static func spelling(_ name: [UInt8]) -> String {
        name.map { byte in
            (0x20..<0x7F).contains(byte)
                ? String(Character(Unicode.Scalar(byte)))
                : "\\x" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

/// The members of a zip archive (APPNOTE 6.3), as the list at its end has them.
///
/// Nothing is unpacked to the disk, and names are only names. Archives of several disks are refused, and such whose
/// members overlap: they unpack to far more than their size.
struct ZipArchive: Sendable {
    /// One member.
    struct Entry: Sendable, Hashable {
        /// Its path in the archive, without control characters.
        var name: String
        /// Where its header is.
        var offset: Int
        var packedSize: Int
        /// The unpacked size that the list claims.
        var size: Int
        /// How it is packed: 0 stored, 8 deflated.
        var method: Int
        var crc: UInt32
        var isEncrypted: Bool

        /// Whether it is a folder and not a file.
        var isFolder: Bool { name.hasSuffix("/") }
    }

    /// How many members an archive may have.
    static let maximumEntries = 1 << 20
    /// The bytes that the list of members may have.
    static let maximumList = 1 << 28

    let source: ZipSource
    private(set) var entries: [Entry] = []

    /// Whether `bytes` begin a zip archive.
    static func begins(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
    }

    /// Reads the list of members.
    ///
    /// - Complexity: O(members), in memory too.
    init(_ source: ZipSource) throws(UnreadableFile) {
        self.source = source
        let end = try ZipEnd(source)
        guard end.count <= Self.maximumEntries, end.listSize <= Self.maximumList else {
            throw UnreadableFile(
                message:
                    "found a zip of \(end.count) members, their list of \(end.listSize) bytes; "
                    + "expected at most \(Self.maximumEntries) members")
        }
        let list = try source.read(end.listSize, at: end.listOffset)
        var at = 0
        var packed = 0
        // A member needs 46 bytes of the list and more, whatever number the end claims.
        entries.reserveCapacity(min(end.count, list.count / 46))
        while entries.count < end.count {
            guard list.count - at >= 46, list.number(4, at: at) == 0x0201_4B50 else {
                throw UnreadableFile(
                    message: "the zip's list of members is broken after \(entries.count) of "
                        + "\(end.count); expected a member at byte \(end.listOffset + at)")
            }
            let name = list.number(2, at: at + 28)
            let extra = list.number(2, at: at + 30)
            let length = 46 + name + extra + list.number(2, at: at + 32)
            guard list.count - at >= length else {
                throw UnreadableFile(
                    message: "the zip's list of members ends inside member \(entries.count + 1) of "
                        + "\(end.count)")
            }
            var entry = Entry(
                name: Self.name(
                    list[(at + 46)..<(at + 46 + name)]),
                offset: list.number(4, at: at + 42), packedSize: list.number(4, at: at + 20),
                size: list.number(4, at: at + 24), method: list.number(2, at: at + 10),
                crc: UInt32(list.number(4, at: at + 16)),
                isEncrypted: list.number(2, at: at + 8) & 0x41 != 0)
            entry.widen(list[(at + 46 + name)..<(at + 46 + name + extra)])
            let (offset, isTooFar) = entry.offset.addingReportingOverflow(end.shift)
            let (sum, isTooMuch) = packed.addingReportingOverflow(entry.packedSize)
            guard !isTooFar, !isTooMuch, sum <= source.size else {
                throw UnreadableFile(
                    message: "the zip's members claim more than its \(source.size) bytes, or "
                        + "overlap; expected each to have bytes of its own")
            }
            entry.offset = offset
            packed = sum
            entries.append(entry)
            at += length
        }
    }

    /// The member called `name`, or `nil`.
    func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }

    /// The unpacked bytes of a member, at most `limit` of them; throws where there are more.
    func bytes(of entry: Entry, limit: Int) throws(UnreadableFile) -> [UInt8] {
        let member = try ZipMember(source, entry, limit: limit)
        var bytes: [UInt8] = []
        while try member.read(upTo: 1 << 18, into: &bytes) {}
        return bytes
    }

    /// A name as UTF-8, whether its flag says so or not, else as windows-1252; without control characters.
    private static func name(_ bytes: ArraySlice<UInt8>) -> String {
        let plain = bytes.map { $0 < 0x20 || $0 == 0x7F ? 0x3F : $0 }
        if let text = String(validating: plain, as: UTF8.self) { return text }
        let letters = plain.withUnsafeBufferPointer { TextEncoding.windows1252.decoded($0) }
        return String(decoding: letters, as: UTF8.self)
    }
}

extension ZipArchive.Entry {
    /// Takes the numbers that have no room in four bytes from the field for them (zip64).
    fileprivate mutating func widen(_ extra: ArraySlice<UInt8>) {
        let extra = Array(extra)
        var at = 0
        while at + 4 <= extra.count {
            let (kind, length) = (extra.number(2, at: at), extra.number(2, at: at + 2))
            at += 4
            guard length <= extra.count - at else { return }
            guard kind == 1 else {
                at += length
                continue
            }
            let end = at + length
            for path in [\Self.size, \.packedSize, \.offset]
            where self[keyPath: path] == 0xFFFF_FFFF {
                guard at + 8 <= end else { return }
                self[keyPath: path] = extra.number(8, at: at)
                at += 8
            }
            return
        }
    }
}

/// What the end of an archive says of its list of members.
private struct ZipEnd {
    /// The number of members.
    var count: Int
    var listSize: Int
    var listOffset: Int
    /// The bytes before the archive, from where its offsets count.
    var shift: Int

    /// Looks for the end in the last bytes, behind which there may be a comment.
    init(_ source: ZipSource) throws(UnreadableFile) {
        let size = min(source.size, 22 + 0xFFFF)
        let start = source.size - size
        let tail = try source.read(size, at: start)
        var at = tail.count - 22
        while at >= 0,
            tail.number(4, at: at) != 0x0605_4B50
                || tail.number(2, at: at + 20) > tail.count - at - 22
        {
            at -= 1
        }
        guard at >= 0 else {
            throw UnreadableFile(
                message: "found no list of members at the end of the zip; expected a whole zip file"
            )
        }
        var disks = (tail.number(2, at: at + 4), tail.number(2, at: at + 6))
        (count, listSize) = (tail.number(2, at: at + 10), tail.number(4, at: at + 12))
        var offset = tail.number(4, at: at + 16)
        var end = start + at
        if end >= 20 {
            let locator = try source.read(20, at: end - 20)
            if locator.number(4, at: 0) == 0x0706_4B50 {
                var wide = locator.number(8, at: 8)
                // Bytes before the archive move it, too: then it is right before its locator.
                if end >= 76, try source.read(4, at: end - 76).number(4, at: 0) == 0x0606_4B50 {
                    wide = end - 76
                }
                let record = try source.read(56, at: wide)
                guard record.number(4, at: 0) == 0x0606_4B50 else {
                    throw UnreadableFile(
                        message: "found no zip64 record at byte \(wide); expected a whole zip file")
                }
                disks = (record.number(4, at: 16), record.number(4, at: 20))
                (count, listSize) = (record.number(8, at: 32), record.number(8, at: 40))
                offset = record.number(8, at: 48)
                end = wide
            }
        }
        guard disks == (0, 0) else {
            throw UnreadableFile(
                message: "found a part of a zip of several files; expected one file")
        }
        guard listSize <= end, offset <= end - listSize else {
            throw UnreadableFile(
                message:
                    "the zip's list of members is said to have \(listSize) bytes at \(offset); "
                    + "the file has \(end) before its end")
        }
        listOffset = end - listSize
        shift = listOffset - offset
    }
}

extension [UInt8] {
    /// The little-endian number of `count` bytes at `i`; those that have no room in `Int` are its greatest.
    fileprivate func number(_ count: Int, at i: Int) -> Int {
        var number: UInt64 = 0
        for k in 0..<count where i + k < self.count {
            number |= UInt64(self[i + k]) << (8 * UInt64(k))
        }
        return Int(clamping: number)
    }
}

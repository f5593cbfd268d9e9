import CZlib

/// Makes zip archives, sound ones and such that lie.
struct ZipBuilder {
    /// A member and what its headers say of it.
    struct Member {
        var name: String
        var bytes: [UInt8]
        var method = 8
        var flags = 0
        /// The unpacked size that the list claims; the true one unless given.
        var claimedSize: Int?
        var claimedCRC: Int?
        /// Whether its numbers are in a zip64 field.
        var isWide = false
    }

    var members: [Member] = []
    var isWide = false
    var comment: [UInt8] = []
    /// What stands before the archive.
    var prefix: [UInt8] = []

    /// An archive of texts, each deflated.
    init(_ texts: [(name: String, text: String)] = []) {
        members = texts.map { Member(name: $0.name, bytes: Array($0.text.utf8)) }
    }

    /// The archive.
    var bytes: [UInt8] {
        var file: [UInt8] = []
        var list: [UInt8] = []
        for member in members {
            let packed = member.method == 8 ? Self.deflated(member.bytes) : member.bytes
            let crc = member.claimedCRC ?? Int(Self.checksum(member.bytes))
            let size = member.claimedSize ?? member.bytes.count
            let name = Array(member.name.utf8)
            let wide = member.isWide ? 0xFFFF_FFFF : nil
            let offset = file.count
            func header(_ extra: Int) -> [UInt8] {
                number(20, 2) + number(member.flags, 2) + number(member.method, 2) + number(0, 4)
                    + number(crc, 4) + number(wide ?? packed.count, 4) + number(wide ?? size, 4)
                    + number(name.count, 2) + number(extra, 2)
            }
            file += number(0x0403_4B50, 4) + header(0) + name + packed
            let extra =
                member.isWide
                ? number(0x9999, 2) + number(2, 2) + [7, 7] + number(1, 2) + number(24, 2)
                    + number(size, 8) + number(packed.count, 8) + number(offset, 8) : []
            list += number(0x0201_4B50, 4) + number(20, 2) + header(extra.count)
            list += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
            list += number(wide ?? offset, 4) + name + extra
        }
        let at = file.count
        file += list
        if isWide {
            let record = file.count
            file += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2)
            file += number(0, 4) + number(0, 4) + number(members.count, 8)
            file += number(members.count, 8) + number(list.count, 8) + number(at, 8)
            file += number(0x0706_4B50, 4) + number(0, 4) + number(record, 8) + number(1, 4)
        }
        file += number(0x0605_4B50, 4) + number(0, 4)
        file +=
            number(isWide ? 0xFFFF : members.count, 2) + number(isWide ? 0xFFFF : members.count, 2)
        file += number(isWide ? 0xFFFF_FFFF : list.count, 4) + number(isWide ? 0xFFFF_FFFF : at, 4)
        return prefix + file + number(comment.count, 2) + comment
    }

    private func number(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// The checksum that zip asks for.
    static func checksum(_ bytes: [UInt8]) -> UInt {
        bytes.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
    }

    /// The bytes deflated, without a header.
    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](
            repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
        let made = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                _ = deflate(&stream, Z_FINISH)
                return output.count - Int(stream.avail_out)
            }
        }
        return Array(output[..<made])
    }
}

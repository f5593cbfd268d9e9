import CEncoder

/// The memory an encoder works in, for one thread.
package final class EncoderScratch {
    private(set) var x: UnsafeMutablePointer<Float>
    private(set) var qkv: UnsafeMutablePointer<Float>
    private(set) var mixed: UnsafeMutablePointer<Float>
    private(set) var wide: UnsafeMutablePointer<Float>
    /// For what the pieces of one input take of one another.
    private(set) var room: UnsafeMutablePointer<Float>
    /// Rows of what a product reads, in eight bits.
    private(set) var eight: caucus_bytes
    /// So many pieces are read at a time: their numbers stay in a core's second cache.
    static let rows = 2 * EncoderInput.longest
    private var all: UnsafeMutablePointer<Float>
    private var size: EncoderSize?

    package init() {
        all = .allocate(capacity: 1)
        (x, qkv, mixed, wide, room) = (all, all, all, all, all)
        eight = caucus_bytes(
            numbers: UnsafeMutablePointer<UInt8>.allocate(capacity: 1), low: all, step: all)
    }

    deinit {
        all.deallocate()
        eight.numbers.deallocate()
    }

    /// Makes room for an encoder of that size.
    func fit(_ new: EncoderSize) {
        guard size != new else { return }
        size = new
        all.deallocate()
        eight.numbers.deallocate()
        let n = Self.rows
        let room = caucus_attention_room(EncoderInput.longest, new.width / new.heads)
        let parts = [new.width, 3 * new.width, new.width, new.inner, 1, 1].map { $0 * n } + [room]
        let count = parts.reduce(0, +)
        all = .allocate(capacity: count)
        all.initialize(repeating: 0, count: count)
        var next = all
        let starts = parts.map { part in
            defer { next += part }
            return next
        }
        (x, qkv, mixed, wide, self.room) = (starts[0], starts[1], starts[2], starts[3], starts[6])
        let numbers = UnsafeMutablePointer<UInt8>.allocate(capacity: n * max(new.width, new.inner))
        numbers.initialize(repeating: 0, count: n * max(new.width, new.inner))
        eight = caucus_bytes(numbers: numbers, low: starts[4], step: starts[5])
    }
}

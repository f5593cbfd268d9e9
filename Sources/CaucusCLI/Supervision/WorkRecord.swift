import Foundation
import Synchronization

/// What is at work and what has been done, in memory that the command shares with its worker: it outlives the
/// worker.
///
/// All of it are 64-bit words. Each has one writer at a time: the threads of the worker their own slots, the
/// command the rest, most of it while no worker runs.
///
/// `@unchecked`: the words are atomic.
struct WorkRecord: @unchecked Sendable {
    /// The first words, one each.
    enum Field: Int {
        /// Tells that this is such a record, and of which build.
        case mark
        /// The thread that a signal met: 0 none, a slot's number + 1, or `.max` where it had no slot.
        case metThread
        /// That signal.
        case metSignal
        /// How many items of the output have been passed on to standard output, by all workers.
        case itemsPassed
        /// How many frames of this worker have been.
        case framesPassed
        /// The error number of standard output, or 0.
        case outputError
        /// Documents that went into the store, by all workers.
        case documentsScored
        /// Whether the store was made by a worker of this command: 1.
        case storeIsNew
        case linesTold, suspects, leftOut
        /// How many slots have been in use.
        case slots
        /// The process number of the worker before, 0 where there was none.
        case workerBefore
        /// How many bytes the path of the file has that is read.
        case pathLength
    }

    /// What follows the fields: where it begins, in words, and how many entries it has room for.
    enum Part {
        static let path = (start: 16, count: 128)
        static let linesTold = (start: 256, count: 256)
        /// Documents that a store has taken in, a run each, and those that were replaced.
        static let stored = (start: 512, count: 4096)
        static let replaced = (start: 4608, count: 4096)
        /// Two words each: the key, and why.
        static let leftOut = (start: 8704, count: 1024)
        static let suspects = (start: 10752, count: 65536)
        static let slots = (start: 76288, count: 256)
        static let words = slots.start + slots.count * WorkSlot.words
    }

    private static let mark: UInt64 = 0x4341_5543_5553_0001

    /// The size of the record.
    static var bytes: Int { Part.words * 8 }

    let base: UnsafeMutableRawPointer
    let descriptor: Int32

    /// Maps the record that `descriptor` holds, a new one where `isNew`; `nil` where there is none.
    init?(descriptor: Int32, isNew: Bool) {
        let size = Self.bytes
        if isNew, ftruncate(descriptor, off_t(size)) != 0 { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size == size,
            let base = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
            base != MAP_FAILED
        else { return nil }
        self.base = base
        self.descriptor = descriptor
        if isNew { self[.mark] = Self.mark }
        guard self[.mark] == Self.mark else { return nil }
    }

    /// A word.
    func word(_ index: Int) -> UnsafeMutablePointer<Atomic<UInt64>> {
        (base + 8 * index).assumingMemoryBound(to: Atomic<UInt64>.self)
    }

    subscript(index: Int) -> UInt64 {
        get { word(index).pointee.load(ordering: .acquiring) }
        nonmutating set { word(index).pointee.store(newValue, ordering: .releasing) }
    }

    subscript(field: Field) -> UInt64 {
        get { self[field.rawValue] }
        nonmutating set { self[field.rawValue] = newValue }
    }

    /// The slot with a number.
    func slot(_ number: Int) -> WorkSlot {
        WorkSlot(record: self, start: Part.slots.start + number * WorkSlot.words)
    }

    /// The slots that have been in use.
    var slots: [WorkSlot] {
        (0..<min(Int(self[.slots]), Part.slots.count)).map(slot)
    }
}

/// What one thread of the worker is at.
struct WorkSlot {
    /// More records that have something in common are not told apart.
    static let mostKeys = 1024
    static let words = 1040
    private static let firstKey = 4

    let record: WorkRecord
    /// Its first word.
    let start: Int

    /// Grows with each record: the same number means the same record.
    var sequence: UInt64 {
        get { record[start] }
        nonmutating set { record[start] = newValue }
    }

    /// The thread that it belongs to, 0 where it is free.
    var owner: UnsafeMutablePointer<Atomic<UInt64>> { record.word(start + 1) }

    /// How many records are at work: 0 none, 1 one, more what they have in common.
    var count: Int {
        get { min(Int(truncatingIfNeeded: record[start + 2]), Self.mostKeys) }
        nonmutating set { record[start + 2] = UInt64(newValue) }
    }

    /// Whether no other thread works on a record meanwhile.
    var isAlone: Bool {
        get { record[start + 3] != 0 }
        nonmutating set { record[start + 3] = newValue ? 1 : 0 }
    }

    /// The keys of the records at work.
    var keys: [UInt64] { (0..<count).map { record[start + Self.firstKey + $0] } }

    func begin(_ key: UInt64) {
        record[start + Self.firstKey] = key
        count = 1
        sequence &+= 1
    }

    func begin(_ keys: some Collection<UInt64>) {
        for (i, key) in keys.prefix(Self.mostKeys).enumerated() {
            record[start + Self.firstKey + i] = key
        }
        count = min(keys.count, Self.mostKeys)
        sequence &+= 1
    }

    func end() {
        count = 0
        isAlone = false
        sequence &+= 1
    }
}

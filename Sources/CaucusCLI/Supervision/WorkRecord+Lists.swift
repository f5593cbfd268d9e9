import Caucus
import Foundation

extension WorkRecord {
    /// The number by which a record is known again.
    static func key(_ name: RecordName) -> UInt64 {
        var hash = ContentHash()
        hash.combine(name.id)
        hash.combine(name.place.file)
        return hash.value.0 &+ UInt64(bitPattern: Int64(name.place.line ?? 0))
            &* 0x9E37_79B9_7F4A_7C15
    }

    /// The records that are left out, and why.
    var leftOut: [UInt64: DocumentFault] {
        var faults: [UInt64: DocumentFault] = [:]
        for i in 0..<min(Int(self[.leftOut]), Part.leftOut.count) {
            let start = Part.leftOut.start + 2 * i
            faults[self[start]] = DocumentFault(word: self[start + 1])
        }
        return faults
    }

    /// Leaves a record out from now on; whether there was room to note it.
    func leaveOut(_ key: UInt64, _ fault: DocumentFault) -> Bool {
        let count = Int(self[.leftOut])
        guard count < Part.leftOut.count else { return false }
        let start = Part.leftOut.start + 2 * count
        self[start] = key
        self[start + 1] = fault.word
        self[.leftOut] = UInt64(count + 1)
        clear(suspect: key)
        return true
    }

    /// The records that were at work when a worker ended, and have not come through since.
    var suspects: Set<UInt64> {
        Set((0..<Int(self[.suspects])).map { self[Part.suspects.start + $0] }.filter { $0 != 0 })
    }

    /// Adds suspects; those for which there is no room are worked on as all others are.
    func suspect(_ keys: [UInt64]) {
        let all = suspects.union(keys).sorted().prefix(Part.suspects.count)
        for (i, key) in all.enumerated() { self[Part.suspects.start + i] = key }
        self[.suspects] = UInt64(all.count)
    }

    /// A record has come through, or is left out.
    func clear(suspect key: UInt64) {
        for i in 0..<Int(self[.suspects]) where self[Part.suspects.start + i] == key {
            self[Part.suspects.start + i] = 0
        }
    }

    /// The file that is read.
    var path: String? {
        get {
            let length = min(Int(self[.pathLength]), Part.path.count * 8)
            let bytes = UnsafeRawBufferPointer(start: base + Part.path.start * 8, count: length)
            return length == 0 ? nil : String(decoding: bytes, as: UTF8.self)
        }
        nonmutating set {
            let bytes = Array((newValue ?? "").utf8.suffix(Part.path.count * 8))
            (base + Part.path.start * 8).copyMemory(from: bytes, byteCount: bytes.count)
            self[.pathLength] = UInt64(bytes.count)
        }
    }

    /// How many documents of a run the workers before this one have stored, and how many of them replaced others.
    func stored(run: Int) -> (documents: Int, replaced: Int) {
        guard run < Part.stored.count else { return (0, 0) }
        return (Int(self[Part.stored.start + run]), Int(self[Part.replaced.start + run]))
    }

    /// The hashes of the lines that have been told on standard error.
    var linesTold: [UInt64] {
        (0..<min(Int(self[.linesTold]), Part.linesTold.count))
            .map { self[Part.linesTold.start + $0] }
    }

    /// Keeps the hash of a line that was told, while there is room.
    func told(_ hash: UInt64) {
        let count = Int(self[.linesTold])
        guard count < Part.linesTold.count else { return }
        self[Part.linesTold.start + count] = hash
        self[.linesTold] = UInt64(count + 1)
    }

    /// Forgets what the worker that ended was at.
    func forgetWork() {
        for slot in slots {
            slot.end()
            slot.owner.pointee.store(0, ordering: .relaxed)
        }
        self[.slots] = 0
        self[.metThread] = 0
        self[.metSignal] = 0
        self[.framesPassed] = 0
    }
}

extension DocumentFault {
    /// The kind in the upper half, its number in the lower one; seconds in thousandths.
    fileprivate var word: UInt64 {
        switch self {
        case .crash(let signal): UInt64(signal)
        case .time(let seconds): 1 << 56 | UInt64((seconds * 1000).rounded())
        case .memory(let megabytes): 2 << 56 | UInt64(megabytes)
        }
    }

    fileprivate init(word: UInt64) {
        let number = word & (1 << 56 - 1)
        switch word >> 56 {
        case 0: self = .crash(signal: Int32(truncatingIfNeeded: number))
        case 1: self = .time(seconds: Double(number) / 1000)
        default: self = .memory(megabytes: Int(number))
        }
    }
}

import Caucus
import Foundation

/// Finds out which document ended a worker, and ends a worker whose document takes too much.
struct Judge {
    /// Seconds between two looks.
    static let pause = 0.02
    /// A look that comes later than this, as after the command was stopped for a while, counts as so long.
    private static let longestPause = 0.25
    /// So many workers in a row may end without a document that is to blame.
    private static let mostWithoutVerdict = 3

    /// A slot as it was at the last look.
    private struct SlotBefore {
        var sequence: UInt64 = 0
        var seconds = 0.0
        /// The memory when the record began.
        var pages = 0
    }

    private var seen: [SlotBefore] = []
    private var pages = 0
    private var lastLook = ContinuousClock.now
    private var memory: Int32 = -1
    /// The slots whose records took too much, with their sequences, and which bound that was.
    private var over: (slots: [(number: Int, sequence: UInt64)], fault: DocumentFault)?
    private var withoutVerdict = 0

    /// Looks at a new worker.
    mutating func begin(_ worker: pid_t) {
        if memory >= 0 { close(memory) }
        memory = open("/proc/\(worker)/statm", O_RDONLY | O_CLOEXEC)
        seen = []
        pages = 0
        over = nil
        lastLook = .now
    }

    /// Whether a record has been at work for too long, or takes too much memory.
    mutating func isOverBound(_ record: WorkRecord, _ bounds: BoundOptions) -> Bool {
        let now = ContinuousClock.now
        let passed = min((now - lastLook) / .seconds(1), Self.longestPause)
        lastLook = now
        let before = pages
        pages = residentPages()
        let slots = record.slots
        while seen.count < slots.count { seen.append(SlotBefore()) }
        var (late, large): ([(Int, UInt64)], [(Int, UInt64)]) = ([], [])
        for (number, slot) in slots.enumerated() where slot.count > 0 {
            let sequence = slot.sequence
            guard seen[number].sequence == sequence else {
                seen[number] = SlotBefore(sequence: sequence, pages: before == 0 ? pages : before)
                continue
            }
            seen[number].seconds += passed
            if bounds.documentSeconds > 0, seen[number].seconds > bounds.documentSeconds {
                late.append((number, sequence))
            }
            let grown = (pages - seen[number].pages) * Int(sysconf(Int32(_SC_PAGESIZE)))
            if bounds.documentMemory > 0, grown > bounds.documentMemory * 1_000_000 {
                large.append((number, sequence))
            }
        }
        if !late.isEmpty { over = (late, .time(seconds: bounds.documentSeconds)) }
        if !large.isEmpty { over = (large, .memory(megabytes: bounds.documentMemory)) }
        return over != nil
    }

    /// The pages of memory that the worker has.
    private func residentPages() -> Int {
        guard memory >= 0 else { return 0 }
        var bytes = [UInt8](repeating: 0, count: 128)
        let count = pread(memory, &bytes, bytes.count, 0)
        guard count > 0 else { return 0 }
        let fields = bytes[..<count].split(separator: UInt8(ascii: " "))
        return fields.count > 1 ? Int(String(decoding: fields[1], as: UTF8.self)) ?? 0 : 0
    }

    /// What is known of the end of a worker.
    private enum Finding {
        /// This record ended it.
        case found(UInt64, DocumentFault)
        /// One of these did, or none; an empty list where the one in question was done in the same moment.
        case oneOf([UInt64])
        /// No record was at work.
        case nothingAtWork
    }

    /// Leaves out the record that ended a worker, or has those that may have done so worked on alone; why the run
    /// cannot go on, or `nil` where it can.
    mutating func verdict(ending signal: Int32, _ record: WorkRecord) -> String? {
        let words = DocumentFault.words(forSignal: signal)
        let place = record.path.map { " while \($0) was read" } ?? ""
        withoutVerdict += 1
        switch finding(signal, record) {
        case .nothingAtWork:
            return "the worker ended by \(words)\(place), and no document was at work"
        case .found(let key, let fault):
            withoutVerdict = 0
            return record.leaveOut(key, fault)
                ? nil : "more than \(WorkRecord.Part.leftOut.count) documents ended the worker"
        case .oneOf(let keys):
            record.suspect(keys)
            guard withoutVerdict > Self.mostWithoutVerdict else { return nil }
            return "\(withoutVerdict) workers in a row ended, the last by \(words)\(place), and "
                + "no document was to blame"
        }
    }

    private func finding(_ signal: Int32, _ record: WorkRecord) -> Finding {
        let slots = record.slots
        if let over, signal == SIGKILL {
            let still = over.slots.filter { slots[$0.number].sequence == $0.sequence }
            let keys = still.flatMap { slots[$0.number].keys }
            return still.count == 1 && keys.count == 1 ? .found(keys[0], over.fault) : .oneOf(keys)
        }
        let crash = DocumentFault.crash(signal: signal)
        let met = record[.metThread]
        if met != 0, met <= UInt64(slots.count) {
            let keys = slots[Int(met) - 1].keys
            if keys.count == 1 { return .found(keys[0], crash) }
            if !keys.isEmpty { return .oneOf(keys) }
        }
        let atWork = slots.filter { $0.count > 0 }
        // A signal from without, as where memory has run out, names no thread.
        if met == 0, let alone = atWork.first(where: \.isAlone), alone.count == 1 {
            return .found(alone.keys[0], crash)
        }
        return atWork.isEmpty ? .nothingAtWork : .oneOf(atWork.flatMap(\.keys))
    }
}

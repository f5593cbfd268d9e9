import Caucus
import Foundation
import Synchronization

/// This process, where it is the worker of a command that reads documents: it does all of the work, and the
/// command that started it looks after it (``Supervisor``).
///
/// `@unchecked`: what changes belongs to one thread at a time, or is behind a lock.
final class Worker: @unchecked Sendable {
    /// The variable by which a worker is told what it has inherited; `none` makes a command work without one.
    static let variable = "CAUCUS_WORKER"

    /// The worker that this process is, or `nil`.
    static let current: Worker? = {
        guard let value = ProcessInfo.processInfo.environment[variable] else { return nil }
        unsetenv(variable)
        return Worker(inherited: value)
    }()

    let record: WorkRecord
    /// Where the frames of the output go, or -1 where the command prints nothing by itself.
    let output: Int32
    /// The folder of the moment that the command removes at the end, or `nil`.
    let scratch: String?
    /// The records that are left out; no more are added while this worker lives.
    private let leftOut: [UInt64: DocumentFault]
    private let suspects: Set<UInt64>
    private let aloneLock = AloneLock()
    private let faults: FaultSwitch
    private let key: pthread_key_t
    /// For each slot whether it holds the lock: 0 not, 1 beside others, 2 alone. Its thread's own.
    private let holds = UnsafeMutablePointer<UInt8>.allocate(capacity: WorkRecord.Part.slots.count)
    private let told: Mutex<[UInt64: Int]>
    private let interruption = Mutex<(@Sendable () -> Void)?>(nil)

    /// `record:lifeline:output:scratch`, as ``inheritance(record:lifeline:output:scratch:)`` writes it.
    private init?(inherited: String) {
        let parts = inherited.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, let descriptor = Int32(parts[0]), let lifeline = Int32(parts[1]),
            let output = Int32(parts[2]),
            let record = WorkRecord(descriptor: descriptor, isNew: false)
        else { return nil }
        self.record = record
        self.output = output
        scratch = parts[3].isEmpty ? nil : String(parts[3])
        leftOut = record.leftOut
        suspects = record.suspects
        told = Mutex(Dictionary(record.linesTold.map { ($0, 1) }, uniquingKeysWith: +))
        faults = FaultSwitch()
        holds.initialize(repeating: 0, count: WorkRecord.Part.slots.count)
        var key = pthread_key_t()
        // A thread that ends leaves its slot to another one.
        guard pthread_key_create(&key, { Worker.freeSlot($0) }) == 0 else { return nil }
        self.key = key
        CrashNote.begin(record)
        follow(lifeline)
    }

    static func inheritance(
        record: Int32, lifeline: Int32, output: Int32, scratch: String?
    ) -> String {
        "\(record):\(lifeline):\(output):\(scratch ?? "")"
    }

    /// Whether an earlier worker of the command has ended before its time.
    var isRestarted: Bool { record[.workerBefore] != 0 }

    /// Why a record is left out, or `nil` where it is not.
    func fault(of name: RecordName) -> DocumentFault? {
        leftOut.isEmpty ? nil : leftOut[WorkRecord.key(name)]
    }

    /// What a reader tells of files: each is the worker's place where it ends without a document at work, and one that
    /// is a document itself, as a web page, is left out as one is.
    var reading: ReadingWatch {
        ReadingWatch(
            opens: { [record] in record.path = $0 },
            begins: { [self] place in
                let name = RecordName(id: "reading \(place.file)", place: place)
                if let fault = fault(of: name) {
                    return fault.message(of: "file \(place.file)", in: "the reader")
                }
                begin(name)
                return nil
            },
            ends: { [self] in end() })
    }

    /// Whether an earlier worker has told this line; each time that it did counts once.
    func hasTold(_ line: String) -> Bool {
        var hash = ContentHash()
        hash.combine(line)
        let key = hash.value.0
        return told.withLock { told in
            guard let times = told[key], times > 0 else {
                record.told(key)
                return false
            }
            told[key] = times - 1
            return true
        }
    }
}

// MARK: - The command that started it

extension Worker {
    /// Takes over what happens when the user interrupts the command; until then the worker ends at once.
    func onInterruption(_ handler: @escaping @Sendable () -> Void) {
        interruption.withLock { $0 = handler }
    }

    /// Reads a byte for each signal that the command got; its end means that the command is gone, and this worker
    /// goes too. The signals themselves reach the worker as well where they are sent to a group, and count once.
    private func follow(_ lifeline: Int32) {
        _ = fcntl(lifeline, F_SETFD, FD_CLOEXEC)
        signal(SIGINT, SIG_IGN)
        signal(SIGTERM, SIG_IGN)
        Thread.detachNewThread { [self] in
            while true {
                var byte: UInt8 = 0
                let count = read(lifeline, &byte, 1)
                if count < 0, errno == EINTR { continue }
                guard count == 1 else { _exit(137) }
                guard let handler = interruption.withLock({ $0 }) else { _exit(130) }
                handler()
            }
        }
    }
}

// MARK: - What is at work

extension Worker: DocumentWatch {
    func isSuspect(_ document: RecordName) -> Bool {
        !suspects.isEmpty && suspects.contains(WorkRecord.key(document))
    }

    func begin(_ document: RecordName) {
        guard let number = slotNumber() else { return }
        let key = WorkRecord.key(document)
        let slot = record.slot(number)
        if !suspects.isEmpty {
            leave(slot, number)
            let isAlone = suspects.contains(key)
            aloneLock.enter(alone: isAlone)
            holds[number] = isAlone ? 2 : 1
            slot.isAlone = isAlone
        }
        slot.begin(key)
        faults.strike(document.id)
    }

    func begin(_ documents: [RecordName]) {
        guard let number = slotNumber() else { return }
        let slot = record.slot(number)
        var keys: [UInt64] = []
        for document in documents {
            let key = WorkRecord.key(document)
            // A document has as many passages as quotations.
            if keys.last != key { keys.append(key) }
        }
        // What a suspect waits for to be done before it begins is its own.
        let isAlone = holds[number] == 2 && keys == slot.keys
        if !suspects.isEmpty, !isAlone {
            leave(slot, number)
            aloneLock.enter(alone: false)
            holds[number] = 1
        }
        slot.begin(keys)
        faults.strikeCommon(documents)
    }

    func end() {
        guard let number = slotNumber() else { return }
        let slot = record.slot(number)
        leave(slot, number)
        slot.end()
    }

    func stored(_ documents: Int, replacing: Int, run: Int) {
        guard run < WorkRecord.Part.stored.count else { return }
        record[WorkRecord.Part.stored.start + run] += UInt64(documents)
        record[WorkRecord.Part.replaced.start + run] += UInt64(replacing)
    }

    /// Gives the lock back; a suspect has come through.
    private func leave(_ slot: WorkSlot, _ number: Int) {
        guard holds[number] != 0 else { return }
        if holds[number] == 2, let key = slot.keys.first { record.clear(suspect: key) }
        // First: what the next one does while this thread waits is not this document's doing.
        slot.end()
        aloneLock.leave(alone: holds[number] == 2)
        holds[number] = 0
    }

    /// The number of this thread's slot, or `nil` where there are more threads than slots.
    private func slotNumber() -> Int? {
        if let known = pthread_getspecific(key) { return Int(bitPattern: known) - 1 }
        let thread = CrashNote.thisThread
        for number in 0..<WorkRecord.Part.slots.count {
            let owner = record.slot(number).owner
            guard
                owner.pointee.compareExchange(
                    expected: 0, desired: thread, ordering: .sequentiallyConsistent
                ).exchanged
            else { continue }
            let used = record.word(WorkRecord.Field.slots.rawValue)
            used.pointee.max(UInt64(number + 1), ordering: .relaxed)
            pthread_setspecific(key, UnsafeRawPointer(bitPattern: number + 1))
            CrashNote.giveStack(toSlot: number)
            return number
        }
        return nil
    }

    private static func freeSlot(_ value: UnsafeMutableRawPointer?) {
        guard let value, let worker = current else { return }
        worker.record.slot(Int(bitPattern: value) - 1).owner.pointee
            .store(0, ordering: .releasing)
    }
}

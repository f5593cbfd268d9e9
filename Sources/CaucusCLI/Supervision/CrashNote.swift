import Foundation
import Synchronization

/// Notes which thread a signal met before the process ends by it: several documents are at work at a time, and
/// only one of them is at fault.
///
/// What happens in the handler is allowed there: it reads and writes plain memory, and asks for nothing. It has a stack
/// of its own, since a thread that used up its stack has none left.
enum CrashNote {
    /// Those that come of the work of a thread itself.
    private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]
    private static let stackBytes = 1 << 16

    // Set once before the first document, and never again.
    private nonisolated(unsafe) static var base: UnsafeMutableRawPointer?
    private nonisolated(unsafe) static var before: UnsafeMutablePointer<sigaction>?
    private nonisolated(unsafe) static var stacks: UnsafeMutablePointer<UnsafeMutableRawPointer?>?

    /// The number of this thread, never 0.
    static var thisThread: UInt64 {
        #if canImport(Glibc)
            UInt64(pthread_self())
        #else
            UInt64(UInt(bitPattern: pthread_self()))
        #endif
    }

    /// Handles the signals from now on; what was to happen before happens after the note.
    static func begin(_ record: WorkRecord) {
        base = record.base
        let count = WorkRecord.Part.slots.count
        let stacks = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: count)
        stacks.initialize(repeating: nil, count: count)
        self.stacks = stacks
        let before = UnsafeMutablePointer<sigaction>.allocate(capacity: 32)
        before.initialize(repeating: sigaction(), count: 32)
        self.before = before
        for number in signals {
            var action = sigaction()
            #if canImport(Glibc)
                action.__sigaction_handler.sa_handler = { CrashNote.take($0) }
            #else
                action.__sigaction_u.__sa_handler = { CrashNote.take($0) }
            #endif
            action.sa_flags = Int32(truncatingIfNeeded: SA_ONSTACK)
            sigaction(number, &action, before + Int(number))
        }
    }

    /// Gives this thread a stack for the handler.
    static func giveStack(toSlot number: Int) {
        guard let stacks else { return }
        let memory =
            stacks[number]
            ?? UnsafeMutableRawPointer.allocate(byteCount: stackBytes, alignment: 16)
        stacks[number] = memory
        var stack = stack_t()
        stack.ss_sp = memory
        stack.ss_size = stackBytes
        sigaltstack(&stack, nil)
    }

    private static func take(_ number: Int32) {
        if let base {
            func word(_ index: Int) -> UnsafeMutablePointer<UInt64> {
                (base + 8 * index).assumingMemoryBound(to: UInt64.self)
            }
            let thread = thisThread
            var met = UInt64.max
            var slot = 0
            let slots = Int(word(WorkRecord.Field.slots.rawValue).pointee)
            while slot < slots {
                let owner = WorkRecord.Part.slots.start + slot * WorkSlot.words + 1
                if word(owner).pointee == thread { met = UInt64(slot + 1) }
                slot += 1
            }
            let metThread = word(WorkRecord.Field.metThread.rawValue)
            if metThread.pointee == 0 {
                metThread.pointee = met
                word(WorkRecord.Field.metSignal.rawValue).pointee = UInt64(number)
            }
        }
        // The instruction is met once more, or the signal raised again, and ends the process.
        if let before { sigaction(number, before + Int(number), nil) }
    }
}

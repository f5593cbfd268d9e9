import Caucus
import Foundation

/// Looks after the worker of a command (decision 0014).
///
/// The command starts itself once more as its worker, which does everything: it reads, scores, writes and prints. Where
/// the worker is ended by a signal, the document that it met is found in the ``WorkRecord`` and left out, and a
/// new worker goes on. This process loads no model; it waits, and looks fifty times a second whether one
/// document takes too long or too much memory.
final class Supervisor {
    let record: WorkRecord
    let bounds: BoundOptions
    private let printsResults: Bool
    private let scratch: String?
    private let feeds: [InputFeed]
    private var worker: pid_t = 0
    private var lifeline: Int32 = -1
    private var relay: OutputRelay?
    /// Signals of the user's that have been passed on.
    private var interruptions = 0
    var judge = Judge()

    /// Runs `command` in a worker and gives its exit code; `nil` where this process is to do the work, as it is a
    /// worker, or no worker can be started.
    static func run(_ command: any SupervisedCommand) throws -> Int32? {
        #if os(Linux)
            let environment = ProcessInfo.processInfo.environment
            // A worker begins to be one here.
            let worker = Worker.current
            guard worker == nil, environment[Worker.variable] == nil, command.isSupervised
            else { return nil }
            try FaultSwitch.check()
            guard let supervisor = Supervisor(command) else { return nil }
            return supervisor.run()
        #else
            return nil
        #endif
    }

    private init?(_ command: any SupervisedCommand) {
        // A number that is free below 3 would be given to one of the pipes.
        guard (0...2).allSatisfy({ fcntl($0, F_GETFD) >= 0 }), let memory = Self.sharedMemory(),
            let record = WorkRecord(descriptor: memory, isNew: true)
        else { return nil }
        self.record = record
        bounds = command.bounds
        printsResults = command.printsResults
        feeds = InputFeed.all(for: command.inputs)
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("caucus-\(UUID().uuidString)")
        scratch = command.needsScratch ? folder.path : nil
    }

    /// Memory that a worker may inherit; a file where there is no room for it.
    private static func sharedMemory() -> Int32? {
        let name = "/caucus-\(UUID().uuidString)"
        let descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { return unnamedFile() }
        shm_unlink(name)
        // Where less is left than was promised, touching it would end the process.
        if posix_fallocate(descriptor, 0, off_t(WorkRecord.bytes)) == 0 { return descriptor }
        close(descriptor)
        return unnamedFile()
    }

    /// A file that no other program sees, and that is gone with the last process that has it open.
    static func unnamedFile() -> Int32? {
        var template = Array(
            FileManager.default.temporaryDirectory
                .appendingPathComponent("caucus-XXXXXX").path.utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { return nil }
        unlink(template)
        return descriptor
    }

    #if os(Linux)
        private func run() -> Int32? {
            let before = Signals.block()
            defer { Signals.restore(before) }
            if let scratch {
                try? FileManager.default.createDirectory(
                    atPath: scratch, withIntermediateDirectories: true)
            }
            defer { if let scratch { try? FileManager.default.removeItem(atPath: scratch) } }
            while true {
                guard start() else { return worker == 0 ? nil : fail("a worker cannot be started") }
                let status = wait()
                waitForOutput()
                let signal = status & 0x7F
                if signal == 0 { return code(status >> 8 & 0xFF) }
                close(lifeline)
                for feed in feeds { feed.stop() }
                if interruptions > 0 { return 130 }
                if let problem = judge.verdict(ending: signal, record) ?? unrepeatable {
                    return fail(problem)
                }
                record[.workerBefore] = UInt64(worker)
                record.forgetWork()
            }
        }

        /// The worker's exit code, unless it was given less than there is to read.
        private func code(_ code: Int32) -> Int32 {
            guard code == 0, let error = feeds.lazy.map(\.readError).first(where: { $0 != 0 })
            else { return code }
            Console.tell("caucus: -: \(String(cString: strerror(error)).lowercased())")
            return 74
        }

        private func fail(_ problem: String) -> Int32 {
            Console.tell("caucus: \(problem)")
            return 70
        }

        /// Why the input cannot be read once more, or `nil` where it can.
        private var unrepeatable: String? {
            feeds.lazy.compactMap(\.problem).first.map {
                "a document ended the worker, and \($0)"
            }
        }

        /// Starts a worker; whether that went well.
        private func start() -> Bool {
            guard let line = Pipe() else { return false }
            let frames = printsResults ? Pipe() : nil
            guard frames != nil || !printsResults else { return false }
            let started = feeds.allSatisfy { $0.prepare() }
            let process =
                started
                ? WorkerProcess.start(
                    inheriting: [line.end, record.descriptor] + (frames.map { [$0.start] } ?? []),
                    feeds: feeds,
                    variable: Worker.inheritance(
                        record: record.descriptor, lifeline: line.end,
                        output: frames?.start ?? -1, scratch: scratch))
                : nil
            close(line.end)
            if let frames { close(frames.start) }
            guard let process else {
                close(line.start)
                if let frames { close(frames.end) }
                return false
            }
            worker = process
            lifeline = line.start
            for feed in feeds { feed.start() }
            relay = frames.map { OutputRelay($0.end, record) }
            judge.begin(worker)
            return true
        }

        /// Waits for the end of the worker and gives its status; passes signals on, and looks after the bounds.
        private func wait() -> Int32 {
            while true {
                switch Signals.next(within: Judge.pause) {
                case SIGINT, SIGTERM:
                    interruptions += 1
                    var byte: UInt8 = 1
                    _ = write(lifeline, &byte, 1)
                case nil: if judge.isOverBound(record, bounds) { kill(worker, SIGKILL) }
                default: break
                }
                var status: Int32 = 0
                if waitpid(worker, &status, WNOHANG) == worker { return status }
            }
        }

        /// Waits until all that the worker printed has been passed on; a reader of standard output who lets it wait may
        /// be interrupted.
        private func waitForOutput() {
            while let relay, !relay.isFinished {
                guard let signal = Signals.next(within: 0.001) else { continue }
                if signal == SIGINT || signal == SIGTERM { exit(130) }
            }
        }
    #endif
}

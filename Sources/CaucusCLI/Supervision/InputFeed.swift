import Foundation

/// Lets a second worker read what the first one has read of standard input, or of another open file.
///
/// A file is wound back. What comes from a pipe or a terminal is read by the command, kept in a file without a name, and
/// handed on through a pipe: each worker gets all of it from its beginning, whatever an earlier one has lost.
///
/// `@unchecked`: a thread works on it between ``start()`` and ``stop()``.
final class InputFeed: @unchecked Sendable {
    /// The number of the open file, here and in the worker.
    let descriptor: Int32
    /// The end of the pipe that the next worker reads, or `nil` where it reads the file itself.
    private(set) var end: Int32?
    /// Why what was read cannot be read once more, or `nil` where it can.
    private(set) var problem: String?
    /// The error number of a read that failed, or 0.
    private(set) var readError: Int32 = 0
    /// Where a file stood at first, or `nil` where it cannot be wound back.
    private let offset: off_t?
    private var spool: Int32 = -1
    private var spooled = 0
    private var isEnded = false
    private var hasWorker = false
    private var outlet: Int32 = -1
    private var control: (end: Int32, start: Int32) = (-1, -1)
    private let done = DispatchSemaphore(value: 0)
    private static let blockBytes = 1 << 17

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
        let offset = lseek(descriptor, 0, SEEK_CUR)
        self.offset = offset >= 0 ? offset : nil
    }

    /// A pipe with a name, of which every reader takes away what it reads.
    private init(named path: String) {
        descriptor = -1
        offset = 0
        problem = "\(path) cannot be read a second time"
    }

    /// What the paths name that can be read only once.
    static func all(for paths: [String]) -> [InputFeed] {
        var feeds: [InputFeed] = []
        for path in paths {
            if let descriptor = openFile(path) {
                guard !feeds.contains(where: { $0.descriptor == descriptor }) else { continue }
                feeds.append(InputFeed(descriptor))
                continue
            }
            var status = stat()
            guard stat(path, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFIFO { feeds.append(InputFeed(named: path)) }
        }
        return feeds
    }

    /// The number of the open file that a path names, as `-` and `/dev/fd/63` do.
    private static func openFile(_ path: String) -> Int32? {
        if path == "-" || path == "/dev/stdin" { return STDIN_FILENO }
        for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
            guard let number = Int32(path.dropFirst(folder.count)),
                fcntl(number, F_GETFD) >= 0
            else { return nil }
            return number
        }
        return nil
    }

    #if os(Linux)
        /// Makes ready for a worker; whether that went well.
        func prepare() -> Bool {
            defer { hasWorker = true }
            if let offset {
                if hasWorker, descriptor >= 0 { lseek(descriptor, offset, SEEK_SET) }
                return true
            }
            guard let pipe = Pipe(), let bell = Pipe() else { return false }
            end = pipe.end
            outlet = pipe.start
            control = (bell.end, bell.start)
            if spool < 0, problem == nil {
                if let file = Supervisor.unnamedFile() { spool = file } else { loseCopy() }
            }
            return true
        }

        /// Feeds the worker that was started, on a thread of its own.
        func start() {
            guard let end else { return }
            close(end)
            self.end = nil
            Thread.detachNewThread { [self] in
                feed()
                close(outlet)
                done.signal()
            }
        }

        /// Stops feeding a worker that has ended.
        func stop() {
            guard offset == nil else { return }
            var byte: UInt8 = 1
            _ = write(control.start, &byte, 1)
            done.wait()
            close(control.start)
            close(control.end)
        }
    #endif

    /// Hands on what was kept, then what comes.
    private func feed() {
        var block = [UInt8](repeating: 0, count: Self.blockBytes)
        var position = 0
        while true {
            var count = 0
            if position < spooled {
                count = pread(
                    spool, &block, min(block.count, spooled - position), off_t(position))
                guard count > 0 else { return loseCopy() }
            } else {
                count = isEnded ? 0 : next(&block)
                guard count > 0 else { return }
                keep(block, count)
            }
            position += count
            guard OutputRelay.write(block, count: count, to: outlet) == 0 else { return }
        }
    }

    /// Reads what comes next; 0 at the end, and where the feeding stops.
    private func next(_ block: inout [UInt8]) -> Int {
        while true {
            var requests = [
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: control.end, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&requests, 2, -1) > 0 else { continue }
            if requests[1].revents != 0 { return 0 }
            let count = read(descriptor, &block, block.count)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            if count < 0 { readError = errno }
            if count <= 0 { isEnded = true }
            return max(count, 0)
        }
    }

    /// Keeps what was read for the next worker, while the disk has room.
    private func keep(_ block: [UInt8], _ count: Int) {
        if spool >= 0 {
            lseek(spool, off_t(spooled), SEEK_SET)
            if OutputRelay.write(block, count: count, to: spool) != 0 { loseCopy() }
        }
        spooled += count
    }

    private func loseCopy() {
        problem = "there was no room to keep a copy of standard input"
        if spool >= 0 { close(spool) }
        spool = -1
    }
}

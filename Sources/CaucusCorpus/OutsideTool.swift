#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program beside this one that reads a kind of file: found on the path, started without a shell, bounded in time and output.
struct OutsideTool: Sendable {
    /// The program.
    let name: String
    /// What to install where it is missing, by Debian's and Homebrew's names.
    let debian: String
    let brew: String
    /// How long it may run, in milliseconds.
    var limit = 60_000
    /// How many bytes it may write.
    var outputLimit = 1 << 28

    /// What a program that ended well wrote.
    struct Output: Sendable {
        var bytes: [UInt8]
        /// The first of its messages.
        var messages: String
    }

    /// Where the program is on `searchPath`; `nil` where it is missing. Relative folders of the path are passed over.
    func location(searchPath: String) -> String? {
        for folder in searchPath.split(separator: ":") where folder.hasPrefix("/") {
            let path = "\(folder)/\(name)"
            var status = stat()
            if access(path, X_OK) == 0, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG
            {
                return path
            }
        }
        return nil
    }

    /// What the program writes, given `arguments`; throws where it is missing, fails, or exceeds its bounds.
    ///
    /// Its descriptor 3 is the open file `input`, whose number here is greater.
    func output(
        _ arguments: [String], input: Int32? = nil,
        searchPath: String? = getenv("PATH").map { String(cString: $0) }
    ) throws(UnreadableFile) -> Output {
        let searchPath = searchPath ?? "/usr/local/bin:/usr/bin:/bin"
        guard let program = location(searchPath: searchPath) else {
            throw UnreadableFile(
                message: "found no \(name), which reads such files; expected it on the path: "
                    + "apt-get install \(debian), or brew install \(brew)")
        }
        let process = try OutsideProcess(
            program, arguments, input: input, name: name,
            environment: ["PATH=\(searchPath)", "LC_ALL=C.UTF-8"])
        return try process.output(limit: limit, outputLimit: outputLimit)
    }
}

extension OutsideTool {
    /// A line that a program wrote as a message has it.
    static func spelled(_ line: some StringProtocol) -> String {
        String(line.filter { !$0.isNewline && $0 != "\0" }.prefix(160)).lowercased()
    }
}

/// One run of a program.
private final class OutsideProcess {
    private static let inputNumber: Int32 = 3
    private let name: String
    private var id: pid_t = 0
    /// The ends from which its output and its messages are read.
    private var (output, messages): (Int32, Int32) = (-1, -1)
    private var isWaitedFor = false

    init(
        _ program: String, _ arguments: [String], input: Int32?, name: String,
        environment: [String]
    ) throws(UnreadableFile) {
        self.name = name
        func fail(_ number: Int32) -> UnreadableFile {
            UnreadableFile(message: "cannot start \(program): \(ByteInput.reason(number))")
        }
        guard let out = Self.pipe() else { throw fail(errno) }
        output = out.read
        guard let err = Self.pipe() else {
            let number = errno
            close(out.write)
            throw fail(number)
        }
        messages = err.read
        defer {
            close(out.write)
            close(err.write)
        }
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #else
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, out.write, 1)
        posix_spawn_file_actions_adddup2(&actions, err.write, 2)
        // Last: one of the ends above may have this number here.
        if let input { posix_spawn_file_actions_adddup2(&actions, input, Self.inputNumber) }
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own, so that what it starts ends with it; signals as a program expects them.
        posix_spawnattr_setpgroup(&attributes, 0)
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        sigaddset(&signals, SIGINT)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        var flags = Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGMASK)
        flags |= Int32(POSIX_SPAWN_SETSIGDEF)
        #if !canImport(Glibc)
            flags |= Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
        #endif
        posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let settings = environment.map { strdup($0) } + [nil]
        defer { (words + settings).forEach { free($0) } }
        let status = posix_spawn(&id, program, &actions, &attributes, words, settings)
        guard status == 0 else {
            id = 0
            throw fail(status)
        }
    }

    deinit {
        if output >= 0 { close(output) }
        if messages >= 0 { close(messages) }
        stop()
    }

    /// Both ends are closed in programs that are started. Linux makes such pipes by a call of its own that Swift does not
    /// see; sockets do the same.
    private static func pipe() -> (read: Int32, write: Int32)? {
        var ends: [Int32] = [-1, -1]
        #if canImport(Glibc)
            let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue
            guard socketpair(AF_UNIX, Int32(kind), 0, &ends) == 0 else { return nil }
        #else
            guard Darwin.pipe(&ends) == 0 else { return nil }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #endif
        return (ends[0], ends[1])
    }

    /// Ends the program and all it started, where it still runs.
    private func stop() {
        guard id > 0, !isWaitedFor else { return }
        kill(-id, SIGKILL)
        _ = wait()
    }

    /// Waits for the end; how it ended.
    private func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        isWaitedFor = true
        return status
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    }

    /// All that the program writes until it ends.
    func output(limit: Int, outputLimit: Int) throws(UnreadableFile) -> OutsideTool.Output {
        let deadline = Self.now + limit
        var (text, words): ([UInt8], [UInt8]) = ([], [])
        while output >= 0 || messages >= 0 {
            let left = deadline - Self.now
            guard left > 0 else {
                stop()
                throw UnreadableFile(
                    message: "\(name) had not ended after \(limit / 1000) seconds; expected a file "
                        + "that it reads sooner")
            }
            var requests = [
                pollfd(fd: output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: messages, events: Int16(POLLIN), revents: 0),
            ]
            let ready = poll(&requests, 2, Int32(min(left, 1000)))
            if ready < 0 && errno != EINTR { break }
            if requests[0].revents != 0 { Self.read(&output, into: &text) }
            if requests[1].revents != 0 { Self.read(&messages, into: &words) }
            // Messages beyond the first are read, so that it goes on, and forgotten.
            if words.count > 4096 { words.removeLast(words.count - 4096) }
            guard text.count <= outputLimit else {
                stop()
                throw UnreadableFile(
                    message:
                        "\(name) wrote more than \(outputLimit) bytes; expected fewer of one file")
            }
        }
        // Its output may be closed before it ends.
        while !isWaitedFor, Self.now < deadline {
            var status: Int32 = 0
            guard waitpid(id, &status, WNOHANG) == 0 else {
                isWaitedFor = true
                return try finished(status, text, words)
            }
            usleep(2000)
        }
        stop()
        throw UnreadableFile(
            message: "\(name) had not ended after \(limit / 1000) seconds; expected a file that it "
                + "reads sooner")
    }

    private func finished(
        _ status: Int32, _ text: [UInt8], _ words: [UInt8]
    ) throws(UnreadableFile) -> OutsideTool.Output {
        guard status != 0 else {
            return OutsideTool.Output(
                bytes: text, messages: String(decoding: words, as: UTF8.self))
        }
        // What wait.h calls WIFEXITED and its kin.
        let how = status & 0x7F == 0 ? "exit code \(status >> 8 & 0xFF)" : "signal \(status & 0x7F)"
        let told = OutsideTool.spelled(
            words.split(separator: 0x0A).first.map { String(decoding: $0, as: UTF8.self) } ?? "")
        throw UnreadableFile(
            message: "\(name) cannot read it (\(how))" + (told.isEmpty ? "" : ": \(told)"))
    }

    /// Appends what there is to read; closes the end where there will be nothing more.
    private static func read(_ end: inout Int32, into bytes: inout [UInt8]) {
        let room = 1 << 16
        var block = [UInt8](repeating: 0, count: room)
        #if canImport(Glibc)
            let got = Glibc.read(end, &block, room)
        #else
            let got = Darwin.read(end, &block, room)
        #endif
        if got < 0, errno == EINTR || errno == EAGAIN { return }
        if got > 0 {
            bytes += block[..<got]
        } else {
            close(end)
            end = -1
        }
    }
}

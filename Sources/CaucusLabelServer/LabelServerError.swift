import Foundation

/// Why the page cannot be served.
public enum LabelServerError: Error, Equatable, CustomStringConvertible {
    /// Another program listens there.
    case portTaken(UInt16)
    /// Only another account may listen there.
    case portNeedsRights(UInt16)
    /// The system gives another reason.
    case cannotListen(UInt16, reason: String)

    /// The error that a number of the system means for a port.
    public init(errno number: Int32, _ message: String, port: UInt16) {
        self =
            switch number {
            case EADDRINUSE: .portTaken(port)
            case EACCES, EPERM: .portNeedsRights(port)
            default: .cannotListen(port, reason: message.lowercased())
            }
    }

    /// One line: what, where, what was found and what would be right.
    public var description: String {
        switch self {
        case .portTaken(let port):
            "cannot serve on 127.0.0.1:\(port): another program has the port, expected a free one; without --port one is "
                + "chosen"
        case .portNeedsRights(let port):
            "cannot serve on 127.0.0.1:\(port): the port needs rights that this account has not, expected one from 1024 "
                + "up; without --port one is chosen"
        case .cannotListen(let port, let reason):
            "cannot serve on 127.0.0.1:\(port): \(reason), expected a free port"
        }
    }
}

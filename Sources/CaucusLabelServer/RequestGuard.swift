import FlyingFox
import Foundation

/// Tells which requests come from the page itself.
struct RequestGuard: Sendable {
    private let token: String
    private let hosts: Set<String>

    /// A long note and a long name fit well into this many bytes.
    private static let longestBody = 64 * 1024

    init(token: String, port: UInt16) {
        self.token = token
        hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
    }

    /// What is asked for after the token, or `nil` where the request is refused.
    func path(of request: HTTPRequest) -> String? {
        // Whoever points a name of theirs at 127.0.0.1 comes with that name.
        guard let host = request.headers[HTTPHeader("Host")], hosts.contains(host.lowercased())
        else { return nil }
        if let origin = request.headers[HTTPHeader("Origin")] {
            guard hosts.contains(where: { origin == "http://" + $0 }) else { return nil }
        }
        if let site = request.headers[HTTPHeader("Sec-Fetch-Site")] {
            guard ["same-origin", "none"].contains(site) else { return nil }
        }
        let parts = request.path.split(separator: "/", omittingEmptySubsequences: false)
        // The slash at the end of the page's own address is taken off on the way.
        guard parts.count == 2 || parts.count == 3, parts[0].isEmpty, isToken(String(parts[1]))
        else { return nil }
        return parts.count == 3 ? String(parts[2]) : ""
    }

    /// Compares all of it, however early it differs.
    private func isToken(_ word: String) -> Bool {
        let (a, b) = (Array(word.utf8), Array(token.utf8))
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// The body, or `nil` where it is too long, of unknown length, or no JSON by its header.
    func body(of request: HTTPRequest) async -> Data? {
        guard request.headers[.contentType]?.hasPrefix("application/json") == true,
            let length = request.headers[HTTPHeader("Content-Length")].flatMap({ Int($0) }),
            length >= 0, length <= Self.longestBody
        else { return nil }
        guard let body = try? await request.bodyData, body.count <= Self.longestBody else {
            return nil
        }
        return body
    }
}

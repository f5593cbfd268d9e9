import CaucusLabeling
import FlyingFox
import FlyingSocks
import Foundation

/// Serves the page on which people label to this machine, and to nobody who does not know its address.
///
/// The address holds a random word, which every request must name. A request that another site's page makes, or that came
/// by another name of this machine (a name that somebody else can point here), is refused.
public struct LabelServer: Sendable {
    private let desk: LabelDesk
    private let token: String
    private let port: UInt16

    /// A server of `desk` on a port of this machine; 0 is one that is free.
    public init(_ desk: LabelDesk, port: UInt16 = 0) {
        self.desk = desk
        self.port = port
        var random = SystemRandomNumberGenerator()
        token = (0..<2).map { _ in
            let digits = String(random.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Serves until the task is cancelled; `ready` is given the address once it can be opened.
    ///
    /// - Throws: ``LabelServerError`` where the port cannot be had.
    public func run(ready: @escaping @Sendable (String) -> Void) async throws {
        do {
            try await serve(ready)
        } catch SocketError.failed(_, let errno, let message) {
            throw LabelServerError(errno: errno, message, port: port)
        }
    }

    private func serve(_ ready: @escaping @Sendable (String) -> Void) async throws {
        let server = HTTPServer(
            config: .init(
                address: try .inet(ip4: "127.0.0.1", port: port), timeout: 60, logger: .disabled))
        let task = Task { try await server.run() }
        try await withTaskCancellationHandler {
            do {
                try await server.waitUntilListening()
            } catch {
                // Where it ended at once, its own error tells more.
                try await task.value
                throw error
            }
            guard case .ip4(_, let port)? = await server.listeningAddress else {
                throw SocketError.unsupportedAddress
            }
            let guardian = RequestGuard(token: token, port: port)
            await server.appendRoute("*") { request in
                await Self.answer(request, guardian, desk)
            }
            ready("http://127.0.0.1:\(port)/\(token)/")
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    private static func answer(
        _ request: HTTPRequest, _ guardian: RequestGuard, _ desk: LabelDesk
    ) async -> HTTPResponse {
        guard let path = guardian.path(of: request) else {
            return response(403, "text/plain", "refused\n")
        }
        switch (request.method, path) {
        case (.GET, ""):
            return response(200, "text/html", LabelPage.html, policy: LabelPage.policy)
        case (.GET, "state"), (.GET, "row"):
            let query = Dictionary(
                request.query.map { ($0.name, $0.value) }, uniquingKeysWith: { a, _ in a })
            return reply(
                path == "state" ? await desk.state(query) : await desk.row(query))
        case (.POST, "answer"), (.POST, "undo"):
            guard let body = await guardian.body(of: request) else {
                return response(413, "text/plain", "expected a short JSON object\n")
            }
            return reply(path == "answer" ? await desk.answer(body) : await desk.undo(body))
        default: return response(404, "text/plain", "not found\n")
        }
    }

    private static func reply(_ reply: LabelDesk.Reply) -> HTTPResponse {
        response(reply.status, "application/json", reply.json)
    }

    private static func response(
        _ status: Int, _ type: String, _ body: String, policy: String = "default-src 'none'"
    ) -> HTTPResponse {
        let phrases = [
            200: "OK", 400: "Bad Request", 403: "Forbidden", 404: "Not Found",
            413: "Content Too Large", 500: "Internal Server Error",
        ]
        return HTTPResponse(
            statusCode: HTTPStatusCode(status, phrase: phrases[status] ?? ""),
            headers: [
                .contentType: type + "; charset=utf-8",
                HTTPHeader("Content-Security-Policy"): policy,
                HTTPHeader("Cache-Control"): "no-store",
                HTTPHeader("Referrer-Policy"): "no-referrer",
                HTTPHeader("X-Content-Type-Options"): "nosniff",
                HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
            ],
            body: Data(body.utf8))
    }
}

/// What `caucus train --json` prints of gates that were fitted anew.
public struct GatesRecord: Sendable {
    private let fit: GateRefit
    private let path: String
    private let checksum: String

    /// Creates the record of a refit that was written to `path`.
    public init(_ fit: GateRefit, path: String, checksum: String) {
        self.fit = fit
        self.path = path
        self.checksum = checksum
    }

    /// Writes it as an object.
    func write(into line: inout JSONWriter) {
        line.object { line in
            line.member("path", path)
            line.member("checksum", checksum)
            line.member("quotations", fit.quotations)
            line.member("articles", fit.articles)
            line.key("pull")
            if let pull = fit.pull { line.number(rounding: pull) } else { line.null() }
            for part in fit.parts {
                line.key(part.gate.rawValue)
                line.object { line in
                    line.member("labels", part.labels)
                    line.member("passed", part.passed)
                    line.member("log_loss_before", rounded: part.before)
                    line.member("log_loss_after", rounded: part.after)
                    line.member("slope", exactly: part.line.slope)
                    line.member("offset", exactly: part.line.offset)
                }
            }
        }
    }
}

import CaucusStance
import CaucusText

/// Hand labels that can be used, and why the others cannot.
struct CheckedLabels {
    private(set) var labels: [HandLabel] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ given: [HandLabel], _ quotations: [ScoredQuotation]) {
        let known = Set(quotations.map(\.id))
        var seen: Set<String> = []
        for (i, label) in given.enumerated() {
            let place = Place(file: "labels", line: i + 1)
            let p = label.samplingProbability
            if !(p > 0 && p <= 1) {
                diagnostics.append(
                    Diagnostic(
                        place, "sampling probability \(p) of \(label.quotation) is not in (0, 1]"))
            } else if !known.contains(label.quotation) {
                diagnostics.append(
                    Diagnostic(place, "no quotation \(label.quotation) in this run"))
            } else if !seen.insert(label.quotation).inserted {
                diagnostics.append(
                    Diagnostic(place, "quotation \(label.quotation) is labeled twice"))
            } else {
                labels.append(label)
            }
        }
    }
}

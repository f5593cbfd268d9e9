public import CCaucus
import Caucus

@c @implementation
public func caucus_estimate(
    _ quotations: UnsafePointer<caucus_table>?, _ labels: UnsafePointer<caucus_table>?,
    _ options: UnsafePointer<caucus_table>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let given = try CallOptions(options, Counted.options)
        var counting = try Counted(given).options
        let part = part(given["by"], &counting)
        let reader = try QuotationReader(try InputTable(quotations, "quotations"))
        let identities = reader.identities
        let hand = try handLabels(labels)
        var table = ResultTable(EstimateTable.columns.map { ($0.name, .init($0.type)) })
        for run in reader.runs {
            let report = Report(
                run: RunDescription(
                    id: run.run, target: StanceTarget(name: run.target), model: run.model,
                    modelChecksum: "", version: Caucus.version, modelCard: ""),
                documents: reader.documents, quotations: reader.quotations, options: counting,
                labels: hand.labels, gold: try gold(ofModel: run.model),
                identities: identities)
            if !hand.labels.isEmpty, report.labelUse == nil, reader.runs.count == 1 {
                throw CallError.data(
                    "the labels name none of the quotations; expected their quote_id")
            }
            if part == .column, let column = counting.column, !report.hasValues(of: column) {
                throw CallError.usage(
                    "by \(column): no quotation has such a column; expected speaker, outlet, month, week or a column"
                )
            }
            for row in EstimateTable(report, by: part).rows { table.add(row) }
        }
        return table
    }
}

/// What `by` says: a part that is known, else a column.
private func part(_ by: String?, _ options: inout ReportOptions) -> EstimateTable.Part {
    switch by {
    case nil, "": return .all
    case "speaker": return .speaker
    case "outlet", "source": return .outlet
    case "month", "week": return .period
    default:
        options.column = by
        return .column
    }
}

/// What is known of the errors of a built-in model with its gates; `nil` for another.
private func gold(ofModel name: String) throws -> GoldSample? {
    guard let model = try StanceModel.shipped(named: name) else { return nil }
    for gates in [GateModel.shippedName, GateModel.accurateName] {
        if let gates = try GateModel.shipped(named: gates), gates.knows(model) { return gates.gold }
    }
    return nil
}

extension QuotationReader {
    /// Reads a table of quotations.
    init(_ table: InputTable) throws {
        self.init()
        let known = Set(QuotationColumns(PassedColumns([String]())).names)
        let fields = table.columns.map(\.name).filter { !known.contains($0) }
        for row in 0..<table.rows {
            try read(row: row + 1, fields: fields) { table.column($0)?.text(row) }
        }
    }
}

@c @implementation
public func caucus_agreement(
    _ labels: UnsafePointer<caucus_table>?, _ options: UnsafePointer<caucus_table>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let options = try CallOptions(options, ["scale", "order", "level", "seed"])
        let counting = try Counted(options).options
        let scale = try options.choice("scale", KrippendorffAlpha.Scale.self) ?? .nominal
        let labels = try InputTable(labels, "labels")
        guard let unit = labels.column("unit"), let label = labels.column("label") else {
            throw CallError.usage("the labels lack a column; expected unit, label and annotator")
        }
        let said = (0..<labels.rows).compactMap { row in
            unit.text(row).flatMap { unit in label.text(row).map { (unit: unit, label: $0) } }
        }
        let order =
            try options.json("order", [String].self, "a JSON array of labels")
            ?? Set(said.map(\.label)).sorted()
        let numbers = Dictionary(zip(order, order.indices), uniquingKeysWith: { first, _ in first })
        var units: [String: [Int?]] = [:]
        for one in said {
            guard let number = numbers[one.label] else {
                throw CallError.data(
                    "found label \(one.label), expected \(order.joined(separator: ", "))")
            }
            units[one.unit, default: []].append(number)
        }
        let estimate = try KrippendorffAlpha(scale).estimate(
            of: units.sorted { $0.key < $1.key }.map(\.value), level: counting.level,
            seed: counting.seed)
        let people = labels.column("annotator").map { people in
            Set((0..<labels.rows).compactMap { people.text($0) }).count
        }
        var table = ResultTable([
            ("alpha", .number), ("low", .number), ("high", .number), ("level", .number),
            ("scale", .text), ("n_units", .integer), ("n_annotators", .integer),
        ])
        table.add([
            .number(estimate.value), TableCell(estimate.low), TableCell(estimate.high),
            .number(estimate.level), .text(scale.rawValue), .integer(estimate.items),
            TableCell(people),
        ])
        return table
    }
}

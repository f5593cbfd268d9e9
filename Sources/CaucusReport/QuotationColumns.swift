package import CaucusStance
package import CaucusText

/// The columns of `quotations.csv` and what is in them: the same for a report and for the export of a store.
///
/// After the columns of its own come those that documents bring along, in order of appearance.
package struct QuotationColumns {
    private let passed: PassedColumns

    /// The columns for quotations of the given documents.
    package init(_ passed: PassedColumns) {
        self.passed = passed
    }

    var columns: [Table.Column] { Columns.quotations + Columns.document + passed.columns }

    /// The names, in order.
    package var names: [String] { columns.map(\.name) }
    /// What the cells of each column are: string, integer or number.
    package var types: [String] { columns.map(\.type) }

    /// The cells of one row; `label` is what people said of it, `original` whom the run takes for a speaker who is
    /// merged into another.
    package func cells(
        _ quotation: ScoredQuotation, in document: DocumentSummary?, of run: RunDescription,
        label: HandLabel? = nil, original: String? = nil
    ) -> [TableCell] {
        let p = quotation.probabilities
        var cells: [TableCell] = [
            .text(quotation.id), .text(quotation.documentID), .integer(quotation.start),
            .integer(quotation.end), .text(quotation.text), .text(quotation.form.rawValue),
            TableCell(quotation.cue), TableCell(quotation.source), TableCell(quotation.speakerID),
            TableCell(quotation.speaker?.name), TableCell(quotation.speaker?.role),
            .text(quotation.rule), .number(quotation.confidence), .text(quotation.target),
            .text(quotation.mention.rawValue),
        ]
        let gates = quotation.gates
        cells += [
            TableCell(p?.against), TableCell(p?.neutral), TableCell(p?.favor),
            TableCell(quotation.stance?.rawValue), TableCell(quotation.sentiment),
            TableCell(quotation.abstention?.rawValue), .text(quotation.status.rawValue),
            TableCell(quotation.duplicateOf), TableCell(label?.answer.word),
            TableCell(label?.samplingProbability), .text(run.model), .text(run.id),
            TableCell(gates?.speech), TableCell(gates?.about), TableCell(gates?.speaker),
            TableCell(gates?.right), TableCell(original),
        ]
        cells += [
            TableCell(document?.title), TableCell(document?.source),
            TableCell(document?.published), TableCell(document?.url),
        ]
        return cells + passed.cells(document)
    }
}

/// The columns that documents bring along beside title, outlet, date and address, in order of appearance.
package struct PassedColumns {
    /// As the documents name them.
    private var fields: [String] = []
    private var seen: Set<String> = []
    private(set) var columns: [Table.Column] = []
    private var taken = Set((Columns.quotations + Columns.document).map(\.name))

    /// The columns that documents name so, in their order; a name that comes again is the same column. None is called as
    /// one of those that stand `beside` them.
    package init(_ names: some Sequence<String>, beside others: [String] = []) {
        taken.formUnion(others)
        for name in names where seen.insert(name).inserted {
            fields.append(name)
            columns.append(
                Table.Column(
                    name: free(name), type: "string",
                    description: "passed through from the document"))
        }
    }

    /// A name that no other column has.
    private mutating func free(_ name: String) -> String {
        var free = Self.plain(name)
        if taken.contains(free) { free = "doc_" + free }
        var number = 2
        let stem = free
        while !taken.insert(free).inserted {
            free = stem + "_\(number)"
            number += 1
        }
        return free
    }

    /// A name that is in a header line and in the description as it is: one line, at most 200 code points, nothing
    /// that a spreadsheet would run.
    static func plain(_ name: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in name.unicodeScalars.prefix(200) {
            let odd = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            view.append(odd ? "_" : scalar)
        }
        guard let first = view.first else { return "column" }
        let starts = first.properties.isAlphabetic || ("0"..."9").contains(first) || first == "_"
        return (starts ? "" : "doc_") + String(view)
    }

    func cells(_ document: DocumentSummary?) -> [TableCell] {
        guard !fields.isEmpty else { return [] }
        var values: [String: String] = [:]
        for field in document?.fields ?? [] where values[field.name] == nil {
            values[field.name] = field.value
        }
        return fields.map { TableCell(values[$0]) }
    }
}

import Caucus

/// Leaders side by side.
extension ReportCommand {
    /// Writes the comparison of the runs of all stores.
    func compare() throws {
        if let document = inputs.first(where: { !StoredRun.isStore($0) }) {
            throw Failure(
                64, "\(document): --compare with documents, expected stores that caucus score made")
        }
        try checkRead()
        guard counting.labels == nil else {
            throw Failure(
                64, "--labels with --compare: expected none, since labels are of one leader")
        }
        guard edits.isEmpty else {
            throw Failure(
                64,
                "--aliases, --merge or --exclude with --compare: expected none, since they are of the speakers of one leader"
            )
        }
        var counted = counting.resolved()
        counted.filter = filter.filter
        let options = ComparisonOptions(
            counting: counted, step: counting.step, periods: try comparing.ranges(),
            columns: try counting.crossed())
        let comparison = try compared(try runs(), options)
        for name in filter.outlet { try FilterOptions.check(name, comparison.outlets) }
        let drawing = ChartDrawing()
        let files = try comparison.files { drawing.picture(of: $0) }.map {
            (name: $0.name, bytes: $0.bytes)
        }
        try OutputFile.write(files, into: output, force: force)
        guard !batch.quiet else { return }
        for line in comparison.summary { Console.tell(line) }
        Console.tell("wrote \(output)/compare.html and \(files.count - 1) more files")
        // This page, unlike that of a report, makes none on request.
        let missing = ChartDrawing.missing.prefix { $0 != ";" }
        if !drawing.isAvailable { Console.tell("caucus: " + missing) }
    }

    private func compared(
        _ runs: [ComparedRun], _ options: ComparisonOptions
    ) throws -> Comparison {
        do throws(ComparingError) {
            return try Comparison(runs, options: options)
        } catch {
            switch error {
            case .unknownColumn: throw Failure(64, "--by \(error)")
            case .overlap, .badPeriod: throw Failure(64, "--periods \(error)")
            case .emptyPeriod: throw Failure(65, "--periods \(error)")
            case .nothingToCompare, .noSharedDocument:
                throw Failure(65, "\(inputs.joined(separator: " ")): \(error)")
            }
        }
    }

    /// The runs of the leaders that are wanted, in the order in which these are named.
    private func runs() throws -> [ComparedRun] {
        let wanted = target.targets == nil ? target.named : try target.resolved().map(\.name)
        if let twice = wanted.first(where: { name in wanted.count { $0 == name } > 1 }) {
            throw Failure(64, "--target \"\(twice)\" twice: expected each leader once")
        }
        var found: [ComparedRun] = []
        var known: [String] = []
        for path in inputs {
            let store = try Store(path: path, mode: .reading)
            let runs = try store.runs()
            for run in runs where !known.contains(run.target.name) { known.append(run.target.name) }
            let chosen = runs.filter { wanted.isEmpty || wanted.contains($0.target.name) }
            let models = try models(of: chosen)
            for run in chosen {
                found.append(try Pipeline.side(of: run, in: store, gold: gold(run, models)))
            }
            try store.close()
        }
        let stores = inputs.joined(separator: " ")
        if let missing = wanted.first(where: { !known.contains($0) }) {
            throw Failure(
                65,
                "\(stores): found no run toward \(missing), expected one of: \(known.joined(separator: ", "))"
            )
        }
        guard !found.isEmpty else {
            throw Failure(65, "\(stores): found no run, expected at least two")
        }
        guard !wanted.isEmpty else { return found }
        return wanted.flatMap { name in found.filter { $0.run.target.name == name } }
    }
}

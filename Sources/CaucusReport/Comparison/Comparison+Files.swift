import CaucusStatistics
import CaucusText

extension Comparison {
    /// The names of the files that every comparison has beside its tables and charts.
    public static let fileNames = ["compare.html", "compare.md", "compare.json"]

    /// What `datapackage.json` calls a comparison.
    static let packageName = "caucus-comparison"

    /// Every file: the page, the text, the numbers, the charts, the tables and their description.
    ///
    /// - Parameter drawing: gives the PNG of a chart in SVG, or `nil` where nothing at hand draws it.
    public func files(
        drawing: (ReportFile) -> [UInt8]? = { _ in nil }
    ) throws(ReportError) -> [ReportFile] {
        let parts = ComparisonParts(self)
        let tables = parts.tables()
        let tableFiles = tables.map { ReportFile(name: $0.fileName, bytes: $0.csv()) }
        let sections = parts.sections()
        let drawn = sections.flatMap(\.charts)
        let charts = drawn.flatMap { chart -> [ReportFile] in
            let name = chart.name.dropLast(".svg".count) + ".png"
            return [chart]
                + [drawing(chart).map { ReportFile(name: String(name), bytes: $0) }]
                .compactMap(\.self)
        }
        let page = try parts.html(sections, files: tableFiles + charts)
        let texts =
            [
                ReportFile(name: Self.fileNames[0], text: page),
                ReportFile(name: Self.fileNames[1], text: parts.markdown(sections)),
                ReportFile(name: Self.fileNames[2], bytes: parts.json(tables)),
            ] + charts
        let package = Report.dataPackage(
            Self.packageName, title: title, version: leaders.first?.run.version ?? "", tables,
            tableFiles, beside: texts)
        return texts + tableFiles + [ReportFile(name: Report.packageName, bytes: package)]
    }

    /// What comes of it, and what is to be known of it, for a terminal: a line each.
    public var summary: [String] {
        (lead() + [undatedNote].compactMap(\.self) + warnings).map { line in
            line.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: "")
        }
    }
}

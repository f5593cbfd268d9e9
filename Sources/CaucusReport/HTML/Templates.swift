import Mustache

/// The page's templates, parsed once.
struct Templates {
    private let library: MustacheLibrary

    /// Every template with its name. Each is rendered with ``SafeHTML``: a partial goes back to mustache's own
    /// escaping unless it names its content type itself.
    static let sources: [String: String] = [
        "page": pageTemplate, "head": headTemplate, "overview": overviewTemplate,
        "row": rowTemplate,
        "timeline": timelineTemplate, "audit": auditTemplate, "tones": tonesTemplate,
        "card": cardTemplate, "abstained": abstainedTemplate, "parts": partsTemplate,
        "legend": directionLegend,
        "evidence": evidenceTemplate, "browser": browserTemplate, "appendix": appendixTemplate,
        "take": takeTemplate, "breakdowns": breakdownsTemplate,
        "filters": filtersTemplate, "chartTools": chartToolsTemplate,
        "modelErrors": modelErrorsTemplate, "runs": runsTemplate,
        "comparison": comparisonTemplate, "beside": besideTemplate,
    ]

    private static let registered: Void = MustacheContentTypes.register(
        SafeHTML(), named: SafeHTML.name)

    init() throws(ReportError) {
        Self.registered
        var library = MustacheLibrary()
        for (name, source) in Self.sources {
            do {
                try library.register("{{% CONTENT_TYPE:\(SafeHTML.name)}}" + source, named: name)
            } catch {
                throw ReportError.template(name: name, reason: "\(error)")
            }
        }
        self.library = library
    }

    func rendered(_ name: String, _ values: Values) -> String {
        library.render(values, withTemplate: name) ?? ""
    }
}

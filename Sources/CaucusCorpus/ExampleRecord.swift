import CaucusText

/// A record of labels with what its columns mean, also where an annotation tool nests them.
struct ExampleRecord {
    typealias Role = ExampleColumns.Role

    let record: Record
    let layout: Layout
    /// What Label Studio calls `data` and argilla `fields` and `inputs`: the text and what was shown beside it.
    private let content: [JSONTree]
    /// What came along with the text, as Prodigy's `meta`.
    private let meta: [JSONTree]

    /// The columns of a file and what they mean: most records have those of the record before.
    struct Layout {
        fileprivate var names: [String] = []
        /// By role, the columns that may hold it, the preferred one first.
        fileprivate var columns: [[Int]] = []
        /// Where the column of a name in small letters stands.
        fileprivate var places: [String: Int] = [:]
        /// The columns in which other things are nested.
        fileprivate var content: [Int] = []
        fileprivate var meta: [Int] = []
        /// The columns of people's labels, where no column `label` stands.
        fileprivate(set) var people: [AnnotatorColumn] = []
        /// The columns of a label each, where there are no people's.
        fileprivate(set) var labels: [String] = []
        /// The questions of argilla's flat records.
        fileprivate(set) var questions: [String] = []
    }

    /// Reads `record`, whose columns `layout` knows.
    init(_ record: Record, _ layout: Layout) {
        self.record = record
        self.layout = layout
        content = layout.content.map { JSONTree(record.columns[$0].value) }
        meta = layout.meta.map { JSONTree(record.columns[$0].value) }
    }

    /// The value of a role, or `nil` where there is none.
    func value(_ role: Role, _ given: ExampleColumns) -> JSONTree? {
        if let name = given.given(role) { return value(named: name) }
        for column in layout.columns[role.rawValue] {
            let value = record.columns[column].value
            if !Self.isVoid(value), role == .weight || !value.isVoid { return JSONTree(value) }
        }
        for container in role == .text ? content : content + meta {
            for name in role.usual {
                if let value = container[name], value != .null { return value }
            }
        }
        guard role == .text, let data = self["data"], case .string = data else { return nil }
        return data
    }

    /// Whether the column of a role is there with nothing in it but white space.
    func hasBlank(_ role: Role, _ given: ExampleColumns) -> Bool {
        let named = given.given(role).flatMap { layout.places[$0] }
        return (layout.columns[role.rawValue] + [named].compactMap(\.self)).contains { column in
            record.columns[column].value.kind == JSONValue.string("").kind
        }
    }

    /// The value of a column that the user names: a column, a path into one, or what stands beside the text.
    func value(named name: String) -> JSONTree? {
        if let value = self[name] { return value }
        let path = name.split(separator: ".", omittingEmptySubsequences: false)
        var head = ""
        for (i, part) in path.dropLast().enumerated() {
            head += (i == 0 ? "" : ".") + part
            if let found = self[head]?.value(at: path[(i + 1)...]), found != .null { return found }
        }
        for container in content + meta {
            if let value = container.value(at: path), value != .null { return value }
        }
        return nil
    }

    /// The value of the column called `name` in whatever letters; `nil` where there is none, or nothing in it.
    subscript(_ name: String) -> JSONTree? {
        guard let place = layout.places[name] ?? layout.places[name.lowercased()] else {
            return nil
        }
        let value = record.columns[place].value
        return Self.isVoid(value) ? nil : JSONTree(value)
    }

    /// Whether there is a column called `name`, be it empty.
    func has(_ name: String) -> Bool {
        layout.places[name] != nil || layout.places[name.lowercased()] != nil
    }

    /// Whether an annotation tool wrote it, whose questions have names.
    var isOfTool: Bool {
        self["annotations"] != nil || self["completions"] != nil || self["responses"] != nil
            || !layout.questions.isEmpty
    }

    private static func isVoid(_ value: JSONValue) -> Bool {
        if case .string(let text) = value { return text.isBlank }
        return value == .null
    }
}

extension ExampleRecord.Layout {
    private static let contentNames: Set = ["data", "fields", "inputs"]
    private static let metaNames: Set = ["meta", "metadata"]

    /// Whether the columns of a record are those that were read before.
    func fits(_ columns: [Record.Column]) -> Bool {
        guard columns.count == names.count else { return false }
        for n in columns.indices where columns[n].name != names[n] { return false }
        return true
    }

    /// What the columns of a record mean.
    init(_ columns: [Record.Column], _ table: ColumnTable<ExampleColumns.Role>) {
        names = columns.map(\.name)
        var ranked = [[(rank: Int, column: Int)]](
            repeating: [], count: ExampleColumns.Role.allCases.count)
        for (n, name) in names.enumerated() {
            let small = name.lowercased()
            places[name] = n
            if places[small] == nil { places[small] = n }
            if let meaning = table.meaning(of: name) {
                ranked[meaning.role.rawValue].append((meaning.rank, n))
            }
            // A table's cell is no object.
            if Self.contentNames.contains(small) { content.append(n) }
            if Self.metaNames.contains(small) { meta.append(n) }
        }
        self.columns = ranked.map { $0.sorted { $0 < $1 }.map(\.column) }
        let responses = ".responses"
        questions = names.filter { $0.hasSuffix(responses) }.map {
            String($0.dropLast(responses.count))
        }
        if places["label"] == nil, places["labels"] == nil {
            people = AnnotatorColumn.all(in: names)
            if people.isEmpty { labels = AnnotatorColumn.ofLabels(in: names) }
        }
    }
}

import CCaucus
import Testing

/// Tables that are none: every function refuses them with a line, before it looks at a value.
@Suite(.onCallersThread) struct BrokenTableTests {
    /// The functions that take a table, by the place where it goes.
    static let takers: [(name: String, call: @Sendable (CTable?) -> CAnswer)] = [
        ("read's options", { Calls.read($0) }),
        ("extract", { Calls.extract($0) }), ("extract's options", { Calls.extract(nil, $0) }),
        (
            "score",
            {
                Calls.score(
                    $0, CTable([("store", ["/nowhere/s"]), ("targets", [Samples.targets])]))
            }
        ),
        ("store's options", { Calls.store($0) }),
        ("report's options", { Calls.report(nil, $0) }),
        ("estimate", { Calls.estimate($0) }),
        ("estimate's labels", { Calls.estimate(Samples.quotations(), $0) }),
        ("identities", { Calls.identities($0) }), ("links", { Calls.links($0) }),
        ("copies", { Calls.copies($0) }), ("agreement", { Calls.agreement($0) }),
        ("fit", { Calls.fit($0) }),
        ("predict", { Calls.predict($0, CTable([("model", ["stance-en-2"])])) }),
        ("explain", { Calls.explain($0, CTable([("model", ["stance-en-2"])])) }),
        ("vectorizer", { Calls.vectorizer($0) }),
        ("vectorize's options", { Calls.vectorize(Samples.examples(), $0) }),
        ("feature_names' options", { Calls.featureNames($0) }),
    ]

    /// Ways in which a table of a column and three rows can be broken.
    static let defects: [(name: String, breaks: @Sendable (CTable) -> Void)] = [
        ("negative rows", { $0.table.pointee.row_count = -1 }),
        ("the fewest rows", { $0.table.pointee.row_count = .min }),
        ("too many rows", { $0.table.pointee.row_count = .max }),
        ("negative columns", { $0.table.pointee.column_count = -1 }),
        ("too many columns", { $0.table.pointee.column_count = .max }),
        ("no place of columns", { $0.table.pointee.columns = nil }),
        ("a row more than offsets", { $0.table.pointee.row_count = 4 }),
        (
            "many rows of no column",
            {
                $0.table.pointee.row_count = Int64(Int32.max)
                $0.table.pointee.column_count = 0
            }
        ),
        ("no name", { $0.columns.pointee.name = nil }),
        ("no offsets", { $0.columns.pointee.offsets = nil }),
        ("no bytes", { $0.columns.pointee.bytes = nil }),
        ("negative bytes", { $0.columns.pointee.byte_count = -1 }),
        ("fewer bytes than offsets", { $0.columns.pointee.byte_count = 5 }),
        ("offsets that fall", { $0.offsets[0][1] = 7 }),
        ("offsets before the bytes", { $0.offsets[0][0] = -1 }),
        ("offsets beyond the bytes", { $0.offsets[0][3] = .max }),
    ]

    @Test(arguments: takers.indices, defects.indices)
    func isRefused(taker: Int, defect: Int) {
        let table = CTable([("text", ["one", "two", "six"])])
        Self.defects[defect].breaks(table)
        let answer = Self.takers[taker].call(table)
        let what = "\(Self.takers[taker].name), \(Self.defects[defect].name)"
        #expect(answer.code == 64, "\(what): \(answer.message ?? "")")
        #expect(
            answer.message?.contains("expected") == true || answer.message?.contains(" no ") == true
        )
    }

    @Test(arguments: takers.indices) func noTableIsNoInput(taker: Int) {
        // Labels and some options may be missing: what is left is then too little, or enough.
        let answer = Self.takers[taker].call(nil)
        let isOptional = ["estimate's labels"].contains(Self.takers[taker].name)
        #expect(answer.code == (isOptional ? 0 : 64), "\(Self.takers[taker].name)")
    }

    @Test func messagesNameTheTableTheColumnAndTheOffset() {
        let table = CTable([("text", ["one", "two", "six"])])
        table.offsets[0][2] = 99
        #expect(
            Calls.extract(table).message
                == "offset 99 of column text of the documents; expected 3 to 9")
        table.table.pointee.row_count = -2
        #expect(
            Calls.extract(table).message
                == "found -2 rows and 1 columns of documents; expected up to 2147483647 rows of 1 to 4096 columns"
        )
    }

    @Test func bytesThatAreNoUTF8AreReplaced() throws {
        let text = Array("“The pier \u{FFFD} will hold,” said Ruth Okello.".utf8)
        let start = try #require(text.firstIndex(of: 0xEF))
        var broken = text
        broken.replaceSubrange(start..<(start + 3), with: [0xFF])
        let found = [text, broken].map {
            Calls.extract(CTable(bytes: [(name: "text", values: [$0])])).table
        }
        #expect(found[0]?.rows == 1 && found[0] == found[1])
        let odd = CTable([("name", ["x"])])
        odd.columns.pointee.name.withMemoryRebound(to: UInt8.self, capacity: 1) {
            UnsafeMutablePointer(mutating: $0).pointee = 0xFF
        }
        #expect(
            Calls.extract(Samples.documents(), odd).message?.hasPrefix("found option \u{FFFD}ame")
                == true)
    }

    @Test func emptyValuesAndRowsAreNone() {
        #expect(Calls.extract(CTable(bytes: [(name: "text", values: [])])).code == 0)
        #expect(Calls.extract(CTable([("text", [nil, ""])])).code == 65)
        #expect(Calls.fit(CTable(bytes: [])).code != 0)
    }
}

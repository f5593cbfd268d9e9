import CCaucus
import Testing

/// Who speakers are, and which quotations repeat others.
@Suite(.onCallersThread) struct SpeakerCallTests {
    private static func names(named: String = "2", documents: String = "1") -> CTable {
        CTable([
            ("name", ["Ruth Okello", "Okello", "Falk"]),
            ("gender", ["female", "female", "unknown"]),
            ("named", [named, "0", "0"]), ("documents", [documents, "3", "1"]),
            ("quotations", ["2", nil, ""]),
        ])
    }

    @Test func aSurnameIsItsOnlyBearer() throws {
        let found = try #require(Calls.identities(Self.names()).table)
        #expect(found.texts("id")[0] == "ruth-okello" && found.texts("id")[1] == "ruth-okello")
        #expect(found["bound"] == [.integer(0), .integer(0), .integer(1)])
        #expect(found.texts("id")[2]?.hasSuffix("@") == true)
    }

    @Test(.timeLimit(.minutes(1))) func countsMayBeLarge() throws {
        let large = Self.names(named: "2147483647", documents: "2147483647")
        #expect(Calls.identities(large).table == Calls.identities(Self.names()).table)
    }

    @Test(arguments: ["-1", "2147483648", "9223372036854775808", "1.5", "two", "nan"])
    func aCountThatIsNoneIsToldWithItsRow(count: String) {
        let answer = Calls.identities(Self.names(named: count))
        #expect(answer.code == 65)
        #expect(answer.message?.hasPrefix("named of name 0 is \(count); expected") == true)
    }

    @Test func aNameNeedsAGender() {
        let rows =
            [("name", ["A", nil]), ("gender", ["female", "female"])] as [(String, [String?])]
        #expect(
            Calls.identities(CTable(rows)).message
                == "row 1 of the names lacks name or gender; expected both")
        #expect(Calls.identities(CTable([("name", ["A"]), ("gender", ["other"])])).code == 65)
    }

    private static let quote = "the harbor will not open before the summer of next year"

    private static func quotations(_ quotes: [String?]) -> CTable {
        CTable([
            ("document", quotes.indices.map { "d\($0)" }),
            ("speaker", quotes.map { _ in "Ann Roe" }),
            ("kind", quotes.map { _ in "person" }), ("quote", quotes),
        ])
    }

    @Test func quotationsThatRepeatOthersShareALink() throws {
        let table = try #require(
            Calls.links(
                Self.quotations([Self.quote, Self.quote, "a school was built by the river in May"])
            )
            .table)
        #expect(table.formats == ["Z"])
        let links = table["links"].map { cell -> Set<ArraySlice<UInt8>> in
            guard case .bytes(let bytes) = cell else { return [] }
            return Set(stride(from: 0, to: bytes.count, by: 8).map { bytes[$0..<($0 + 8)] })
        }
        let values = links.map { Set($0.map(Array.init)) }
        #expect(!values[0].isEmpty && values[0] == values[1])
        #expect(values[0].isDisjoint(with: values[2]))
    }

    @Test func aCopyNamesItsOriginal() throws {
        let table = try #require(
            Calls.copies(Self.quotations([Self.quote, "no", Self.quote])).table)
        #expect(table["original"] == [.missing, .missing, .integer(0)])
    }

    @Test func aQuotationNeedsItsWords() {
        let answer = Calls.links(Self.quotations([Self.quote, nil]))
        #expect(answer.code == 65)
        #expect(answer.message?.hasPrefix("row 1 of the quotations lacks speaker") == true)
        #expect(
            Calls.copies(CTable([("quote", ["x"])])).message
                == "row 0 of the quotations has no document")
    }
}

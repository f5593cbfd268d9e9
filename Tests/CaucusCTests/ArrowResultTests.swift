import CCaucus
import Foundation
import Testing

/// Results as the Arrow C Data Interface asks for them; ``CAnswer`` checks more of every one.
@Suite(.onCallersThread) struct ArrowResultTests {
    @Test func theNamesOfTheLibraryAreListed() throws {
        let table = try #require(Calls.contents().table)
        #expect(table.names == ["kind", "name"] && table.formats == ["U", "U"])
        let rows = Set(
            zip(table.texts("kind"), table.texts("name")).map { "\($0 ?? "") \($1 ?? "")" })
        #expect(rows.isSuperset(of: ["table quotations", "features plain", "model stance-en-2"]))
        #expect(rows.count == table.rows)
    }

    @Test func theVersionIsATextToFree() throws {
        let version = try #require(caucus_version())
        #expect(String(cString: version).split(separator: ".").count == 3)
        caucus_free(version)
        caucus_free(nil)
    }

    @Test func missingValuesAreMarkedAndCounted() throws {
        let quotation = "the harbor will not open before the summer of next year"
        let table = CTable([
            ("document", ["a", "b", "c"]), ("speaker", ["Ann Roe", "Ann Roe", "Ben Tull"]),
            ("kind", ["person", "person", "person"]), ("quote", [quotation, quotation, "no"]),
            ("answered", ["1", "1", "1"]), ("text_hash", ["x", "y", "z"]),
        ])
        let found = try #require(Calls.copies(table).table)
        #expect(found["original"] == [.missing, .integer(0), .missing])
        #expect(found["same_document"] == [.missing, .integer(0), .missing])
    }

    @Test func anEmptyResultHasItsColumns() throws {
        let found = try #require(
            Calls.extract(CTable([("text", ["The harbor was closed."])])).table)
        #expect(found.rows == 0 && found.names.first == "quote_id" && found.names.count == 13)
        #expect(Set(found.formats) == ["U", "l", "g"])
    }

    @Test func withoutPlacesForAResultACallFails() {
        var (schema, array) = (ArrowSchema(), ArrowArray())
        #expect(caucus_contents(nil, &array, nil) == 64)
        #expect(caucus_contents(&schema, nil, nil) == 64)
        #expect(schema.release == nil && array.release == nil)
        var text: UnsafeMutablePointer<CChar>?
        #expect(caucus_contents(nil, nil, &text) == 64 && text != nil)
        caucus_free(text)
    }

    @Test func aReleasedStructureMayBeReleasedAgain() throws {
        var (schema, array) = (ArrowSchema(), ArrowArray())
        #expect(caucus_contents(&schema, &array, nil) == 0)
        let release = (try #require(schema.release), try #require(array.release))
        release.1(&array)
        #expect(array.release == nil && schema.release != nil)
        release.0(&schema)
        release.0(&schema)
        release.1(&array)
        #expect(schema.release == nil)
    }

    @Test func aChildThatWasMovedOutlivesItsParent() throws {
        var (schema, array) = (ArrowSchema(), ArrowArray())
        #expect(caucus_contents(&schema, &array, nil) == 0)
        let (field, values) = (try #require(schema.children[1]), try #require(array.children[1]))
        var (name, column) = (field.pointee, values.pointee)
        // As the interface moves a structure: the copy lives on, and the original counts as released.
        field.pointee.release = nil
        values.pointee.release = nil
        schema.release(&schema)
        array.release(&array)
        #expect(String(cString: name.name) == "name" && column.length > 0)
        let offsets = try #require(column.buffers[1]).assumingMemoryBound(to: Int64.self)
        #expect(offsets[Int(column.length)] > 0)
        name.release(&name)
        column.release(&column)
        #expect(name.release == nil && column.release == nil)
    }

    @Test func aParentReleasesEachChildOnce() throws {
        var (schema, array) = (ArrowSchema(), ArrowArray())
        #expect(caucus_contents(&schema, &array, nil) == 0)
        let column = try #require(array.children[0])
        ReleaseCount.original = column.pointee.release
        column.pointee.release = { array in
            ReleaseCount.calls += 1
            ReleaseCount.original?(array)
        }
        array.release(&array)
        schema.release(&schema)
        #expect(ReleaseCount.calls == 1)
    }
}

/// How often a callback of C, which captures nothing, was called; one test's own.
private enum ReleaseCount {
    nonisolated(unsafe) static var calls = 0
    nonisolated(unsafe) static var original:
        (@convention(c) (UnsafeMutablePointer<ArrowArray>?) -> Void)?
}

import CaucusMatrix
import Foundation
import Testing

@testable import CaucusCorpus

@Suite struct JSONScannerTests {
    private func columns(_ text: String) throws -> [Record.Column] {
        try Array(text.utf8).withUnsafeBufferPointer { bytes in
            var scanner = JSONScanner(bytes)
            return try scanner.object()
        }
    }

    private func accepts(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            guard bytes.firstInvalidUTF8 == nil else { return false }
            var scanner = JSONScanner(bytes)
            return (try? scanner.object()) != nil
        }
    }

    @Test func membersKeepTheirOrderAndNumbersTheirSpelling() throws {
        let found = try columns(
            #" { "b" : 1.50e+2, "a":"x", "c" : [1, {"d":null}] ,"e":true,"f":null,"b":-0 } "#)
        #expect(found.map(\.name) == ["b", "a", "c", "e", "f", "b"])
        #expect(
            found.map(\.value) == [
                .number("1.50e+2"), .string("x"), .nested(#"[1, {"d":null}]"#), .bool(true), .null,
                .number("-0"),
            ])
        #expect(try columns("{}").isEmpty)
    }

    @Test func escapesAreResolved() throws {
        let found = try columns(
            #"{"t":"a\"b\\c\/d\b\f\n\r\t\u00e9\u20AC\ud83d\ude00 plain text after it"}"#)
        #expect(
            found[0].value
                == .string("a\"b\\c/d\u{8}\u{C}\n\r\té€😀 plain text after it"))
    }

    @Test(arguments: [
        "", "[]", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "{\"a\":01}",
        "{\"a\":1.}", "{\"a\":.5}", "{\"a\":+1}", "{\"a\":1e}", "{\"a\":NAN}", "{\"a\":tru}",
        "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\udc00\"}",
        "{\"a\":\"\\ud800\\u0041\"}", "{\"a\":\"b\nc\"}", "{\"a\":\"b", "{\"a\":1} x", "{'a':1}",
        "{\"a\":[1,]}", "{\"a\":[1", "{\"a\":{\"b\":1]}",
    ])
    func whatIsNoObjectIsRefused(_ text: String) {
        #expect(throws: JSONError.self) { try columns(text) }
    }

    @Test func errorsNameTheByte() {
        #expect(
            throws: JSONError(
                offset: 7, problem: .unexpected(UInt8(ascii: "}"), expected: "a value"))
        ) { try columns("{\"abc\":}") }
    }

    @Test func nestingIsBounded() throws {
        func nested(_ depth: Int) -> String {
            "{\"a\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
                + "}"
        }
        _ = try columns(nested(JSONScanner.maximumDepth - 1))
        #expect(throws: JSONError.self) { try columns(nested(JSONScanner.maximumDepth)) }
        #expect(throws: JSONError.self) { try columns(nested(1_000_000)) }
    }

    /// Random objects, some broken by one byte: what the scanner accepts and reads is what Foundation
    /// accepts and reads.
    @Test func theScannerAgreesWithFoundation() throws {
        var generator = SplitMix(seed: 6)
        var accepted = 0
        for _ in 0..<4000 {
            var bytes = Array(RandomJSON.object(&generator, depth: 0).utf8)
            if Bool.random(using: &generator) {
                let i = Int.random(in: 0..<bytes.count, using: &generator)
                // Foundation is lenient about what a NUL ends, so none is put in.
                bytes[i] = UInt8.random(in: 1...255, using: &generator)
            }
            let reference = try? JSONSerialization.jsonObject(with: Data(bytes))
            let theirs = reference as? [String: Any]
            let isOurs = accepts(bytes)
            #expect((theirs != nil) == isOurs, "\(String(decoding: bytes, as: UTF8.self))")
            guard let theirs, isOurs else { continue }
            accepted += 1
            let ours = try columns(String(decoding: bytes, as: UTF8.self))
            for column in ours where ours.filter({ $0.name == column.name }).count == 1 {
                switch column.value {
                case .string(let text): #expect(theirs[column.name] as? String == text)
                case .number(let spelling):
                    #expect(theirs[column.name] as? Double == Double(spelling))
                case .bool(let value): #expect(theirs[column.name] as? Bool == value)
                case .null: #expect(theirs[column.name] is NSNull)
                case .nested: #expect(theirs[column.name] != nil)
                }
            }
        }
        #expect(accepted > 1500)
    }

    @Test func utf8IsCheckedAsTheStandardLibraryDoes() {
        var generator = SplitMix(seed: 8)
        for _ in 0..<3000 {
            var bytes = Array("plain ascii é € 😀 ́x".utf8)
            for _ in 0..<Int.random(in: 0...2, using: &generator) {
                let i = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[i] = UInt8.random(in: 0...255, using: &generator)
            }
            let cut = Int.random(in: 0...bytes.count, using: &generator)
            bytes.removeFirst(cut)
            let ours = bytes.withUnsafeBufferPointer { $0.firstInvalidUTF8 }
            #expect((ours == nil) == (String(validating: bytes, as: UTF8.self) != nil))
            if let ours {
                #expect(String(validating: bytes[..<ours], as: UTF8.self) != nil)
            }
        }
    }
}

/// Random JSON text.
enum RandomJSON {
    static func object(_ g: inout SplitMix, depth: Int) -> String {
        let members = (0..<Int.random(in: 0...4, using: &g)).map { _ in
            space(&g) + string(&g) + space(&g) + ":" + space(&g) + value(&g, depth: depth + 1)
                + space(&g)
        }
        return "{" + members.joined(separator: ",") + "}"
    }

    private static func value(_ g: inout SplitMix, depth: Int) -> String {
        switch Int.random(in: 0...(depth > 3 ? 4 : 6), using: &g) {
        case 0: return "null"
        case 1: return "true"
        case 2:
            return ["0", "-1", "12.5", "1e3", "-0.25E-2", "123456"].randomElement(using: &g) ?? "0"
        case 3, 4: return string(&g)
        case 5: return object(&g, depth: depth)
        default:
            return "["
                + (0..<Int.random(in: 0...3, using: &g)).map { _ in value(&g, depth: depth + 1) }
                .joined(separator: ",") + "]"
        }
    }

    private static func string(_ g: inout SplitMix) -> String {
        let parts = [
            "a", "Zebra ", "é", "“", "😀", "\\n", "\\\"", "\\u0041", "\\ud83d\\ude00", "\\\\", "/",
            "long enough to pass eight bytes", "\u{7F}",
        ]
        return "\""
            + (0..<Int.random(in: 0...4, using: &g)).map { _ in parts.randomElement(using: &g) ?? ""
            }
            .joined() + "\""
    }

    private static func space(_ g: inout SplitMix) -> String {
        ["", "", " ", "\t", "\r\n"].randomElement(using: &g) ?? ""
    }
}

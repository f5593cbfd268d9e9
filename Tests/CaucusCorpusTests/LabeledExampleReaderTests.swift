import CaucusText
import Testing

@testable import CaucusCorpus

@Suite struct LabeledExampleReaderTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func offsetsCountCodePointsAndBecomeBytes() throws {
        let path = try directory.write(
            "a.jsonl",
            """
            {"id":"1","text":"“É” said Okello of Adeyar.","target":"Adeyar","target_start":19,\
            "target_end":25,"speaker":"Okello","speaker_start":9,"speaker_end":15,"label":"against",\
            "context":"c","group":"g","weight":2.5,"annotator":"x","more":1}
            {"id":2,"text":"plain"}
            """)
        let (examples, told) = try LabeledExampleReader(paths: [path]).all()
        #expect(told.isEmpty)
        #expect(examples.count == 2)
        let first = try #require(examples.first)
        let target = try #require(first.targetSpan)
        let speaker = try #require(first.speakerSpan)
        #expect(first.text[target] == "Adeyar")
        #expect(first.text[speaker] == "Okello")
        #expect(first.label == "against" && first.weight == 2.5 && first.group == "g")
        #expect(
            examples[1] == LabeledExample(id: "2", text: "plain", place: Place(file: path, line: 2))
        )
    }

    /// Issue 13: text, target, label and group suffice.
    @Test func anExampleWithoutAnIdIsNamedByItsLine() throws {
        let path = try directory.write(
            "a.csv", "text,target,label,group\nShe failed.,Ada,against,g\n")
        let (examples, told) = try LabeledExampleReader(paths: [path]).all()
        #expect(told.isEmpty)
        #expect(examples.map(\.id) == ["\(path):2"] && examples.map(\.group) == ["g"])
        let lines = try directory.write(
            "b.jsonl", "{\"id\":\"\",\"text\":\"a\"}\n{\"id\":null,\"text\":\"b\"}")
        #expect(
            try LabeledExampleReader(paths: [lines]).all().examples.map(\.id) == [
                "\(lines):1", "\(lines):2",
            ])
    }

    @Test func tablesMayWriteNumbersTheirWay() throws {
        let path = try directory.write(
            "a.csv",
            "id,text,target_start,target_end,weight,label\n1,abc,0.0,3.0,,favor\n2,d,,,1,\n")
        let (examples, told) = try LabeledExampleReader(paths: [path]).all()
        #expect(told.isEmpty)
        #expect(examples.map(\.targetSpan) == [Span(0, 3), nil])
        #expect(examples.map(\.label) == ["favor", nil])
        #expect(examples.map(\.weight) == [1, 1])
    }

    @Test(arguments: [
        (#"{"id":1}"#, "found no text in 1; expected a column text, or --text-column"),
        (#"{"id":1,"text":5}"#, "the text of 1 is a number; expected a string"),
        (#"{"id":1,"text":"  "}"#, "the text of 1 is empty; expected words"),
        (
            #"{"id":1,"text":"a","weight":0}"#,
            "the weight of 1 is 0; expected a positive number"
        ),
        (
            #"{"id":1,"text":"a","weight":"NaN"}"#,
            "the weight of 1 is NaN; expected a positive number"
        ),
        (
            #"{"id":1,"text":"a","target_start":0}"#,
            "1 has only one of target_start and target_end; expected both or none"
        ),
        (
            #"{"id":1,"text":"a","target_start":0,"target_end":2}"#,
            "target_start and target_end of 1 are 0 and 2; expected start < end within the 1 code "
                + "points of its text"
        ),
        (
            #"{"id":1,"text":"abc","speaker_start":-1,"speaker_end":2}"#,
            "speaker_start and speaker_end of 1 are -1 and 2; expected start < end within the 3 code "
                + "points of its text"
        ),
        (
            #"{"id":1,"text":"abc","speaker_start":2,"speaker_end":1e99}"#,
            "speaker_start and speaker_end of 1 are 2 and 1e99; expected whole numbers"
        ),
    ])
    func oddRecordsAreToldWithTheirPlace(_ line: String, _ message: String) throws {
        let path = try directory.write("a.jsonl", "\n" + line + "\n{\"id\":9,\"text\":\"fine\"}")
        let (examples, told) = try LabeledExampleReader(paths: [path]).all()
        #expect(examples.map(\.id) == ["9"])
        #expect(told.map { "\($0)" } == ["\(path):2: \(message)"])
    }

    @Test func directoriesGiveAllTheirFiles() throws {
        try directory.write("b.csv", "id,text\n3,c\n")
        try directory.write("a.jsonl", "{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"b\"}")
        try directory.write("SHEET.md", "words")
        let (examples, told) = try LabeledExampleReader(paths: [directory.path]).all()
        #expect(examples.map(\.id) == ["1", "2", "3"])
        #expect(told.count == 1)
        let text = try directory.write("c.txt", "x")
        #expect(throws: CorpusError.self) { try LabeledExampleReader(paths: [text]) }
    }
}

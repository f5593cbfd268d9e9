import CaucusText
import Testing

@testable import CaucusCorpus

/// Issue 17: labels as annotation tools write them.
@Suite struct AnnotationExportsTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// What a file's records give: `id label annotator`, or why they are left out.
    private func read(
        _ name: String, _ content: String, _ columns: ExampleColumns = ExampleColumns()
    ) throws -> [String] {
        let path = try directory.write(name, content)
        return try LabeledExampleReader(paths: [path], columns: columns).map { reading in
            switch reading {
            case .example(let example):
                [example.id, example.label ?? "-", example.annotator ?? "-"].joined(separator: " ")
            case .leftOut(let leftOut): "\(leftOut.reason)"
            case .note(let told), .diagnostic(let told): "told: \(told.message)"
            case .failure(let error): "\(error)"
            }
        }
    }

    private func studio(_ annotations: String) -> String {
        #"[{"id":7,"data":{"text":"We trust Okello.","target":"Ada Okello","group":"g"},"annotations":["#
            + annotations
            + #"],"predictions":[{"result":[{"type":"choices","value":{"choices":["against"]}}]}]}]"#
    }

    private func choice(_ label: String, _ question: String = "stance") -> String {
        #"{"from_name":"\#(question)","to_name":"text","type":"choices","value":{"choices":["\#(label)"]}}"#
    }

    @Test func labelStudioGivesAnExampleAPerson() throws {
        let found = try read(
            "a.json",
            studio(
                #"{"completed_by":3,"was_cancelled":false,"result":[\#(choice("favor"))]},"#
                    + #"{"completed_by":{"id":4,"email":"b@example.org"},"result":[\#(choice("neutral"))]},"#
                    + #"{"completed_by":5,"was_cancelled":true,"result":[]}"#))
        #expect(found == ["7 favor 3", "7 neutral b@example.org", "skipped"])
        let path = try directory.write("b.json", studio(#"{"result":[\#(choice("favor"))]}"#))
        let example = try #require(try LabeledExampleReader(paths: [path]).all().examples.first)
        #expect(example.text == "We trust Okello." && example.target == "Ada Okello")
        #expect(example.group == "g" && example.label == "favor")
    }

    /// Each level was read twice by the one above it, which took minutes for forty of them.
    @Test(.timeLimit(.minutes(1))) func marksInMarksAreNone() throws {
        let depth = 34
        let nested =
            String(repeating: #"{"start":0,"end":1,"label":"#, count: depth) + #""favor""#
            + String(repeating: "}", count: depth)
        let file = try directory.write(
            "a.jsonl", #"{"id":1,"text":"We trust Okello.","label":\#(nested)}"#)
        let clock = ContinuousClock()
        let time = try clock.measure { _ = try LabeledExampleReader(paths: [file]).all() }
        #expect(time < .seconds(5))
        #expect(GivenAnswer.mark(try #require(JSONTree(json: nested))) == nil)
        let marked = #"{"start":3,"end":"8","label":["TARGET",null]}"#
        #expect(
            GivenAnswer.mark(try #require(JSONTree(json: marked)))
                == GivenAnswer.Mark(start: 3, end: 8, label: "TARGET"))
    }

    /// 1 and 0 under label_favor and label_against are what one person said, not two.
    @Test func aColumnForEachLabelIsTold() throws {
        let table = "id,text,label_favor,label_against\n1,We trust Okello.,1,0\n"
        let wanted =
            "with one column a label (label_favor, label_against), expected one column that holds the label"
        #expect(try read("a.csv", table) == [wanted])
        #expect(
            try read("b.csv", table, ExampleColumns(labels: ["label_favor", "label_against"]))
                == [wanted])
        #expect(
            AnnotatorColumn.all(in: ["label_favor", "label_ana", "label_pro", "label_2"])
                .map(\.annotator) == ["ana", "2"])
    }

    @Test func aTaskThatNobodyLabeledHasNoLabelThoughAModelPredictedOne() throws {
        #expect(try read("a.json", studio("")) == ["7 - -"])
        #expect(try read("b.json", studio(#"{"completed_by":1,"result":[]}"#)) == ["7 - 1"])
    }

    @Test func ofSeveralQuestionsTheOneCalledStanceOrTheNamedOneTells() throws {
        let both = studio(
            #"{"completed_by":1,"result":[\#(choice("warm", "tone")),\#(choice("favor"))]}"#)
        #expect(try read("a.json", both) == ["7 favor 1"])
        #expect(try read("b.json", both, ExampleColumns(labels: ["tone"])) == ["7 warm 1"])
        let open = studio(#"{"result":[\#(choice("x", "tone")),\#(choice("y", "heat"))]}"#)
        #expect(
            try read("c.json", open) == [
                "with answers to tone, heat, expected --label-column with one of them"
            ])
        let several = studio(
            #"{"result":[{"from_name":"stance","type":"choices","value":{"choices":["a","b"]}}]}"#)
        #expect(try read("d.json", several) == ["with several labels"])
    }

    @Test func labelStudioMarksTheTarget() throws {
        let mark =
            #"{"from_name":"who","type":"labels","value":{"start":9,"end":15,"labels":["TARGET"]}}"#
        let path = try directory.write(
            "a.json", studio(#"{"result":[\#(mark),\#(choice("favor"))]}"#))
        let example = try #require(try LabeledExampleReader(paths: [path]).all().examples.first)
        let span = try #require(example.targetSpan)
        #expect(example.text[span] == "Okello" && example.label == "favor")
    }

    @Test func flatRecordsOfLabelStudio() throws {
        let rest = #""annotator":2,"annotation_id":5,"created_at":"2031-01-01","lead_time":3.5"#
        #expect(
            try read(
                "a.json",
                #"[{"text":"a","id":1,"stance":"favor",\#(rest)},{"text":"b","id":2,"side":{"choices":["against"]},\#(rest)},"#
                    + #"{"text":"c","id":3,"side":"Neutral",\#(rest)}]"#)
                == ["1 favor 2", "2 against 2", "3 Neutral 2"])
        #expect(
            try read(
                "b.csv",
                "annotation_id,annotator,id,lead_time,stance,text\n5,2,1,3.5,favor,a\n"
                    + "6,2,2,1,\"{\"\"choices\"\":[\"\"favor\"\",\"\"against\"\"]}\",b\n")
                == ["1 favor 2", "with several labels"])
    }

    @Test func doccanoWritesListsAndSpans() throws {
        #expect(
            try read(
                "a.jsonl",
                """
                {"id":1,"text":"a","label":["favor"],"Comments":[]}
                {"id":2,"data":"b","labels":["against"]}
                {"id":3,"text":"c","label":[]}
                {"id":4,"text":"d","label":["favor","against"]}
                {"id":5,"text":"We trust Okello.","label":[[9,15,"PERSON"]]}
                {"id":6,"text":"e","annotations":[{"label":"favor","user":1},{"label":"neutral","user":2}]}
                {"id":7,"text":"e","annotations":[{"label":"x","start_offset":0,"end_offset":1,"user":1}]}
                """) == [
                    "1 favor -", "2 against -", "3 - -", "with several labels",
                    "with labels of spans, expected one of the text", "6 favor 1", "6 neutral 2",
                    "with labels of spans, expected one of the text",
                ])
    }

    @Test func prodigyAcceptsRejectsAndIgnores() throws {
        #expect(
            try read(
                "a.jsonl",
                """
                {"id":1,"text":"a","accept":["favor"],"answer":"accept","_annotator_id":"db-ada"}
                {"id":2,"text":"b","accept":["favor"],"answer":"reject"}
                {"id":3,"text":"c","label":"against","answer":"ignore"}
                {"id":4,"text":"d","label":"against","answer":"accept"}
                {"id":5,"text":"e","accept":[2],"answer":"accept","options":[{"id":1,"text":"x"},{"id":2,"text":"Favor"}]}
                {"id":6,"text":"f","accept":[],"answer":"accept"}
                {"text":"g","label":"favor","answer":"accept","meta":{"id":"m","target":"Ada"}}
                """) == [
                    "1 favor db-ada", "rejected", "ignored", "4 against -", "5 Favor -", "6 - -",
                    "m favor -",
                ])
        // A table whose answers are labels is no export of Prodigy's.
        #expect(
            try read("b.csv", "id,text,answer\n1,a,favor\n", ExampleColumns(labels: ["answer"]))
                == ["1 favor -"])
    }

    @Test func argillaInItsThreeForms() throws {
        #expect(
            try read(
                "a.json",
                """
                [{"id":"1","fields":{"text":"a","target":"Ada"},"metadata":{"group":"g"},"status":"completed",
                  "responses":{"stance":[{"value":"favor","user_id":"u1"},{"value":"against","user_id":"u2","status":"draft"}]}},
                 {"id":"2","fields":{"text":"b"},"responses":[
                  {"user_id":"u1","status":"submitted","values":{"stance":{"value":"neutral"}}},
                  {"user_id":"u2","status":"discarded","values":null}]},
                 {"id":"3","text":"c","inputs":{"text":"c"},"annotation":"favor","annotation_agent":"ada","status":"Validated",
                  "prediction":[["against",0.9]]},
                 {"id":"4","text":"d","annotation":null,"annotation_agent":null,"status":"Discarded"},
                 {"id":"5","text":"e","stance.responses":["favor","neutral"],"stance.responses.users":["u1","u2"],
                  "stance.responses.status":["submitted","discarded"],"stance.suggestion":"against"},
                 {"id":"6","text":"f","stance.responses":null,"stance.suggestion":"against"}]
                """) == [
                    "1 favor u1", "not submitted", "2 neutral u1", "discarded", "3 favor ada",
                    "discarded", "5 favor u1", "discarded", "6 - -",
                ])
        #expect(
            try read(
                "b.csv", "id,text,stance.responses\n1,a,['favor']\n2,b,\"['favor', 'favor']\"\n")
                == ["1 favor -", "2 favor -"])
    }

    @Test func aColumnAPersonGivesAnExampleAPerson() throws {
        let table =
            "id,text,label_ada,label_ben,label_confidence\n1,a,favor,against,0.9\n2,b,,neutral,\n3,c,,,\n"
        #expect(
            try read("a.csv", table) == [
                "1 favor ada", "1 against ben", "2 neutral ben", "3 - ada",
            ])
        #expect(
            try read("b.csv", "text,id,Annotator 1,Annotator 2\na,1,favor,favor\n")
                == ["1 favor annotator 1", "1 favor annotator 2"])
        #expect(
            try read(
                "c.csv",
                "id,text,annotator_1,label_1,annotator_2,label_2\n1,a,Ada,favor,Ben,neutral\n")
                == ["1 favor Ada", "1 neutral Ben"])
        #expect(
            try read(
                "d.csv", "id,text,x,y\n1,a,favor,neutral\n", ExampleColumns(labels: ["x", "y"]))
                == ["1 favor x", "1 neutral y"])
        // A column of labels that all agree on comes first.
        #expect(
            try read("e.csv", "id,text,label,label_ada,label_ben\n1,a,neutral,favor,favor\n")
                == ["1 neutral -"])
    }

    @Test func columnsAreNamedAlsoInsideJSON() throws {
        let columns = ExampleColumns(
            id: "meta.key", text: "article.body", labels: ["coding.0.side"], target: "who")
        let path = try directory.write(
            "a.jsonl",
            #"{"meta":{"key":"k"},"article":{"body":"We trust her."},"coding":[{"side":"favor"}],"who":"Ada"}"#
        )
        let example = try #require(
            try LabeledExampleReader(paths: [path], columns: columns).all().examples.first)
        #expect(example.id == "k" && example.text == "We trust her." && example.target == "Ada")
        #expect(example.label == "favor")
        #expect(
            try read("b.csv", "id,text\n1,a\n", ExampleColumns(group: "story")) == [
                "1 - -", "told: no record has a column story; the first one has id, text",
            ])
    }

    @Test func missingValuesOfRAreNone() throws {
        let path = try directory.write(
            "a.csv", "id,text,target,label,group,speaker\nNA,a,NA,NA,NA,NA\n1,NA,x,favor,g,s\n")
        let (examples, told) = try LabeledExampleReader(paths: [path]).all()
        #expect(
            examples == [
                LabeledExample(id: "\(path):2", text: "a", place: Place(file: path, line: 2))
            ])
        #expect(
            told.map(\.message) == ["the text of 1 is empty; expected words"])
    }

    @Test func recordsOfOneLineHaveIdsOfTheirOwn() throws {
        let path = try directory.write(
            "a.json",
            #"[{"text":"a"},{"text":"b"},{"text":"c","label_x":"favor","label_y":"favor"}]"#)
        let ids = try LabeledExampleReader(paths: [path]).all().examples.map(\.id)
        #expect(ids == ["\(path):1", "\(path):1#2", "\(path):1#3", "\(path):1#3"])
    }

    @Test func withoutLabelsEachRecordIsOneExample() throws {
        let found = try read(
            "a.jsonl",
            """
            {"id":1,"text":"a","label":"favor","answer":"reject"}
            {"id":2,"text":"b","label_ada":"favor","label_ben":"against"}
            """, ExampleColumns(readsLabels: false))
        #expect(found == ["1 - -", "2 - -"])
    }

    @Test func deepNestingIsRefusedAndNoTrap() throws {
        for depth in [100, 130, 5_000] {
            let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            let found = try read("a\(depth).jsonl", #"{"id":1,"text":"a","label":\#(deep)}"#)
            #expect(found.count == 1)
            let cell = try read("b\(depth).csv", "id,text,label\n1,a,\(deep)\n")
            #expect(cell.count == 1)
        }
    }
}

import Testing

@testable import CaucusLabeling

/// How far people agree.
@Suite struct AgreementTests {
    /// Krippendorff's example as a table with a column a person.
    private static let table = """
        quote_id,label_a,label_b,label_c,label_d
        u1,1,1,,1
        u2,2,2,3,2
        u3,3,3,3,3
        u4,3,3,3,3
        u5,2,2,2,2
        u6,1,2,3,4
        u7,4,4,4,4
        u8,1,1,2,1
        u9,2,2,2,2
        u10,,5,5,5
        u11,,,1,1
        u12,,3,,

        """

    @Test func thePublishedExampleGives743And815() throws {
        let read = try LabelingSamples.withFile("k.csv", Self.table) { try CodedAnswers(path: $0) }
        let agreement = try Agreement(read.answers)
        let question = try #require(agreement.questions.first)
        #expect(abs(question.nominal.value - 0.743) < 0.0005)
        #expect(abs((question.ordinal?.value ?? 0) - 0.815) < 0.0005)
        #expect(agreement.pairable == 11 && agreement.disputes.count == 3)
        #expect(agreement.coders.map(\.name) == ["a", "b", "c", "d"])
        #expect(agreement.coders.map(\.labels) == [9, 11, 10, 11])
    }

    @Test func gatesAndStanceAreQuestionsOfTheirOwn() throws {
        let rows = LabelingSamples.rows(24)
        let agreement = try Agreement(LabelingSamples.answers(rows))
        #expect(
            agreement.questions.map(\.name) == [
                "label", "speech or not", "about the leader or not", "speaker right or not",
                "stance",
            ])
        #expect(agreement.questions.last?.ordinal != nil)
        #expect(agreement.questions.allSatisfy { $0.nominal.value <= 1 })
        let disputed = agreement.disputed(in: rows)
        #expect(disputed.count == agreement.disputes.count && disputed.count > 1)
        #expect(disputed.allSatisfy { $0.answers.count == 2 })
        let page = AgreementPage(agreement, sample: rows).html
        #expect(page.contains("<mark>=the") && !page.contains("<b>said</b>"))
        #expect(throws: (any Error).self) { try Agreement([]) }
    }

    @Test func whatFailsAGateAnswersNoLaterOne() throws {
        let questions = LabelQuestion.all(of: CodedLabel.all)
        let values = CodedLabel.all.map { label in questions[1...3].map { $0.value(label) } }
        #expect(
            values == [
                [1, 1, 1], [1, 1, 1], [1, 1, 1], [0, nil, nil], [1, 0, nil], [1, 1, 0],
            ])
        #expect(CodedLabel.all.map { questions[4].value($0) } == [0, 1, 2, nil, nil, nil])
    }
}

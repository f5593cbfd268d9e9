import CaucusStance
import CaucusText
import Foundation
import Testing

@testable import CaucusReport

/// The tables and their description.
@Suite struct TableTests {
    @Test func columnsAreThoseOfTheInterfaceInTheirOrder() throws {
        let report = Samples.report(Samples.rows)
        let quotations = try Samples.text("quotations.csv", of: report)
        #expect(
            quotations.hasPrefix(
                "quote_id,doc_id,start,end,quote,form,cue,source_words,speaker_id,speaker,role,rule,confidence,"
                    + "target,target_mention,p_against,p_neutral,p_favor,stance,sentiment,abstained,"
                    + "status,duplicate_of,label,sampling_probability,model,run,"
                    + "p_speech,p_about,p_speaker,p_right,merged_from,title,outlet,published,url,section\r\n"
            ))
        let speakers = try Samples.text("speakers.csv", of: report)
        #expect(
            speakers.hasPrefix(
                "speaker_id,speaker,role,aliases,target,n_quotes,n_documents,n_outlets,share_against,"
                    + "share_neutral,share_favor,net,net_low,net_high,level,method,unit,net_pooled,"
                    + "net_pooled_low,net_pooled_high,rank_low,rank,rank_high,first_published,"
                    + "last_published,run,kind,merged\r\n"))
    }

    @Test func everyRowHasEveryCell() {
        let report = Samples.report(Samples.rows)
        for table in [
            report.speakersTable(), report.quotationsTable(), report.contributionsTable(),
        ] {
            var count = 0
            table.forEachRow { row in
                count += 1
                #expect(row.count == table.columns.count)
            }
            #expect(count > 0)
        }
    }

    @Test func columnNamesOfDocumentsNeverCollide() throws {
        var document = Samples.document(1)
        document.fields = [
            Document.Field(name: "label", value: "x"),
            Document.Field(name: "title", value: "y"),
            Document.Field(name: "", value: "z"),
        ]
        let report = Samples.report([Samples.rows[0]], documents: [document])
        let names = report.quotationsTable().columns.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.suffix(3) == ["doc_label", "doc_title", "column"])
    }

    @Test func theDataPackageIsJSONAndKnowsTheFiles() throws {
        let report = Samples.report(Samples.rows)
        let files = try report.files()
        let package = try #require(files.last)
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(package.bytes)) as? [String: Any])
        let resources = try #require(json["resources"] as? [[String: Any]])
        #expect(resources.count == 3)
        for resource in resources {
            let file = try #require(files.first { $0.name == resource["path"] as? String })
            #expect(resource["bytes"] as? Int == file.bytes.count)
        }
    }

    @Test func theJSONReportIsReadable() throws {
        var rows = Samples.rows
        for i in 0..<3 { rows[i].speaker?.name = "A \"quoted\" \\ name\u{1}\n</script>" }
        let text = try Samples.text("report.json", of: Samples.report(rows))
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let speakers = try #require(json["speakers"] as? [[String: Any]])
        #expect(speakers[0]["speaker"] as? String == "A \"quoted\" \\ name\u{1}\n</script>")
    }

    @Test func numbersAreRoundedAndNeverMinusZero() {
        #expect(Numbers.signed(-0.004) == "0.00")
        #expect(Numbers.signed(-0.5) == "\u{2212}0.50")
        #expect(Numbers.count(20_000) == "20\u{202F}000")
    }
}

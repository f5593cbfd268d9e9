import CaucusText

extension ComparisonParts {
    /// All numbers for programs: every table but the quotations, a row an object.
    func json(_ tables: [Table]) -> [UInt8] {
        var json = JSONWriter(.indented)
        json.object { json in
            json.member("title", comparison.title)
            json.member("sentences", comparison.lead())
            json.member("warnings", comparison.warnings)
            json.member("undated", comparison.undatedNote)
            json.member("citation", comparison.citation)
            json.member("documents", comparison.documents.count)
            json.member("left_out", comparison.unshared)
            json.member("corpus_hash", CorpusFacts(comparison.documents).hash)
            json.member("level", rounded: comparison.options.counting.level)
            json.member("unit", comparison.options.counting.unit.rawValue)
            json.member("time_step", comparison.step.rawValue)
            json.member("fewest_quotations", Report.fewestListed)
            json.member("columns", comparison.options.columns)
            json.member("periods", objects: comparison.options.periods) { json, period in
                json.member("period", period.text)
                json.member("words", period.words)
            }
            json.member("leaders", objects: comparison.leaders) { json, leader in
                json.member("target", leader.name)
                json.member("run", leader.run.id)
                json.member("model", leader.run.model)
                json.member("model_checksum", leader.run.modelChecksum)
                json.member("version", leader.run.version)
            }
            json.member("tables") { json in
                for table in tables where table.name != "quotations" {
                    json.key(table.name)
                    Self.fill(&json, table)
                }
            }
        }
        return json.ended()
    }

    private static func fill(_ json: inout JSONWriter, _ table: Table) {
        var rows: [[TableCell]] = []
        table.forEachRow { rows.append($0) }
        json.array(rows) { json, row in
            json.object { json in
                for (column, cell) in zip(table.columns, row) {
                    json.key(column.name)
                    json.cell(cell)
                }
            }
        }
    }
}

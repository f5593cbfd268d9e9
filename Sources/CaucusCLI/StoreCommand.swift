public import ArgumentParser
public import Caucus
import Foundation

struct StoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: "Check, compact or export a store.",
        discussion: """
            Examples:
              caucus store check run.sqlite
              caucus store compact run.sqlite
              caucus store export run.sqlite -o tables/                  a CSV file a table
              caucus store export run.sqlite -o tables/ --format jsonl
              caucus store export run.sqlite --table quotations -o - | head

            A store is an SQLite file: Python's sqlite3, pandas, DuckDB and R read it as it is, with the views \
            v_quotations and v_speakers.
            """,
        subcommands: [Check.self, Compact.self, Export.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look for damage: exit code 65 where there is any.")

        @Argument(help: "The store.")
        var store: String

        func run() throws {
            let opened = try Store(path: store, mode: .reading)
            let problems = try opened.check()
            guard problems.isEmpty else {
                for problem in problems.prefix(20) { Console.tell("caucus: \(store): \(problem)") }
                throw Failure(
                    65, "the store \(store) is damaged: \(problems.count) problems, expected none")
            }
            var output = StandardOutput()
            for run in try opened.runs() {
                let audit = try opened.audit(run: run.id)
                let state = try opened.isComplete(run: run.id) ? "complete" : "not complete"
                try output.write(
                    line: "\(run.id)\t\(run.target.name)\t\(audit.documents) documents\t"
                        + "\(audit.quotations) quotations\t\(state)")
            }
            try opened.close()
            try output.write(line: "ok")
            try output.flush()
        }
    }

    struct Compact: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Rewrite the file without what is unused.")

        @Argument(help: "The store.")
        var store: String

        @Flag(help: "Say nothing on standard error but errors.")
        var quiet = false

        func run() throws {
            _ = try Store(path: store, mode: .reading)
            let opened = try Store(path: store, mode: .writing)
            let before = size
            try opened.compact()
            try opened.close()
            if !quiet { Console.tell("\(store): \(before) → \(size) bytes") }
        }

        private var size: Int {
            let attributes = try? FileManager.default.attributesOfItem(atPath: store)
            return (attributes?[.size] as? NSNumber)?.intValue ?? 0
        }
    }
}

extension StoreCommand {
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Write the tables as CSV or JSON lines, the same bytes for the same contents.",
            discussion: """
                quotations.csv and speakers.csv are those of caucus report: of a store with one run they are the same \
                bytes; of one with several they hold the rows of all runs. --direct, --named and the other filters of caucus \
                report are for these two tables: what they leave out keeps its row, with the status filtered.
                """)

        @Argument(help: "The store.")
        var store: String

        @Option(
            name: .shortAndLong,
            help: "The folder to write into, made where there is none; - is standard output.")
        var output: String

        @Option(help: "csv or jsonl.")
        var format: TableFormat = .csv

        @Option(
            help:
                "Only this table: runs, documents, quotations, speakers or diagnostics; may be repeated."
        )
        var table: [StoreExport.Table] = []

        @Option(name: .customLong("run"), help: "Only this run, by its name.")
        var runName: String?

        @OptionGroup var filter: FilterOptions

        @Flag(help: "Replace the files of an earlier export.")
        var force = false

        @Flag(help: "Say nothing on standard error but errors.")
        var quiet = false

        func validate() throws {
            if output == "-", table.count != 1 {
                throw ValidationError("-o -: expected one --table")
            }
        }

        func run() throws {
            let opened = try Store(path: store, mode: .reading)
            let export = try StoreExport(
                of: opened, run: runName, filter: filter.filter)
            for name in filter.outlet { try FilterOptions.check(name, export.outlets()) }
            if output == "-" {
                var out = StandardOutput()
                try export.write(table[0], as: format) { try out.write($0) }
                try out.flush()
                return
            }
            let tables = table.isEmpty ? StoreExport.Table.allCases : table
            try OutputFile.makeDirectory(output)
            let files = try tables.map {
                try OutputFile(path: "\(output)/\($0.rawValue).\(format.rawValue)", force: force)
            }
            for (table, file) in zip(tables, files) {
                try export.write(table, as: format) { try file.write($0) }
            }
            try opened.close()
            for file in files { try file.commit() }
            if !quiet { Console.tell("wrote \(files.count) tables into \(output)") }
        }
    }
}

extension StoreExport.Table: ExpressibleByArgument {}
extension TableFormat: ExpressibleByArgument {}

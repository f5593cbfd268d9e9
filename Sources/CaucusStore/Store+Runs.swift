import CaucusTarget
import CaucusStance
import GRDB

extension Store {
    /// The number of a run, which joins its tables.
    static func number(of run: String, in database: Database, _ path: String) throws -> Int64 {
        let statement = try database.cachedStatement(sql: "SELECT run FROM run WHERE run_id = ?")
        guard let number = try Int64.fetchOne(statement, arguments: [run]) else {
            throw StoreError.unknownRun(path: path, run: run)
        }
        return number
    }

    /// What the store says of a run, or `nil` where it holds none of that name.
    static func description(of run: String, in database: Database) throws -> RunDescription? {
        try Row.fetchOne(
            database, sql: descriptions + " WHERE run_id = ?", arguments: [run]
        ).map(description)
    }

    /// The runs with their readings.
    static let descriptions = """
        SELECT run.*, reading_id, reading.version AS reader, reading.aliases AS joined,
            reading.lexicon
        FROM run JOIN reading USING (reading)
        """

    /// The run of a row.
    static func description(_ row: Row) throws -> RunDescription {
        let pronoun: String? = try row.decode(forColumn: "pronoun")
        var reading = ReadingDescription(version: try row.decode(forColumn: "reader"))
        reading.id = try row.decode(forColumn: "reading_id")
        guard let names = ColumnJSON.names(try row.decode(forColumn: "joined")) else {
            throw QuotationRows.OddColumn(name: "aliases")
        }
        reading.aliases = names
        reading.lexicon = try row.decode(forColumn: "lexicon")
        return RunDescription(
            id: try row.decode(forColumn: "run_id"),
            target: StanceTarget(
                name: try row.decode(forColumn: "target"),
                aliases: try ColumnJSON.values(try row.decode(forColumn: "aliases")),
                pronoun: pronoun.flatMap(StanceTarget.Pronoun.init(rawValue:)),
                usesRoles: try row.decode(forColumn: "uses_roles")),
            model: try row.decode(forColumn: "model"),
            modelChecksum: try row.decode(forColumn: "model_checksum"),
            gatesChecksum: try row.decode(forColumn: "gates_checksum"),
            version: try row.decode(forColumn: "version"),
            modelCard: try row.decode(forColumn: "model_card"), reading: reading)
    }
}

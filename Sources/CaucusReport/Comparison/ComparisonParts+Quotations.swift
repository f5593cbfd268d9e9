import CaucusStance
import CaucusText

/// The rows that all numbers are made of.
extension ComparisonParts {
    /// Every run that the comparison shows, the leaders' first.
    private var sides: [ComparedLeader] {
        comparison.leaders + comparison.models.map(\.second)
    }

    /// The counted quotations of all runs, with what places each in the other tables.
    var quotationsTable: Table {
        let own = ["time_step", "period", "story", "joint_story"]
        let columns = QuotationColumns(
            PassedColumns(
                comparison.documents.lazy.flatMap { $0.fields.lazy.map(\.name) }, beside: own))
        let steps = [
            ComparisonColumns.text("time_step", "the step of time it counts in"),
            ComparisonColumns.text("period", "the period it counts in; empty: none"),
            ComparisonColumns.whole("story", "its cluster in the shares of its run"),
            ComparisonColumns.whole("joint_story", "its cluster in differences"),
        ]
        return Table(
            name: "quotations", title: "Every counted quotation",
            columns: columns.columns + steps
        ) { body in
            for side in sides {
                for index in side.counted {
                    let quotation = side.own.quotations[index]
                    let period = comparison.period(of: index, side)
                    let step = side.day(index).map { day in
                        comparison.step.label(comparison.step.number(of: day))
                    }
                    body(
                        columns.cells(quotation, in: side.document(index), of: side.run) + [
                            TableCell(step),
                            TableCell(period.map { comparison.options.periods[$0].text }),
                            .integer(side.own.clusters.cluster(of: quotation.documentID)),
                            .integer(side.joint.clusters.cluster(of: quotation.documentID)),
                        ])
                }
            }
        }
    }
}

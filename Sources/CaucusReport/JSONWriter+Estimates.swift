import CaucusStance
import CaucusStatistics
import CaucusText

extension JSONWriter {
    /// A member with shares and net stance, or `null`.
    mutating func member(_ name: String, _ estimates: StanceEstimates?) {
        key(name)
        guard let estimates else { return null() }
        object { json in
            for stance in Stance.allCases { json.member(stance.rawValue, estimates[stance]) }
            json.member("net", estimates.net)
            json.member("corrected", estimates.isCorrected)
        }
    }

    /// A member with a number and its interval, or `null`.
    mutating func member(_ name: String, _ estimate: Estimate?) {
        key(name)
        guard let estimate else { return null() }
        object { json in
            json.member("value", rounded: estimate.value)
            json.member("low", rounded: estimate.low)
            json.member("high", rounded: estimate.high)
            json.member("level", rounded: estimate.level)
            json.member("items", estimate.items)
            json.member("clusters", estimate.clusters)
            json.member("method", estimate.method)
        }
    }

    /// A member with an array of objects.
    mutating func member<S: Sequence>(
        _ name: String, objects elements: S, _ fill: (inout JSONWriter, S.Element) -> Void
    ) {
        key(name)
        array(elements) { json, element in json.object { fill(&$0, element) } }
    }

    /// A member with an object.
    mutating func member(_ name: String, _ fill: (inout JSONWriter) -> Void) {
        key(name)
        object(fill)
    }
}

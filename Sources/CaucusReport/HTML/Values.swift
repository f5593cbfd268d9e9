import Mustache

/// The values a template reads by name.
///
/// Not a dictionary: mustache looks a dictionary's conformance up at run time for every variable, which
/// takes most of the time of a large page.
struct Values: MustacheParent {
    private var members: [String: Any] = [:]

    init(_ members: [String: Any?] = [:]) {
        for (name, value) in members { if let value { self.members[name] = value } }
    }

    func child(named name: String) -> Any? { members[name] }

    subscript(name: String) -> Any? {
        get { members[name] }
        set { members[name] = newValue }
    }
}

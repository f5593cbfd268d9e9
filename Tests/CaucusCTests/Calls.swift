import CCaucus

/// The functions of the header with tables as tests have them.
enum Calls {
    static func contents() -> CAnswer { CAnswer { caucus_contents($0, $1, $2) } }

    static func read(_ options: CTable?, _ work: UnsafePointer<caucus_work>? = nil) -> CAnswer {
        CAnswer { caucus_read(options?.table, work, $0, $1, $2) }
    }

    static func extract(
        _ documents: CTable?, _ options: CTable? = nil, _ work: UnsafePointer<caucus_work>? = nil
    ) -> CAnswer {
        CAnswer { caucus_extract(documents?.table, options?.table, work, $0, $1, $2) }
    }

    static func score(
        _ documents: CTable?, _ options: CTable? = nil, _ work: UnsafePointer<caucus_work>? = nil
    ) -> CAnswer {
        CAnswer { caucus_score(documents?.table, options?.table, work, $0, $1, $2) }
    }

    static func store(_ options: CTable?) -> CAnswer {
        CAnswer { caucus_store(options?.table, $0, $1, $2) }
    }

    static func report(_ labels: CTable?, _ options: CTable? = nil) -> CAnswer {
        CAnswer { caucus_report(labels?.table, options?.table, $0, $1, $2) }
    }

    static func estimate(
        _ quotations: CTable?, _ labels: CTable? = nil, _ options: CTable? = nil
    ) -> CAnswer {
        CAnswer { caucus_estimate(quotations?.table, labels?.table, options?.table, $0, $1, $2) }
    }

    static func identities(_ names: CTable?, _ options: CTable? = nil) -> CAnswer {
        CAnswer { caucus_identities(names?.table, options?.table, $0, $1, $2) }
    }

    static func links(_ quotations: CTable?) -> CAnswer {
        CAnswer { caucus_links(quotations?.table, $0, $1, $2) }
    }

    static func copies(_ quotations: CTable?) -> CAnswer {
        CAnswer { caucus_copies(quotations?.table, $0, $1, $2) }
    }

    static func agreement(_ labels: CTable?, _ options: CTable? = nil) -> CAnswer {
        CAnswer { caucus_agreement(labels?.table, options?.table, $0, $1, $2) }
    }

    static func fit(
        _ examples: CTable?, _ options: CTable? = nil, _ work: UnsafePointer<caucus_work>? = nil
    ) -> CAnswer {
        CAnswer { caucus_fit(examples?.table, options?.table, work, $0, $1, $2) }
    }

    static func predict(_ examples: CTable?, _ options: CTable?) -> CAnswer {
        CAnswer { caucus_predict(examples?.table, options?.table, $0, $1, $2) }
    }

    static func explain(_ examples: CTable?, _ options: CTable?) -> CAnswer {
        CAnswer { caucus_explain(examples?.table, options?.table, $0, $1, $2) }
    }

    static func vectorizer(
        _ examples: CTable?, _ options: CTable? = nil, _ work: UnsafePointer<caucus_work>? = nil
    ) -> CAnswer {
        CAnswer { caucus_vectorizer(examples?.table, options?.table, work, $0, $1, $2) }
    }

    static func vectorize(_ examples: CTable?, _ options: CTable?) -> CAnswer {
        CAnswer { caucus_vectorize(examples?.table, options?.table, $0, $1, $2) }
    }

    static func featureNames(_ options: CTable?) -> CAnswer {
        CAnswer { caucus_feature_names(options?.table, $0, $1, $2) }
    }
}

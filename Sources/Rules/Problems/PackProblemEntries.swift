import Diagnostics

/// Codes of mistakes between rules, packs and filters: R030 and on.
let packProblemEntries: [ProblemEntry] = [
    ProblemEntry(
        "R030", "two exclusions with one id",
        meaning: "Explanations and tests name the exclusion that took a match away by its id, so each of a rule has its own.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
                exclude:
                  - {id: food, terms: [olive oil]}
                  - {id: food, terms: [salad oil]}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
                exclude:
                  - {id: food, terms: [olive oil, salad oil]}
            """),
    ProblemEntry(
        "R031", "an exclusion with two relations",
        meaning: "An exclusion says in one way how evidence stands to what is excluded: `near`, `before`, `after`, `containing` or "
            + "`not-containing`. Each takes evidence away by itself, so two of them are two exclusions.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
                exclude:
                  - {id: food, before: {terms: [salad]}, after: {terms: [olive]}}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
                exclude:
                  - {id: food-after, before: {terms: [salad]}}
                  - {id: food-before, after: {terms: [olive]}}
            """),
    ProblemEntry(
        "R032", "a condition without a place",
        meaning: "The source and the language of an article, and what is absent from it, stand at no word: nothing can be near them.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match:
                  near: {of: [{terms: [oil]}, {language: en}], distance: 3}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match:
                  near: {of: [{terms: [oil]}, {terms: [price]}], distance: 3}
                  language: en
            """),
    ProblemEntry(
        "R033", "a filter's rules differ in a role",
        meaning: "An exclusion of a filter names a role, and the events of the filter's rules have that role at different places.",
        wrong: """
            events:
              - {id: gift, title: A gift, roles: {present: place, actor: official}}
            rules:
              - {id: example.visit, title: Visit, event: {type: visit}}
              - {id: example.gift, title: Gift, event: {type: gift}}
            filters:
              - id: example.past
                title: No former officials
                rules: ["example.*"]
                exclude: [{id: former, near: {role: actor, lexicon: former}}]
            """,
        mended: """
            events:
              - {id: gift, title: A gift, roles: {present: place, actor: official}}
            rules:
              - {id: example.visit, title: Visit, event: {type: visit}}
              - {id: example.gift, title: Gift, event: {type: gift}}
            filters:
              - id: example.past
                title: No former officials
                rules: [example.visit]
                exclude: [{id: former, near: {role: actor, lexicon: former}}]
            """),
    ProblemEntry(
        "R034", "a rule related to itself",
        meaning: "`related` names other rules: those that this one was made from, replaces or resembles.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                related: [example.oil]
                match: {terms: [oil]}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                related: [{id: example.petrol, type: obsolete}]
                match: {terms: [oil]}
            """),
    ProblemEntry(
        "R035", "a stable rule without tests",
        meaning: "`status: stable` is a promise: in each language that the rule claims, one text that it matches and one that it does "
            + "not match are tested. A rule without `languages` claims them all.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                status: stable
                languages: [en]
                match: {terms: [oil]}
                tests:
                  - {match: The oil is dear., language: en}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                status: stable
                languages: [en]
                match: {terms: [oil]}
                tests:
                  - {match: The oil is dear., language: en}
                  - {no-match: The gas is dear., language: en}
            """),
    ProblemEntry(
        "R037", "more conditions than there are",
        meaning: "`some` counts conditions, and cannot ask for more of them than stand under `of`. To count how often one condition holds, "
            + "write `at-least` beside it.",
        wrong: """
            rules:
              - id: example.energy
                title: Oil and gas
                match: {some: {of: [{terms: [oil]}, {terms: [gas]}], at-least: 3}}
            """,
        mended: """
            rules:
              - id: example.energy
                title: Oil and gas
                match: {some: {of: [{terms: [oil]}, {terms: [gas]}, {terms: [coal]}], at-least: 2}}
            """),
    // Two packs are needed to show it.
    ProblemEntry(
        withoutExample: "R036", "something of a pack that is not used",
        meaning: "A pack may refer to what it defines itself and to what the packs in its `use` define, directly or through their own "
            + "`use`; the core is always seen. So a reader of the file knows where its words come from, and a new pack cannot change an "
            + "old one by taking a name."),
]

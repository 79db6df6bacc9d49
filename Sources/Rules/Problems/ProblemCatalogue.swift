package import Diagnostics
import YAML

/// Every code that checking rule files may give, in the order of the codes.
///
/// Adding a problem: a case of a ``Diagnostics/Problem`` enum, and an entry in the family it belongs to; a new family is a line here.
package let problemCatalogue: [ProblemEntry] = families.flatMap { $0 }.sorted { $0.code.description < $1.code.description }

private let families: [[ProblemEntry]] = [
    yamlProblemEntries,
    ruleProblemEntries,
    packProblemEntries,
    fileProblemEntries,
    queryProblemEntries,
    listProblemEntries,
    correlationProblemEntries,
    lintProblemEntries,
    ruleTestProblemEntries,
]

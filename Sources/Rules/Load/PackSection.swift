import Articles
import Diagnostics
import YAML

/// One rule file: which pack it belongs to, and its sections.
struct Pack {
    let path: String
    let id: String
    /// The file gives a language's words.
    let language: LanguageTag?
    let languageNode: YAMLNode?
    let uses: [YAMLNode]
    let root: YAMLNode
    let sections: [(key: String, node: YAMLNode)]
}

/// A top-level key of rule files, and how it is read.
///
/// Adding one: a file in this folder or `Knowledge/`, and a line in ``packSections``.
protocol PackSection: Sendable {
    static var key: String { get }
    /// Sections are read stage by stage, over all files, since what is read later refers to what was read before.
    static var stage: Int { get }
    /// Whether the section belongs into files with a `language:`, into files without, or both.
    static var scope: SectionScope { get }
    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder)
}

enum SectionScope: Sendable {
    case world, language, both

    func holds(_ pack: Pack) -> Bool {
        switch self {
        case .world: pack.language == nil
        case .language: pack.language != nil
        case .both: true
        }
    }
}

/// All sections, by stage.
let packSections: [any PackSection.Type] = [
    ProfileSection.self, InflectionSection.self, WordingSection.self,
    TagCodesSection.self, WorldCountriesSection.self, WorldBodiesSection.self, WorldOfficesSection.self, EventTypesSection.self,
    WorldRegionsSection.self, LexiconsSection.self, SpellingSection.self,
    PeopleSection.self, CountriesSection.self, MasksSection.self, BodiesSection.self, RegionsSection.self, OfficesSection.self,
    DatesSection.self, MarkersSection.self, CuesSection.self, LightVerbsSection.self,
    LexiconTermsSection.self, TriggersSection.self, EventTriggersSection.self, EntitiesSection.self, ListsSection.self,
    RulesSection.self, FiltersSection.self,
]

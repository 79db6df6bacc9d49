import Foundation
import Rules

/// What the checkout ships.
enum Shipped {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Loaded once: it takes a second or more.
    static let rules = RuleLoader.load([root.appending(path: "Rules").path]).rules
}

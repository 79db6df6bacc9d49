/// The id of an alert: a hash of what makes it this alert and no other, so that replays, crashes and two workers converge on one.
///
/// FNV-1a with 128 bits. Source: http://www.isthe.com/chongo/tech/comp/fnv/, read 2026-11-24.
struct AlertID {
    private var state: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

    mutating func add(_ part: String) {
        for byte in part.utf8 { add(byte) }
        // Ends the part, so that `ab`,`c` is not `a`,`bc`; no text holds this byte.
        add(0xFF)
    }

    private mutating func add(_ byte: UInt8) {
        state ^= UInt128(byte)
        state = state &* 0x0000_0000_0100_0000_0000_0000_0000_013B
    }

    /// 32 hexadecimal digits.
    var text: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }
}

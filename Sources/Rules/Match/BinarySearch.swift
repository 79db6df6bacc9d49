extension RandomAccessCollection {
    /// The first index whose element belongs to the second part of a collection that is sorted into two parts; logarithmic.
    func partitioningIndex(where belongsInSecond: (Element) -> Bool) -> Index {
        var (low, count) = (startIndex, count)
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if belongsInSecond(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}

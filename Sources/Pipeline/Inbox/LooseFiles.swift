import Publication

/// The groups of one folder's loose files, by position among all groups.
struct LooseFiles {
  /// Indices of the documents, in byte order of their paths, and the position of the first; the others follow it.
  var documents: [Int32] = []
  var firstDocument = 0
  /// The same of pictures that no document shows.
  var pictures: [Int32] = []
  var firstPicture = 0

  /// The group of the first document, else picture, that is called `path`, with or without an extension: whose companion folder it is.
  func owner(of path: FileName, in groups: InboxGroups) -> Int? {
    if let place = Self.place(of: path, in: documents, groups.files) { return firstDocument + place }
    return Self.place(of: path, in: pictures, groups.files).map { firstPicture + $0 }
  }

  private static func place(of path: FileName, in order: [Int32], _ files: SeenFiles) -> Int? {
    let exact = files.lowerBound(of: path, in: order)
    if exact < order.count, files.compare(Int(order[exact]), path.bytes[...]) == 0 { return exact }
    let stem = path.bytes + [0x2E]
    var place = files.lowerBound(of: FileName(bytes: stem), in: order)
    while place < order.count {
      let name = files.path(Int(order[place]))
      guard name.bytes.starts(with: stem) else { return nil }
      if name.stem == path.base { return place }
      place += 1
    }
    return nil
  }
}

package import Publication
internal import Synchronization

/// Reads Word documents (ISO/IEC 29500, Transitional and Strict).
///
/// Shown text is read in the order of the file: tracked insertions and text boxes in, deletions and hidden text out into
/// `unpublished` beside comments, headers, footers and properties. What can't be shown as it is holds the item.
package struct DOCXReader: FormatReader {
  package static let format = DocumentFormat.docx

  package init() {}

  package func read(_ source: ReadingSource) -> ReadingResult {
    do throws(ArchiveFault) {
      let archive = try Archive(source.bytes, limits: source.limits)
      let package = try DOCXPackage(archive, limits: source.limits) { DOCXStyleStore.shared.has(archive, $0) }
      return read(package, source.limits)
    } catch {
      return ReadingResult(content: nil, diagnostics: [error.diagnostic])
    }
  }

  private func read(_ package: DOCXPackage, _ limits: IngestLimits) -> ReadingResult {
    var package = package
    do throws(ReadingFault) {
      let name = try mainPart(package)
      guard let main = try package.part(name), main.tree.isElement(main.tree.root, .word, .document) else {
        throw ReadingFault.damaged("没有正文部分")
      }
      let styles = try styles(of: main, &package)
      var text = DOCXText(package: package, main: main, styles: styles, limits: limits)
      try text.readDocument()
      return text.result
    } catch {
      return ReadingResult(content: nil, diagnostics: [error.diagnostic])
    }
  }

  private func mainPart(_ package: DOCXPackage) throws(ReadingFault) -> String {
    do throws(XMLFault) {
      if let name = try package.mainPart() { return name }
    } catch {
      throw ReadingFault(diagnostic: error.diagnostic(part: "_rels/.rels"))
    }
    throw ReadingFault.damaged("没有正文部分")
  }

  private func styles(of main: DOCXPackage.Part, _ package: inout DOCXPackage) throws(ReadingFault) -> DOCXStyles {
    guard let target = main.ordered.first(where: { $0.kind == "styles" && !$0.isExternal }),
      let entry = package.entry(target.target)
    else { return DOCXStyles() }
    if let known = DOCXStyleStore.shared.styles(package.archive, entry) { return known }
    guard let part = try package.part(entry.name) else { return DOCXStyles() }
    let styles = DOCXStyles(part.tree)
    DOCXStyleStore.shared.keep(styles, package.archive, entry)
    return styles
  }
}

/// Style sheets already read, found again by their packed bytes.
///
/// An office writes from a few templates whose style sheet is many times longer than a notice; a sheet packed into the same
/// bytes says the same. A class with a lock: it is shared by all readers, holds at most `capacity` sheets, and only saves time.
private final class DOCXStyleStore: Sendable {
  static let shared = DOCXStyleStore()

  private static let capacity = 16
  private static let mostBytes = 256 << 10
  private struct Sheet {
    var packed: [UInt8]
    var size: Int
    var isStored: Bool
    var styles: DOCXStyles
  }
  private let sheets = Mutex<[Sheet]>([])

  func has(_ archive: Archive, _ entry: Archive.Entry) -> Bool {
    entry.name.utf8.elementsEqual("word/styles.xml".utf8) && styles(archive, entry) != nil
  }

  func styles(_ archive: Archive, _ entry: Archive.Entry) -> DOCXStyles? {
    guard entry.packed.count <= DOCXStyleStore.mostBytes else { return nil }
    let packed = archive.packedBytes(of: entry)
    return sheets.withLock { sheets in
      sheets.first {
        $0.size == entry.size && $0.isStored == entry.isStored && DOCXStyleStore.areEqual($0.packed, packed)
      }?.styles
    }
  }

  /// Byte for byte, eight at a time.
  private static func areEqual(_ one: [UInt8], _ other: ArraySlice<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    return one.withUnsafeBytes { one in
      other.withUnsafeBytes { other in
        var at = 0
        while at &+ 8 <= one.count {
          let left = one.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          if left != other.loadUnaligned(fromByteOffset: at, as: UInt64.self) { return false }
          at &+= 8
        }
        return one[at...].elementsEqual(other[at...])
      }
    }
  }

  func keep(_ styles: DOCXStyles, _ archive: Archive, _ entry: Archive.Entry) {
    guard entry.packed.count <= DOCXStyleStore.mostBytes else { return }
    let sheet = Sheet(
      packed: Array(archive.packedBytes(of: entry)), size: entry.size, isStored: entry.isStored, styles: styles)
    sheets.withLock { sheets in
      if sheets.count == DOCXStyleStore.capacity { sheets.removeFirst() }
      sheets.append(sheet)
    }
  }
}

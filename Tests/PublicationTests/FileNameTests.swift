import Publication
import Testing

@Suite("File names")
struct FileNameTests {
  @Test(
    "a name has a stem and an extension",
    arguments: [
      ("通知.docx", "通知", "docx"), ("a/b/通知.DOCX", "通知", "docx"), ("通知", "通知", ""), (".gitignore", ".gitignore", ""),
      ("通知.", "通知.", ""),
      ("归档.tar.gz", "归档.tar", "gz"), ("a.b/通知", "通知", ""),
    ])
  func parts(_ name: String, _ stem: String, _ fileExtension: String) {
    #expect(FileName(name).stem == FileName(stem))
    #expect(FileName(name).fileExtension == fileExtension)
  }

  @Test("folders and last components come apart and together")
  func folders() {
    let name = FileName("收件/件一/通知.docx")
    #expect(name.base == FileName("通知.docx"))
    #expect(name.folder == FileName("收件/件一"))
    #expect(FileName("收件/件一").appending(FileName("通知.docx")) == name)
    #expect(FileName("").appending(FileName("a")) == FileName("a"))
    #expect(FileName("通知.docx").folder == nil)
  }

  @Test(
    "bytes that are no UTF-8 are shown and told apart",
    arguments: [([0xFF, 0x61], "\\xffa"), ([0xE4, 0xB8, 0xAD, 0xE4, 0xB8], "中\\xe4\\xb8"), ([0x61, 0xC3], "a\\xc3")]
      as [([UInt8], String)])
  func bytes(_ bytes: [UInt8], _ shown: String) {
    #expect(FileName(bytes: bytes).description == shown)
  }

  @Test("names are ordered by bytes")
  func order() {
    #expect(FileName("a") < FileName("b"))
    #expect(FileName("Z") < FileName("a"))
    #expect(FileName("a") < FileName("ab"))
  }

  @Test("the digest frames its parts, so that no two lists of parts look alike")
  func digests() {
    #expect(ContentDigest(of: []).hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(ContentDigest(of: "abc".utf8).hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(ContentDigest(ofParts: [[1], [2, 3]]) != ContentDigest(ofParts: [[1, 2], [3]]))
    #expect(ContentDigest(hex: "xyz") == nil)
  }
}

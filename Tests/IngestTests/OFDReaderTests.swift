import Foundation
import Publication
import TestSupport
import Testing

@testable import Ingest

@Suite("OFD documents")
struct OFDReaderTests {
  static func read(_ bytes: [UInt8], isAttachment: Bool = false) -> ReadingResult {
    var source = ReadingSource(bytes: bytes, name: FileName("a.ofd"), parts: [], limits: IngestLimits())
    source.isAttachment = isAttachment
    return OFDReader().read(source)
  }

  @Test(
    "pages come in the order of Document.xml, lines as paragraphs, attachments and signatures beside them",
    arguments: ["public", "easyofd", "attachment", "damaged"])
  func fixture(name: String) throws { try ODTFixtureTests.compare(name, "ofd", OFDReader()) }

  /// A package of one page with these objects.
  static func page(_ objects: String, document: String = "", more: [(String, String)] = []) -> [UInt8] {
    let space = "xmlns:ofd=\"http://www.ofdspec.org/2016\""
    var entries: [ArchiveBuilder.Entry] = [
      .init(
        "OFD.xml",
        "<ofd:OFD \(space)><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"),
      .init(
        "Doc_0/Document.xml",
        "<ofd:Document \(space)><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
          + "<ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"P.xml\"/></ofd:Pages>\(document)</ofd:Document>"),
      .init(
        "Doc_0/P.xml", "<ofd:Page \(space)><ofd:Content><ofd:Layer>\(objects)</ofd:Layer></ofd:Content></ofd:Page>"),
    ]
    for (name, text) in more { entries.append(.init(name, text.replacingOccurrences(of: "SPACE", with: space))) }
    return ArchiveBuilder(entries: entries).bytes
  }

  static func text(_ x: Int, _ y: Int, _ text: String, _ more: String = "") -> String {
    let count = text.unicodeScalars.count
    return
      "<ofd:TextObject Boundary=\"\(x) \(y) \(count * 5) 7\" Size=\"5\" \(more)><ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"g \(max(count - 1, 1)) 5\">\(text)</ofd:TextCode></ofd:TextObject>"
  }

  @Test("text is read from top to bottom and left to right, whatever the order of the objects")
  func order() {
    let objects = Self.text(20, 60, "第二行。") + Self.text(45, 20, "乙") + Self.text(40, 20, "甲")
    #expect(Self.read(Self.page(objects)).text == "甲乙\n第二行。\n")
  }

  @Test("a numerical list may not run away: repeated distances end with the letters")
  func distances() {
    #expect(OFDNumbers.sum("g 999999999 5 7", most: 3) == 15)
    #expect(OFDNumbers.sum("3 g 2 1.5", most: 10) == 6)
    #expect(OFDNumbers.sum("", most: 3) == nil)
  }

  @Test("what is hidden or turned is for the gate alone; upright writing, frames and drawings hold the item")
  func unseen() {
    let result = Self.read(
      Self.page(
        Self.text(20, 20, "正文在此处") + Self.text(20, 30, "看不见", "Visible=\"false\"")
          + Self.text(20, 40, "水印", "CTM=\"0.7 0.7 -0.7 0.7 0 0\"")))
    #expect(result.text == "正文在此处\n")
    #expect(result.unpublished(.hidden) == ["看不见"] && result.unpublished(.header) == ["水印"])
    #expect(result.codes.isEmpty)
    #expect(Self.read(Self.page(Self.text(20, 20, "竖排", "ReadDirection=\"90\""))).codes == [.contentNotShowable])
    let frame = "<ofd:PathObject Boundary=\"20 20 80 40\"/>"
    #expect(Self.read(Self.page(frame + Self.text(20, 20, "格"))).codes == [.contentNotShowable])
    let line = "<ofd:PathObject Boundary=\"20 20 170 0.5\"/>"
    #expect(Self.read(Self.page(line + Self.text(20, 30, "红线下的正文"))).codes.isEmpty)
  }

  @Test("white text holds the item, text of two points is for the gate alone")
  func concealed() {
    func object(_ color: String, _ text: String = "隐去的话", size: String = "5") -> String {
      "<ofd:TextObject Boundary=\"20 30 40 7\" Size=\"\(size)\"><ofd:FillColor \(color)/><ofd:TextCode X=\"0\" Y=\"5\">\(text)</ofd:TextCode></ofd:TextObject>"
    }
    let before = Self.text(20, 20, "正文在此处")
    let read = Self.read(Self.page(before + object("Value=\"255 255 255\"")))
    #expect(read.codes == [.concealedText] && read.diagnostics.map(\.place) == ["第1页"])
    for color in ["Value=\"255 0 0\"", "Value=\"0 0 0\"", "Index=\"1\"", "Value=\"255\""] {
      #expect(Self.read(Self.page(before + object(color))).codes == [])
    }
    #expect(Self.read(Self.page(before + object("Value=\"255 255 255\"", " "))).codes == [])
    let small = Self.read(Self.page(before + object("Value=\"0 0 0\"", size: "0.7")))
    #expect(small.text == "正文在此处\n" && small.unpublished(.hidden) == ["隐去的话"])
  }

  @Test("words side by side over several lines, raised figures and Mongolian hold the item")
  func layout() {
    let table = [20, 30, 40].map { Self.text(20, $0, "甲") + Self.text(90, $0, "乙") }.joined()
    #expect(Self.read(Self.page(table)).codes == [.contentNotShowable])
    #expect(Self.read(Self.page(table), isAttachment: true).codes.isEmpty)
    #expect(Self.read(Self.page(Self.text(20, 20, "\u{182E}\u{1823}\u{1829}"))).codes == [.fixedLayoutMongolian])
    let power =
      Self.text(20, 20, "面积")
      + "<ofd:TextObject Boundary=\"30 19 3 3\" Size=\"2.5\"><ofd:TextCode X=\"0\" Y=\"3\">2</ofd:TextCode></ofd:TextObject>"
    #expect(Self.read(Self.page(power)).codes == [.contentNotShowable])
  }

  @Test("pictures stand between the lines; what isn't PNG, JPEG, GIF or WebP holds the item")
  func pictures() {
    let resources =
      "<ofd:Res SPACE BaseLoc=\"Res\"><ofd:MultiMedias><ofd:MultiMedia ID=\"7\" Type=\"Image\"><ofd:MediaFile>a.bmp</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>"
    let bytes = Self.page(
      Self.text(20, 20, "正文") + "<ofd:ImageObject Boundary=\"20 40 50 50\" ResourceID=\"7\"/>",
      more: [("Doc_0/Res.xml", resources), ("Doc_0/Res/a.bmp", "BM....")])
    #expect(Self.read(bytes).codes == [.pictureLost], "no resource file is named")
  }

  @Test("annotations are for the gate, attachments travel, files of any page order and encrypted packages are told")
  func parts() {
    let notes =
      "<ofd:PageAnnot SPACE><ofd:Annot><ofd:Appearance>\(Self.text(1, 1, "批注"))</ofd:Appearance></ofd:Annot></ofd:PageAnnot>"
    let list =
      "<ofd:Annotations SPACE><ofd:Page PageID=\"1\"><ofd:FileLoc>N.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>"
    let result = Self.read(
      Self.page(
        Self.text(20, 20, "正文"), document: "<ofd:Annotations>A.xml</ofd:Annotations>",
        more: [("Doc_0/A.xml", list), ("Doc_0/N.xml", notes)]))
    #expect(result.unpublished(.comment) == ["批注"])
    let locked = Self.page("", more: [("Encryptions.xml", "<a/>")])
    #expect(Self.read(locked).codes == [.encrypted])
  }

  @Test("no mangled file traps, and one that isn't read says why")
  func mangled() throws {
    let bytes = try FormatSamples.bytes("ofd/attachment/input.ofd")
    var random = MangledBytes(seed: 11)
    for _ in 0..<300 {
      let result = Self.read(random.mangled(bytes))
      #expect(result.content != nil || !result.diagnostics.isEmpty)
    }
  }

  @Test("no mangled page traps: coordinates that are no numbers, endless, or beyond all bounds")
  func mangledPages() {
    var random = MangledBytes(seed: 12)
    let objects = [20, 30, 40].map { Self.text(20, $0, "各旗农牧局要做好接羔保育") }.joined()
    let values = ["nan", "inf", "-1e308", "1e308", "", "0", "x"]
    for _ in 0..<500 {
      var spoiled = objects
      for number in ["20", "30", "40", "5", "7"] where random.next(2) == 0 {
        spoiled = spoiled.replacingOccurrences(of: "\(number) ", with: values[random.next(values.count)] + " ")
      }
      _ = Self.read(Self.page(spoiled))
    }
  }
}

import Publication
import Testing

@testable import Ingest

@Suite("What a page shows besides text and pictures")
struct HTMLEmbeddedTests {
  @Test(
    "a player, frame or drawing that we can't show holds the page instead of vanishing",
    arguments: [
      "<iframe src=\"https://v.example/1\"></iframe>", "<iframe data-src=\"https://v.example/1\"></iframe>",
      "<iframe srcdoc=\"文\"></iframe>", "<video src=\"a.mp4\"></video>",
      "<video><source src=\"a.mp4\"></video>", "<audio controls src=\"a.mp3\"></audio>",
      "<object data=\"a.pdf\"></object>", "<embed src=\"a.swf\">", "<svg width=\"400\" height=\"300\"></svg>",
      "<svg viewBox=\"0 0 9 9\"><text>数</text></svg>", "<canvas></canvas>", "<math><mi>x</mi></math>",
      "<applet code=\"a\"></applet>", "<textarea>填好的话</textarea>",
    ])
  func held(_ element: String) throws {
    let page = "<!DOCTYPE html><h1>题</h1><p>前</p>\(element)<p>后</p>"
    let result = FormatSamples.html(page)
    #expect(result.codes == [.contentNotShowable], "\(result.diagnostics)")
    #expect(FormatSamples.markdown("题\n\n\(element)\n\n后\n").codes == [.rawHTML])
    if !element.hasPrefix("<math") {
      #expect(FormatSamples.markdown("前 \(element) 后\n").codes == [.rawHTML])
    }
  }

  @Test(
    "struck-out words hold the page and the Markdown text: without the stroke they say the contrary",
    arguments: ["<s>废止</s>", "<strike>废止</strike>", "<span style=\"text-decoration: line-through\">废止</span>"])
  func struck(_ words: String) {
    #expect(FormatSamples.html("<!DOCTYPE html><h1>题</h1><p>前\(words)后</p>").codes == [.contentNotShowable])
    #expect(FormatSamples.html("<!DOCTYPE html><h1>题</h1><p>前<s> </s>后</p>").codes == [])
  }

  @Test("struck-out words hold a Markdown text", arguments: ["~~废止~~", "<s>废止</s>"])
  func struckMarkdown(_ words: String) {
    #expect(FormatSamples.markdown("题\n\n前 \(words) 后\n").codes == [.contentNotShowable])
  }

  @Test(
    "text that no browser lets anybody see is for the gate alone",
    arguments: [
      "font-size:0", "font-size: 0px", "font-size:.5pt", "color:transparent", "color: rgba(0, 0, 0, 0)",
      "color:rgb(0 0 0 / 0%)",
      "position:absolute;left:-9999px", "position:fixed;top:-1000px", "text-indent:-9999px", "margin-left:-5000px",
      "height:0;overflow:hidden", "overflow:hidden;max-height:0px", "width:1px;height:1px;overflow:hidden",
      "position:absolute;clip:rect(0,0,0,0)", "clip-path:inset(100%)", "transform:scale(0)",
      "content-visibility:hidden", "opacity:0", "opacity: .01", "opacity:2%",
    ])
  func unseen(_ style: String) {
    let result = FormatSamples.html("<!DOCTYPE html><h1>题</h1><p>前</p><p style=\"\(style)\">此件不公开</p><p>后</p>")
    #expect(result.text == "题\n前\n后\n" && result.unpublished(.hidden) == ["此件不公开"], "\(result.text)")
  }

  @Test(
    "text that can be seen is published, whatever stands around it",
    arguments: [
      "font-size:12px", "font-size:0.9em", "color:rgba(0,0,0,.8)", "position:absolute;left:-20px",
      "text-indent:-2em", "opacity:1", "opacity:.1", "opacity:10%",
      "height:0", "overflow:hidden", "max-height:300px;overflow:hidden", "margin-left:-15px",
      "text-decoration:underline",
      "left:-9999px", "clip-path:inset(0 0 10% 0)", "font-size:inherit", "text-indent:2em",
    ])
  func seen(_ style: String) {
    let result = FormatSamples.html("<!DOCTYPE html><h1>题</h1><p style=\"\(style)\">文</p>")
    #expect(result.text == "题\n文\n" && result.codes == [])
    let inside =
      "<section style=\"font-size:0;color:transparent\"><p style=\"font-size:16px;color:#333\">文</p>隐</section>"
    let nested = FormatSamples.html("<!DOCTYPE html><h1>题</h1>\(inside)")
    #expect(nested.text == "题\n文\n" && nested.unpublished(.hidden) == ["隐"])
  }

  @Test(
    "what nobody sees of such things is no reason to stop",
    arguments: [
      "<iframe></iframe>", "<iframe src=\"about:blank\"></iframe>",
      "<iframe src=\"https://t.example\" width=\"0\"></iframe>",
      "<iframe src=\"https://t.example\" style=\"width:1px;height:1px\"></iframe>",
      "<div style=\"display:none\"><video src=\"a.mp4\"></video></div>", "<audio src=\"a.mp3\"></audio>",
      "<svg width=\"16\" height=\"16\"></svg>", "<svg aria-hidden=\"true\"></svg>", "<svg style=\"width:1em\"></svg>",
      "<textarea> </textarea>", "<noscript><iframe src=\"https://t.example\"></iframe></noscript>",
      "<script>var a='<video>'</script>",
    ])
  func passed(_ element: String) throws {
    #expect(FormatSamples.html("<!DOCTYPE html><h1>题</h1><p>前</p>\(element)<p>后</p>").codes == [])
  }

  @Test("a picture that only srcset or a script's attribute names isn't passed over")
  func addresses() {
    func codes(_ image: String) -> [Code] {
      FormatSamples.html("<!DOCTYPE html><h1>题</h1><p>前\(image)</p><p>后</p>").codes
    }
    #expect(codes("<img srcset=\"a.png 1x, b.png 2x\">") == [.imageMissing])
    #expect(codes("<img data-echo=\"https://x.example/a.png?w=3\">") == [.remoteImage])
    #expect(codes("<img data-id=\"3\">") == [])
  }

  @Test(
    "what somebody filled into a form or chose in it holds the page: it was read like any text",
    arguments: [
      "<input value=\"张某\">", "<input type=\"text\" readonly value=\"三等奖\">",
      "<input type=\"date\" value=\"2025-01-06\">",
      "<select><option>甲</option><option selected>乙</option></select>",
    ])
  func forms(_ element: String) {
    #expect(FormatSamples.html("<!DOCTYPE html><h1>题</h1><p>姓名：\(element)</p>").codes == [.contentNotShowable])
  }

  @Test(
    "the controls of a page are no loss; a list that nobody chose from is told",
    arguments: [
      ("<input type=\"hidden\" value=\"甲\">", false), ("<input type=\"submit\" value=\"提交\">", false),
      ("<input placeholder=\"搜\">", false),
      ("<input type=\"search\" value=\"搜\">", false), ("<input value=\" \">", false),
      ("<select><option>甲</option></select>", true),
      ("<select><option value=\"\" selected>请选择</option></select>", true), ("<select></select>", false),
    ])
  func controls(_ element: String, _ isTold: Bool) {
    let read = FormatSamples.html("<!DOCTYPE html><h1>题</h1><p>文\(element)</p>")
    #expect(read.text == "题\n文\n")
    #expect(read.codes == (isTold ? [.contentLeftOut] : []))
    #expect(read.diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test(
    "a picture that a style shows by itself holds the page, one behind words is told",
    arguments: [
      ("<div style=\"background-image:url(a.png);height:300px\"></div>", Code.contentNotShowable),
      ("<div style=\"background:#fff URL('a.png') no-repeat\"><br></div>", .contentNotShowable),
      ("<section style=\"background-image:url(data:image/png;base64,AA==)\"><p>文</p></section>", .contentLeftOut),
      ("<table background=\"a.gif\"><tr><td>文</td></tr></table>", .contentLeftOut),
    ])
  func backgrounds(_ element: String, _ code: Code) {
    let read = FormatSamples.html("<!DOCTYPE html><h1>题</h1>\(element)<p>后</p>")
    #expect(read.codes == [code])
    #expect(read.diagnostics.map(\.severity) == [code == .contentNotShowable ? .hold : .warning])
  }

  @Test(
    "icons, colours and gradients behind words are looks, and nothing is told",
    arguments: [
      "<p style=\"background:#eee\">文</p>", "<p style=\"background-image:linear-gradient(#fff,#eee)\">文</p>",
      "<p>文<i style=\"background:url(i.png);width:16px;height:16px\"></i></p>",
      "<p style=\"background-image:none\">文</p>",
      "<div style=\"display:none;background:url(a.png)\"></div><p>文</p>",
    ])
  func looks(_ element: String) {
    #expect(FormatSamples.html("<!DOCTYPE html><h1>题</h1>\(element)").codes == [])
  }

  @Test("a shadow root is shown by browsers and holds the page")
  func shadow() {
    let page = "<!DOCTYPE html><h1>题</h1><div><template shadowrootmode=\"open\"><p>中</p></template></div><p>后</p>"
    #expect(FormatSamples.html(page).codes == [.contentNotShowable])
  }
}

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

  @Test("a shadow root is shown by browsers and holds the page")
  func shadow() {
    let page = "<!DOCTYPE html><h1>题</h1><div><template shadowrootmode=\"open\"><p>中</p></template></div><p>后</p>"
    #expect(FormatSamples.html(page).codes == [.contentNotShowable])
  }
}

import Publication
import Testing

@testable import Pipeline

@Suite("The list of an inbox")
struct SeenFilesTests {
  private func status(_ size: Int, inode: UInt64, device: UInt64 = 7) -> FileStatus {
    FileStatus(kind: .regular, size: size, modified: 3, changed: 5, inode: inode, device: device)
  }

  @Test("sizes, inode numbers and file systems come back as they were, however large")
  func statuses() {
    var files = SeenFiles()
    let all = [
      status(0, inode: 1), status(Int(UInt32.max) - 1, inode: 2), status(Int(UInt32.max), inode: 3),
      status(12 << 32, inode: 4), status(9, inode: UInt64(UInt32.max)), status(9, inode: 1 << 60),
      status(9, inode: 5, device: 8),
    ]
    for (number, status) in all.enumerated() { files.append(FileName("\(number).txt"), status) }
    for (number, status) in all.enumerated() {
      #expect(files[number] == SeenFile(path: FileName("\(number).txt"), status: status))
      #expect(files.size(number) == status.size)
    }
  }

  @Test("groups come urgent first, originals before copies, then by path, and keep their files when they are packed")
  func order() {
    var groups = InboxGroups(root: WorkFolders.inbox)
    let names = ["乙.txt", "甲 - 副本.txt", "甲.txt", "甲.txt.json", "加急/丙.txt"]
    for (number, name) in names.enumerated() {
      groups.files.append(FileName(name), status(number, inode: UInt64(number)))
    }
    groups.append(article: 0, sidecar: nil)
    groups.append(article: 1, sidecar: nil)
    groups.append(article: 2, sidecar: 3)
    groups.append(article: 4, sidecar: nil)
    groups.sort()
    groups.pack()
    #expect(groups.map { $0.article.path.description } == ["加急/丙.txt", "乙.txt", "甲.txt", "甲 - 副本.txt"])
    #expect(groups[2].sidecar == SeenFile(path: FileName("甲.txt.json"), status: status(3, inode: 3)))
    #expect(groups[2].size == 5)
  }
}

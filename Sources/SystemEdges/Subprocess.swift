internal import CLinux
internal import Glibc
internal import Publication

/// One start of another program: no network, no shell, an environment of its own, bounds on time, memory and output.
///
/// What it reads and writes are unnamed files in memory, so that nothing of a document touches the disk for it.
struct Subprocess {
  /// Why it didn't end as it should.
  enum Fault: Error {
    case unavailable(String)
    case failed(ConversionOutcome.Failure)
  }

  /// The program by its absolute path, and its arguments.
  var arguments: [String]
  /// The whole environment, `NAME=value`.
  var environment: [String] = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=/nonexistent"]
  var folder = "/"
  var limits: SubprocessLimits

  /// Runs it to its end. Answers its status and what it wrote.
  func run(input: [UInt8] = []) throws(Fault) -> (status: Int, output: [UInt8]) {
    let source = try MemoryFile()
    let target = try MemoryFile()
    defer {
      source.close()
      target.close()
    }
    guard source.write(input) else { throw .unavailable("内存文件写不下") }
    let status = try run(source.descriptor, target.descriptor)
    if status == -Int(SIGXFSZ) { throw .failed(.outputTooLarge(bytes: limits.outputBytes)) }
    guard let output = target.read(limit: limits.outputBytes) else { throw .unavailable("结果读不出来") }
    return (status, output)
  }

  private func run(_ input: Int32, _ output: Int32) throws(Fault) -> Int {
    let process = start(input, output)
    guard process > 0 else { throw .unavailable("进程启动不了：" + String(cString: strerror(errno))) }
    // Whatever it has started itself ends with it.
    defer { zarlal_child_kill(process) }
    let end = SystemClock.steady() + limits.seconds * 1_000_000_000
    var status: Int32 = 0
    while true {
      let left = (end - SystemClock.steady()) / 1_000_000
      switch zarlal_child_wait(process, Int32(clamping: min(max(left, 0), 1000)), &status) {
      case 1 where status == Int32(zarlal_child_not_isolated): throw .unavailable("系统不能切断转换程序的网络")
      case 1 where status == Int32(zarlal_child_not_started): throw .unavailable("转换程序启动不了")
      case 1: return Int(status)
      case 0 where left > 0: continue
      case 0:
        zarlal_child_kill(process)
        _ = zarlal_child_wait(process, 5000, &status)
        throw .failed(.timedOut(seconds: limits.seconds))
      default: throw .unavailable("进程状态读不到")
      }
    }
  }

  private func start(_ input: Int32, _ output: Int32) -> Int32 {
    withCStrings(arguments) { arguments in
      withCStrings(environment) { environment in
        folder.withCString { folder in
          var child = zarlal_child(
            arguments: arguments, environment: environment, folder: folder, input: input, output: output,
            memory: UInt64(limits.memoryBytes), seconds: UInt64(limits.seconds), file: UInt64(limits.outputBytes))
          return zarlal_child_start(&child)
        }
      }
    }
  }

  /// The texts as C has them: an array of pointers ended by NULL.
  private func withCStrings(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Int32) -> Int32 {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let pointers = copies.map { $0.map { UnsafePointer($0) } } + [nil]
    return pointers.withUnsafeBufferPointer { buffer in buffer.baseAddress.map(body) ?? -1 }
  }
}

/// An unnamed file in memory.
private struct MemoryFile {
  let descriptor: Int32

  init() throws(Subprocess.Fault) {
    descriptor = zarlal_memory_file()
    guard descriptor >= 0 else { throw .unavailable("内存文件建不了：" + String(cString: strerror(errno))) }
  }

  /// Writes everything and goes back to the beginning.
  func write(_ bytes: [UInt8]) -> Bool {
    let isWhole = bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
    return isWhole && lseek(descriptor, 0, SEEK_SET) == 0
  }

  func read(limit: Int) -> [UInt8]? {
    var raw = stat()
    guard fstat(descriptor, &raw) == 0, raw.st_size >= 0, Int(raw.st_size) <= limit else { return nil }
    let size = Int(raw.st_size)
    // The empty array is one for all threads: nothing is written to it.
    guard size > 0 else { return [] }
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = pread(descriptor, buffer.baseAddress.map { $0 + count }, size - count, count)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          isWhole = false
          return
        }
        count += got
      }
    }
    return isWhole ? bytes : nil
  }

  func close() { Glibc.close(descriptor) }
}

extension SystemClock {
  /// Nanoseconds of a clock that nobody sets.
  static func steady() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }
}

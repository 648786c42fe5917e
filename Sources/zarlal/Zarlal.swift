@main
struct Zarlal {
  static func main() {}
}

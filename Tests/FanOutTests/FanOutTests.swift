// FanOutTests

// MongolianTextTests

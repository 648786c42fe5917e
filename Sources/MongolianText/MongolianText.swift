// MongolianText

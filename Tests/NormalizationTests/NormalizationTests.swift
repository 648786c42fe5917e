// NormalizationTests

// PublicationTests

import Publication

/// Where one payload stands, or stood, in the outbox.
struct OutboxPlace: Sendable {
  var payloadID: PayloadID
  var itemID: ItemID
  var outlet: OutletID

  init(_ payload: Payload) {
    (payloadID, itemID, outlet) = (payload.payloadID, payload.itemID, payload.outlet)
  }

  init(_ row: PayloadRow) {
    (payloadID, itemID, outlet) = (row.payloadID, row.itemID, row.outlet)
  }
}

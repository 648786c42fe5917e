#pragma once
#include <stdint.h>

/// Canonical combining class of a scalar; 0 for a starter and for what is no scalar.
uint8_t zarlal_combining_class(uint32_t scalar);

/// Writes the NFC of `text` (UTF-16 code units) to `out`.
/// Returns the length, -1 where `capacity` is too small, -2 on failure. Never writes beyond `capacity`.
int32_t zarlal_nfc(const uint16_t *text, int32_t length, uint16_t *out, int32_t capacity);

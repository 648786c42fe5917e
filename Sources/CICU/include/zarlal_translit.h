#pragma once
#include <stdint.h>

/// A compiled set of ICU transliteration rules. Not to be shared between threads.
typedef struct zarlal_translit zarlal_translit;

/// Compiles rules (UTF-16 code units). Returns null on failure, with the line of the fault (from 1, 0 if unknown).
zarlal_translit *zarlal_translit_open(const uint16_t *rules, int32_t length, int32_t *faultLine);

/// Applies the rules in place. Returns the new length, -1 where `capacity` is too small, -2 on failure.
int32_t zarlal_translit_apply(const zarlal_translit *rules, uint16_t *text, int32_t length, int32_t capacity);

/// Frees the rules; null is allowed.
void zarlal_translit_close(zarlal_translit *rules);

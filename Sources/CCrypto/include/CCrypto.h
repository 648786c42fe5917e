#ifndef ZARLAL_CCRYPTO_H
#define ZARLAL_CCRYPTO_H
#include <stddef.h>
#include <stdint.h>

/// SHA-256 (FIPS 180-4) by OpenSSL's libcrypto. A running digest; every call answers 1 for success, 0 for failure.
typedef struct zarlal_sha256 zarlal_sha256;

zarlal_sha256 *_Nullable zarlal_sha256_new(void);
int zarlal_sha256_update(zarlal_sha256 *_Nonnull digest, const void *_Nullable bytes, size_t count);
/// Writes 32 bytes and resets the digest for the next message.
int zarlal_sha256_finish(zarlal_sha256 *_Nonnull digest, uint8_t *_Nonnull out);
void zarlal_sha256_free(zarlal_sha256 *_Nullable digest);

#endif

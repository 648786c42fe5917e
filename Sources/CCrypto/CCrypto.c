#include "CCrypto.h"

#include <openssl/evp.h>
#include <stdlib.h>

struct zarlal_sha256 {
  EVP_MD_CTX *context;
};

zarlal_sha256 *zarlal_sha256_new(void) {
  zarlal_sha256 *digest = malloc(sizeof *digest);
  if (!digest) return NULL;
  digest->context = EVP_MD_CTX_new();
  if (!digest->context || EVP_DigestInit_ex(digest->context, EVP_sha256(), NULL) != 1) {
    zarlal_sha256_free(digest);
    return NULL;
  }
  return digest;
}

int zarlal_sha256_update(zarlal_sha256 *digest, const void *bytes, size_t count) {
  return count == 0 || EVP_DigestUpdate(digest->context, bytes, count) == 1;
}

int zarlal_sha256_finish(zarlal_sha256 *digest, uint8_t *out) {
  unsigned int size = 0;
  if (EVP_DigestFinal_ex(digest->context, out, &size) != 1 || size != 32) return 0;
  return EVP_DigestInit_ex(digest->context, EVP_sha256(), NULL) == 1;
}

void zarlal_sha256_free(zarlal_sha256 *digest) {
  if (!digest) return;
  EVP_MD_CTX_free(digest->context);
  free(digest);
}

#include "CCrypto.h"

#include <openssl/evp.h>
#include <pthread.h>
#include <stdlib.h>

struct zarlal_sha256 {
  EVP_MD_CTX *context;
};

/* Fetched once: looking the algorithm up for every digest costs more than hashing a short text. */
static EVP_MD *algorithm;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void fetch(void) { algorithm = EVP_MD_fetch(NULL, "SHA256", NULL); }

zarlal_sha256 *zarlal_sha256_new(void) {
  pthread_once(&once, fetch);
  if (!algorithm) return NULL;
  zarlal_sha256 *digest = malloc(sizeof *digest);
  if (!digest) return NULL;
  digest->context = EVP_MD_CTX_new();
  if (!digest->context || EVP_DigestInit_ex(digest->context, algorithm, NULL) != 1) {
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
  return EVP_DigestFinal_ex(digest->context, out, &size) == 1 && size == 32;
}

void zarlal_sha256_free(zarlal_sha256 *digest) {
  if (!digest) return;
  EVP_MD_CTX_free(digest->context);
  free(digest);
}

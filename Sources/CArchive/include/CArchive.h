#ifndef ZARLAL_CARCHIVE_H
#define ZARLAL_CARCHIVE_H
#include <stddef.h>
#include <stdint.h>

/// A ZIP file in memory, read by libarchive through its central directory, entries in the order of their place in the file.
/// Not to be shared between threads.
typedef struct zarlal_archive zarlal_archive;

/// `NULL`: not a ZIP file, or no memory. The bytes have to outlive the handle.
zarlal_archive *_Nullable zarlal_archive_open(const void *_Nonnull bytes, size_t count);

/// Goes to the next entry. 1: there is one; 0: there is none; -1: the file is damaged.
int zarlal_archive_next(zarlal_archive *_Nonnull archive);

/// Inflates the current entry into `out`, which must have room for exactly its size. 1: done, checksum right;
/// 0: the entry is longer or shorter, or damaged.
int zarlal_archive_read(zarlal_archive *_Nonnull archive, uint8_t *_Nonnull out, size_t size);

void zarlal_archive_close(zarlal_archive *_Nullable archive);

#endif

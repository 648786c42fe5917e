#include "CArchive.h"

#include <archive.h>
#include <archive_entry.h>

// The handle is libarchive's own; the name only keeps its headers away from Swift.
static struct archive *reader(zarlal_archive *archive) { return (struct archive *)archive; }

zarlal_archive *zarlal_archive_open(const void *bytes, size_t count) {
  struct archive *a = archive_read_new();
  if (!a) return NULL;
  if (archive_read_support_format_zip_seekable(a) != ARCHIVE_OK || archive_read_open_memory(a, bytes, count) != ARCHIVE_OK) {
    archive_read_free(a);
    return NULL;
  }
  return (zarlal_archive *)a;
}

int zarlal_archive_next(zarlal_archive *archive) {
  struct archive_entry *entry = NULL;
  switch (archive_read_next_header(reader(archive), &entry)) {
    case ARCHIVE_OK:
    case ARCHIVE_WARN: // a name that the C locale can't say: names come from the central directory
      return 1;
    case ARCHIVE_EOF:
      return 0;
    default:
      return -1;
  }
}

int zarlal_archive_read(zarlal_archive *archive, uint8_t *out, size_t size) {
  size_t filled = 0;
  for (;;) {
    const void *block = NULL;
    size_t count = 0;
    la_int64_t offset = 0;
    int result = archive_read_data_block(reader(archive), &block, &count, &offset);
    if (result == ARCHIVE_EOF) return filled == size;
    // A warning is a wrong checksum.
    if (result != ARCHIVE_OK || offset < 0 || (size_t)offset != filled || count > size - filled) return 0;
    if (count) __builtin_memcpy(out + filled, block, count);
    filled += count;
  }
}

void zarlal_archive_close(zarlal_archive *archive) {
  if (archive) archive_read_free(reader(archive));
}

#ifndef ZARLAL_CLINUX_H
#define ZARLAL_CLINUX_H

/// Two calls of Linux that Swift's Glibc module doesn't show. Both answer 0, or -1 with `errno`.

/// Renames `from` to `to`; `EEXIST` where `to` exists (`renameat2` with `RENAME_NOREPLACE`).
int zarlal_rename_new(const char *_Nonnull from, const char *_Nonnull to);
/// Makes the file system of an open descriptor durable (`syncfs`).
int zarlal_sync_file_system(int descriptor);

#endif

#ifndef ZARLAL_CLINUX_H
#define ZARLAL_CLINUX_H

#include "CLinuxProcess.h"

/// Calls of Linux that Swift's Glibc module doesn't show. They answer 0, or -1 with `errno`, unless told otherwise.

/// Renames `from` to `to`; `EEXIST` where `to` exists (`renameat2` with `RENAME_NOREPLACE`).
int zarlal_rename_new(const char *_Nonnull from, const char *_Nonnull to);
/// Whether a regular file, open for reading at `descriptor`, is open for writing anywhere on this machine: 1, else 0. By `fcntl` with
/// `F_SETLEASE`; 0 too where a lease can't be had (another owner, a network file system).
int zarlal_is_open_for_writing(int descriptor);
/// Makes the file system of an open descriptor durable (`syncfs`).
int zarlal_sync_file_system(int descriptor);
/// Lets `malloc` share out memory from at most so many regions (`mallopt` with `M_ARENA_MAX`): to be called before the first thread. 1, or 0 where
/// it can't.
int zarlal_limit_arenas(int count);

#endif

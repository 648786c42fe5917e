#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int zarlal_rename_new(const char *from, const char *to) {
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}

int zarlal_is_open_for_writing(int descriptor) {
  // Whoever opens the file for writing while we have the lease makes the kernel send a signal: one that nobody minds, instead of SIGIO,
  // which ends a process.
  if (fcntl(descriptor, F_SETSIG, SIGURG) != 0) return 0;
  if (fcntl(descriptor, F_SETLEASE, F_RDLCK) != 0) return errno == EAGAIN;
  fcntl(descriptor, F_SETLEASE, F_UNLCK);
  return 0;
}

int zarlal_sync_file_system(int descriptor) { return syncfs(descriptor); }

int zarlal_limit_arenas(int count) { return mallopt(M_ARENA_MAX, count); }

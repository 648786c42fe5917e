#pragma once
#include <stdint.h>

/// Whether `text` opens more than `nesting` elements inside each other, by counting tags in one pass. Elements that end
/// by themselves (p, li, td …) and void ones don't count; comments and the text of scripts, styles and titles are skipped.
int zarlal_html_is_too_deep(const char *text, int64_t length, int32_t nesting);

#pragma once
#include <stdint.h>

/// What one step through a parsed page is.
enum zarlal_html_kind { zarlal_html_close = 0, zarlal_html_open = 1, zarlal_html_text = 2, zarlal_html_comment = 3 };

/// One step through a parsed page, in document order. `tag` is a row of the table in `CGumbo.c` (0: any other element).
/// `text` (of texts and comments) and `element` (of opening and closing steps) live as long as the page.
typedef struct {
  uint8_t kind;
  uint8_t tag;
  uint32_t length;
  const char *text;
  const void *element;
} zarlal_html_event;

/// A page, parsed as HTML 5 by gumbo.
typedef struct zarlal_html zarlal_html;

/// Why a page was refused.
enum zarlal_html_fault { zarlal_html_fine = 0, zarlal_html_too_deep = 1, zarlal_html_too_large = 2, zarlal_html_no_memory = 3 };

/// Parses `length` bytes of UTF-8. `text` must live as long as the page. NULL: `*fault` says why: open elements nested
/// deeper than `nesting`, or a tree far larger than its text (formatting elements that open again in every paragraph).
zarlal_html *zarlal_html_parse(const char *text, int64_t length, int32_t nesting, int32_t *fault);
int64_t zarlal_html_event_count(const zarlal_html *page);
const zarlal_html_event *zarlal_html_events(const zarlal_html *page);
/// The value of an attribute of an opening step's element, as NUL-terminated UTF-8; NULL where it is absent.
const char *zarlal_html_attribute(const void *element, const char *name);
int32_t zarlal_html_attribute_count(const void *element);
/// Name and value of the attribute at `index`, NUL-terminated UTF-8; both NULL beyond the last.
void zarlal_html_attribute_at(const void *element, int32_t index, const char **name, const char **value);
/// The name of the element with this tag number, for tests; "" for 0.
const char *zarlal_html_tag_name(uint8_t tag);
void zarlal_html_free(zarlal_html *page);

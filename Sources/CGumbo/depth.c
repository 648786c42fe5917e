#include "depth.h"
#include <string.h>

enum { buckets = 512, name_room = 16, attribute_limit = 1000 };

static int is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static int is_one_of(const char *name, const char *list) {
  size_t length = strlen(name);
  for (const char *found = strstr(list, name); found; found = strstr(found + 1, name)) {
    if (found[-1] == ' ' && found[length] == ' ') return 1;
  }
  return 0;
}

static const char counted_never[] =
    " area base br col embed hr img input link meta param source track wbr keygen frame basefont bgsound "
    "p li dt dd tr td th tbody thead tfoot option optgroup rt rp html head body colgroup caption ";
static const char raw_text[] = " script style textarea title xmp noframes iframe noembed ";

/// The offset after the tag that begins at `at`, attributes in quotes included; `*closed`: it ends with "/>".
static int64_t after_tag(const char *text, int64_t length, int64_t at, int *closed) {
  char quote = 0;
  for (; at < length; at++) {
    char c = text[at];
    if (quote) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && text[at - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      *closed = text[at - 1] == '/';
      return at + 1;
    }
  }
  return length;
}

/// The offset of `</name` at or after `at`, or the end.
static int64_t end_of_raw_text(const char *text, int64_t length, int64_t at, const char *name) {
  size_t size = strlen(name);
  while (at < length) {
    const char *found = memchr(text + at, '<', (size_t)(length - at));
    if (!found) return length;
    at = found - text;
    if (at + 2 + (int64_t)size <= length && found[1] == '/') {
      size_t same = 0;
      while (same < size && (found[2 + same] | 0x20) == name[same]) same++;
      if (same == size) return at;
    }
    at++;
  }
  return length;
}

/// Gumbo compares each attribute of a tag with every one before it: the number is bounded by the blanks between them.
static int has_too_many_attributes(const char *text, int64_t from, int64_t to) {
  if (to - from < 2 * attribute_limit) return 0;
  int64_t count = 0;
  char quote = 0;
  for (int64_t at = from; at < to; at++) {
    char c = text[at];
    if (quote) {
      if (c == quote) { quote = 0; count++; }
    } else if ((c == '"' || c == '\'') && at > from && text[at - 1] == '=') {
      quote = c;
    } else if ((unsigned char)c <= ' ' || c == '/') {
      count++;
    }
    if (count > attribute_limit) return 1;
  }
  return 0;
}

int zarlal_html_is_too_deep(const char *text, int64_t length, int32_t nesting) {
  int32_t open[buckets] = {0};
  int32_t depth = 0, foreign = 0;
  int64_t at = 0;
  while (at < length) {
    const char *found = memchr(text + at, '<', (size_t)(length - at));
    if (!found) return 0;
    at = found - text + 1;
    if (length - at >= 3 && !memcmp(text + at, "!--", 3)) {
      for (at += 2; at + 2 < length && memcmp(text + at, "-->", 3); at++) {}
      continue;
    }
    int ends = at < length && text[at] == '/';
    if (ends) at++;
    if (at >= length || !is_letter(text[at])) continue;
    char name[name_room] = {0};
    uint32_t hash = 0;
    for (int index = 0; at < length && text[at] != '>' && text[at] != '/' && (unsigned char)text[at] > ' '; at++, index++) {
      char c = text[at] >= 'A' && text[at] <= 'Z' ? (char)(text[at] | 0x20) : text[at];
      hash = hash * 31 + (unsigned char)c;
      if (index < name_room - 1) name[index] = c;
    }
    int closed = 0;
    int64_t attributes_at = at;
    at = after_tag(text, length, at, &closed);
    if (has_too_many_attributes(text, attributes_at, at)) return 1;
    if (is_one_of(name, counted_never)) continue;
    int is_foreign = !strcmp(name, "svg") || !strcmp(name, "math");
    int32_t *count = &open[hash % buckets];
    if (ends) {
      if (*count > 0) {
        (*count)--;
        depth--;
        if (is_foreign && foreign > 0) foreign--;
      }
      continue;
    }
    if (closed && (foreign > 0 || is_foreign)) continue;
    if (is_one_of(name, raw_text) && !foreign) {
      at = end_of_raw_text(text, length, at, name);
      continue;
    }
    (*count)++;
    foreign += is_foreign;
    if (++depth > nesting) return 1;
  }
  return 0;
}

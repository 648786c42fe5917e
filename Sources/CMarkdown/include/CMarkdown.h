#pragma once
#include <stdint.h>

/// What a Markdown event is about.
enum zarlal_md_kind {
  zarlal_md_paragraph = 1, zarlal_md_heading, zarlal_md_quote, zarlal_md_list, zarlal_md_item, zarlal_md_code_block,
  zarlal_md_html_block, zarlal_md_rule, zarlal_md_footnote, zarlal_md_table, zarlal_md_row, zarlal_md_cell,
  zarlal_md_text, zarlal_md_soft_break, zarlal_md_line_break, zarlal_md_code, zarlal_md_html, zarlal_md_emphasis,
  zarlal_md_strong, zarlal_md_link, zarlal_md_image, zarlal_md_footnote_mark, zarlal_md_struck, zarlal_md_other
};

/// One step through a parsed text. `number`: level of a heading, number of a footnote mark, 1 for a header row,
/// first number of an ordered list (-1: bullets), 0 or 1 for a task's box (-1: no task).
/// `text` lives as long as the tree and may be NULL: literal of text, code and HTML, address of a link or image, bullet.
/// `title`, likewise: the title of a link or image, what follows the fence of a code block.
typedef struct {
  int32_t kind;
  int32_t enters;
  int32_t number;
  const char *text;
  const char *title;
} zarlal_md_event;

/// A text, parsed as GitHub Flavored Markdown with tables, strikethrough, autolinks, task lists and footnotes.
typedef struct zarlal_md zarlal_md;

/// Parses `length` bytes of UTF-8; NULL when there is no memory. Calls wait for each other: the library's tables of
/// special characters are global and change during a parse.
zarlal_md *zarlal_md_parse(const char *text, int64_t length);
/// The next step in document order; 0 at the end.
int32_t zarlal_md_next(zarlal_md *tree, zarlal_md_event *event);
void zarlal_md_free(zarlal_md *tree);

#include "CMarkdown.h"
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct zarlal_md {
  cmark_node *root;
  cmark_iter *steps;
};

static pthread_once_t registered = PTHREAD_ONCE_INIT;
static pthread_mutex_t parsing = PTHREAD_MUTEX_INITIALIZER;
static cmark_syntax_extension *extensions[4];

static void register_extensions(void) {
  static const char *const names[] = {"table", "strikethrough", "autolink", "tasklist"};
  cmark_gfm_core_extensions_ensure_registered();
  for (int index = 0; index < 4; index++) extensions[index] = cmark_find_syntax_extension(names[index]);
}

static void attach(cmark_parser *parser) {
  for (int index = 0; index < 4; index++) {
    if (extensions[index]) cmark_parser_attach_syntax_extension(parser, extensions[index]);
  }
}

zarlal_md *zarlal_md_parse(const char *text, int64_t length) {
  zarlal_md *tree = calloc(1, sizeof *tree);
  if (!tree) return NULL;
  pthread_once(&registered, register_extensions);
  pthread_mutex_lock(&parsing);
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES);
  attach(parser);
  cmark_parser_feed(parser, text, (size_t)length);
  tree->root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  pthread_mutex_unlock(&parsing);
  tree->steps = tree->root ? cmark_iter_new(tree->root) : NULL;
  return tree;
}

static void describe_extension(cmark_node *node, zarlal_md_event *event) {
  const char *name = cmark_node_get_type_string(node);
  if (!strcmp(name, "table")) {
    event->kind = zarlal_md_table;
  } else if (!strcmp(name, "table_header")) {
    event->kind = zarlal_md_row;
    event->number = 1;
  } else if (!strcmp(name, "table_row")) {
    event->kind = zarlal_md_row;
  } else if (!strcmp(name, "table_cell")) {
    event->kind = zarlal_md_cell;
  } else if (!strcmp(name, "strikethrough")) {
    event->kind = zarlal_md_struck;
  } else {
    event->kind = zarlal_md_other;
  }
}

static void describe(cmark_node *node, zarlal_md_event *event) {
  cmark_node_type type = cmark_node_get_type(node);
  event->number = 0;
  event->text = NULL;
  event->title = NULL;
  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK ||
      type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_HTML_BLOCK) {
    event->kind = type == CMARK_NODE_TEXT          ? zarlal_md_text
                  : type == CMARK_NODE_CODE        ? zarlal_md_code
                  : type == CMARK_NODE_CODE_BLOCK  ? zarlal_md_code_block
                  : type == CMARK_NODE_HTML_INLINE ? zarlal_md_html
                                                   : zarlal_md_html_block;
    event->text = cmark_node_get_literal(node);
    if (type == CMARK_NODE_CODE_BLOCK) event->title = cmark_node_get_fence_info(node);
  } else if (type == CMARK_NODE_PARAGRAPH) {
    event->kind = zarlal_md_paragraph;
  } else if (type == CMARK_NODE_HEADING) {
    event->kind = zarlal_md_heading;
    event->number = cmark_node_get_heading_level(node);
  } else if (type == CMARK_NODE_BLOCK_QUOTE) {
    event->kind = zarlal_md_quote;
  } else if (type == CMARK_NODE_LIST) {
    event->kind = zarlal_md_list;
    event->number = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? cmark_node_get_list_start(node) : -1;
    event->text = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ")" : ".";
  } else if (type == CMARK_NODE_ITEM) {
    const char *name = cmark_node_get_type_string(node);
    event->kind = zarlal_md_item;
    event->number = strcmp(name, "tasklist") ? -1 : cmark_gfm_extensions_get_tasklist_item_checked(node);
  } else if (type == CMARK_NODE_THEMATIC_BREAK) {
    event->kind = zarlal_md_rule;
  } else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
    event->kind = zarlal_md_footnote;
    event->text = cmark_node_get_literal(node);
  } else if (type == CMARK_NODE_SOFTBREAK) {
    event->kind = zarlal_md_soft_break;
  } else if (type == CMARK_NODE_LINEBREAK) {
    event->kind = zarlal_md_line_break;
  } else if (type == CMARK_NODE_EMPH) {
    event->kind = zarlal_md_emphasis;
  } else if (type == CMARK_NODE_STRONG) {
    event->kind = zarlal_md_strong;
  } else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
    event->kind = type == CMARK_NODE_LINK ? zarlal_md_link : zarlal_md_image;
    event->text = cmark_node_get_url(node);
    event->title = cmark_node_get_title(node);
  } else if (type == CMARK_NODE_FOOTNOTE_REFERENCE) {
    event->kind = zarlal_md_footnote_mark;
    event->text = cmark_node_get_literal(node);
  } else {
    describe_extension(node, event);
  }
}

int32_t zarlal_md_next(zarlal_md *tree, zarlal_md_event *event) {
  if (!tree->steps) return 0;
  cmark_event_type step = cmark_iter_next(tree->steps);
  if (step == CMARK_EVENT_DONE || step == CMARK_EVENT_NONE) return 0;
  event->enters = step == CMARK_EVENT_ENTER;
  describe(cmark_iter_get_node(tree->steps), event);
  return 1;
}

void zarlal_md_free(zarlal_md *tree) {
  if (!tree) return;
  if (tree->steps) cmark_iter_free(tree->steps);
  if (tree->root) cmark_node_free(tree->root);
  free(tree);
}

#include "CGumbo.h"
#include "arena.h"
#include "depth.h"
#include <gumbo.h>
#include <stdlib.h>
#include <string.h>

struct zarlal_html {
  arena memory;
  zarlal_html_event *events;
  int64_t count, room;
};

// The order is that of `HTMLTag` in Swift; a test compares the two by name.
static const uint8_t numbers[GUMBO_TAG_LAST + 2] = {
  [GUMBO_TAG_HTML] = 1,
  [GUMBO_TAG_HEAD] = 2,
  [GUMBO_TAG_BODY] = 3,
  [GUMBO_TAG_TITLE] = 4,
  [GUMBO_TAG_META] = 5,
  [GUMBO_TAG_STYLE] = 6,
  [GUMBO_TAG_SCRIPT] = 7,
  [GUMBO_TAG_NOSCRIPT] = 8,
  [GUMBO_TAG_TEMPLATE] = 9,
  [GUMBO_TAG_IFRAME] = 10,
  [GUMBO_TAG_OBJECT] = 11,
  [GUMBO_TAG_EMBED] = 12,
  [GUMBO_TAG_SVG] = 13,
  [GUMBO_TAG_MATH] = 14,
  [GUMBO_TAG_INPUT] = 15,
  [GUMBO_TAG_BUTTON] = 16,
  [GUMBO_TAG_SELECT] = 17,
  [GUMBO_TAG_TEXTAREA] = 18,
  [GUMBO_TAG_OPTION] = 19,
  [GUMBO_TAG_DATALIST] = 20,
  [GUMBO_TAG_OPTGROUP] = 21,
  [GUMBO_TAG_CANVAS] = 22,
  [GUMBO_TAG_AUDIO] = 23,
  [GUMBO_TAG_VIDEO] = 24,
  [GUMBO_TAG_MAP] = 25,
  [GUMBO_TAG_NOFRAMES] = 26,
  [GUMBO_TAG_APPLET] = 27,
  [GUMBO_TAG_FRAMESET] = 28,
  [GUMBO_TAG_H1] = 29,
  [GUMBO_TAG_H2] = 30,
  [GUMBO_TAG_H3] = 31,
  [GUMBO_TAG_H4] = 32,
  [GUMBO_TAG_H5] = 33,
  [GUMBO_TAG_H6] = 34,
  [GUMBO_TAG_P] = 35,
  [GUMBO_TAG_DIV] = 36,
  [GUMBO_TAG_SECTION] = 37,
  [GUMBO_TAG_ARTICLE] = 38,
  [GUMBO_TAG_HEADER] = 39,
  [GUMBO_TAG_FOOTER] = 40,
  [GUMBO_TAG_NAV] = 41,
  [GUMBO_TAG_ASIDE] = 42,
  [GUMBO_TAG_MAIN] = 43,
  [GUMBO_TAG_ADDRESS] = 44,
  [GUMBO_TAG_FIGURE] = 45,
  [GUMBO_TAG_FIGCAPTION] = 46,
  [GUMBO_TAG_CENTER] = 47,
  [GUMBO_TAG_FIELDSET] = 48,
  [GUMBO_TAG_FORM] = 49,
  [GUMBO_TAG_DETAILS] = 50,
  [GUMBO_TAG_SUMMARY] = 51,
  [GUMBO_TAG_DL] = 52,
  [GUMBO_TAG_DT] = 53,
  [GUMBO_TAG_DD] = 54,
  [GUMBO_TAG_UL] = 55,
  [GUMBO_TAG_OL] = 56,
  [GUMBO_TAG_LI] = 57,
  [GUMBO_TAG_TABLE] = 58,
  [GUMBO_TAG_CAPTION] = 59,
  [GUMBO_TAG_THEAD] = 60,
  [GUMBO_TAG_TBODY] = 61,
  [GUMBO_TAG_TFOOT] = 62,
  [GUMBO_TAG_TR] = 63,
  [GUMBO_TAG_TD] = 64,
  [GUMBO_TAG_TH] = 65,
  [GUMBO_TAG_COLGROUP] = 66,
  [GUMBO_TAG_COL] = 67,
  [GUMBO_TAG_BLOCKQUOTE] = 68,
  [GUMBO_TAG_PRE] = 69,
  [GUMBO_TAG_BR] = 70,
  [GUMBO_TAG_HR] = 71,
  [GUMBO_TAG_STRONG] = 72,
  [GUMBO_TAG_B] = 73,
  [GUMBO_TAG_EM] = 74,
  [GUMBO_TAG_I] = 75,
  [GUMBO_TAG_SUP] = 76,
  [GUMBO_TAG_SUB] = 77,
  [GUMBO_TAG_A] = 78,
  [GUMBO_TAG_RUBY] = 79,
  [GUMBO_TAG_RT] = 80,
  [GUMBO_TAG_RP] = 81,
  [GUMBO_TAG_RB] = 82,
  [GUMBO_TAG_RTC] = 83,
  [GUMBO_TAG_IMG] = 84,
  [GUMBO_TAG_DEL] = 85,
  [GUMBO_TAG_INS] = 86,
  [GUMBO_TAG_FONT] = 87,
  [GUMBO_TAG_SPAN] = 88,
  [GUMBO_TAG_LISTING] = 89,
  [GUMBO_TAG_XMP] = 90,
  [GUMBO_TAG_PLAINTEXT] = 91,
  [GUMBO_TAG_AREA] = 92,
  [GUMBO_TAG_S] = 93,
  [GUMBO_TAG_STRIKE] = 94,
};

static int emit(zarlal_html *page, uint8_t kind, const GumboNode *node, const char *text) {
  if (page->count == page->room) {
    int64_t room = page->room ? page->room * 2 : 512;
    zarlal_html_event *events = realloc(page->events, (size_t)room * sizeof *events);
    if (!events) return 0;
    page->events = events;
    page->room = room;
  }
  size_t length = text ? strlen(text) : 0;
  if (length > UINT32_MAX) return 0;
  int is_element = kind == zarlal_html_open || kind == zarlal_html_close;
  page->events[page->count++] = (zarlal_html_event){
      .kind = kind,
      .tag = is_element && (int)node->v.element.tag <= GUMBO_TAG_LAST ? numbers[node->v.element.tag] : 0,
      .length = (uint32_t)length,
      .text = text,
      .element = is_element ? &node->v.element : NULL,
  };
  return 1;
}

typedef struct {
  const GumboNode *node;
  unsigned next;
} level;

/// Lists the tree's steps without recursion.
static int list_events(zarlal_html *page, const GumboNode *root, int32_t nesting, int32_t *fault) {
  int32_t limit = nesting + 16, depth = 0;
  level *levels = malloc((size_t)(limit + 1) * sizeof *levels);
  *fault = zarlal_html_no_memory;
  if (!levels || !emit(page, zarlal_html_open, root, NULL)) { free(levels); return 0; }
  levels[0] = (level){root, 0};
  while (depth >= 0) {
    level *top = &levels[depth];
    const GumboVector *children = &top->node->v.element.children;
    if (top->next >= children->length) {
      if (!emit(page, zarlal_html_close, top->node, NULL)) break;
      depth--;
      continue;
    }
    const GumboNode *child = children->data[top->next++];
    int done = 1;
    switch (child->type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      if (depth == limit) {
        *fault = zarlal_html_too_deep;
        free(levels);
        return 0;
      }
      done = emit(page, zarlal_html_open, child, NULL);
      levels[++depth] = (level){child, 0};
      break;
    case GUMBO_NODE_COMMENT: done = emit(page, zarlal_html_comment, child, child->v.text.text); break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE: done = emit(page, zarlal_html_text, child, child->v.text.text); break;
    case GUMBO_NODE_DOCUMENT: break;
    }
    if (!done) break;
  }
  free(levels);
  if (depth >= 0) return 0;
  *fault = zarlal_html_fine;
  return 1;
}

zarlal_html *zarlal_html_parse(const char *text, int64_t length, int32_t nesting, int32_t *fault) {
  *fault = zarlal_html_too_deep;
  if (zarlal_html_is_too_deep(text, length, nesting)) return NULL;
  *fault = zarlal_html_no_memory;
  zarlal_html *page = calloc(1, sizeof *page);
  if (!page) return NULL;
  // Real pages take some 30 bytes and 30 ns for each byte of text.
  arena_start(&page->memory, ((size_t)16 << 20) + (size_t)length * 64, 1.0 + (double)length * 1e-6);
  int refused = setjmp(page->memory.refuse);
  if (refused) {
    *fault = refused == 1 ? zarlal_html_too_large : zarlal_html_no_memory;
    zarlal_html_free(page);
    return NULL;
  }
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = arena_take;
  options.deallocator = arena_give_back;
  options.userdata = &page->memory;
  options.max_errors = 0;
  const GumboOutput *output = gumbo_parse_with_options(&options, text, (size_t)length);
  const GumboVector *top = &output->document->v.document.children;
  for (unsigned index = 0; index < top->length; index++) {
    const GumboNode *node = top->data[index];
    int done = 1;
    if (node->type == GUMBO_NODE_COMMENT) {
      *fault = zarlal_html_no_memory;
      done = emit(page, zarlal_html_comment, node, node->v.text.text);
    } else if (node->type == GUMBO_NODE_ELEMENT) {
      done = list_events(page, node, nesting, fault);
    }
    if (!done) {
      zarlal_html_free(page);
      return NULL;
    }
  }
  *fault = zarlal_html_fine;
  return page;
}

int64_t zarlal_html_event_count(const zarlal_html *page) { return page->count; }

const zarlal_html_event *zarlal_html_events(const zarlal_html *page) { return page->events; }

const char *zarlal_html_attribute(const void *element, const char *name) {
  const GumboAttribute *attribute = gumbo_get_attribute(&((const GumboElement *)element)->attributes, name);
  return attribute ? attribute->value : NULL;
}

int32_t zarlal_html_attribute_count(const void *element) {
  return (int32_t)((const GumboElement *)element)->attributes.length;
}

void zarlal_html_attribute_at(const void *element, int32_t index, const char **name, const char **value) {
  const GumboVector *attributes = &((const GumboElement *)element)->attributes;
  *name = *value = NULL;
  if (index < 0 || (unsigned)index >= attributes->length) return;
  const GumboAttribute *attribute = attributes->data[index];
  *name = attribute->name;
  *value = attribute->value;
}

const char *zarlal_html_tag_name(uint8_t tag) {
  for (int number = 0; tag && number < GUMBO_TAG_LAST; number++) {
    if (numbers[number] == tag) return gumbo_normalized_tagname((GumboTag)number);
  }
  return "";
}

void zarlal_html_free(zarlal_html *page) {
  if (!page) return;
  arena_free(&page->memory);
  free(page->events);
  free(page);
}

#ifndef ZARLAL_CXML_H
#define ZARLAL_CXML_H
#include <stddef.h>
#include <stdint.h>

/// An attribute as libxml2's SAX2 interface hands it over: names end with NUL, the value doesn't.
typedef struct zarlal_xml_attribute {
  const uint8_t *_Nonnull name;
  const uint8_t *_Nullable prefix;
  const uint8_t *_Nullable space;
  const uint8_t *_Nonnull value;
  const uint8_t *_Nonnull end;
} zarlal_xml_attribute;

/// What is told of a document while it is read. Names are interned: within one parse, equal names have equal addresses.
/// A callback that answers 0 stops the parse.
typedef struct zarlal_xml_handler {
  int (*_Nonnull start)(void *_Nonnull context, const uint8_t *_Nonnull name, const uint8_t *_Nullable space,
                        const zarlal_xml_attribute *_Nullable attributes, int32_t attribute_count);
  int (*_Nonnull end)(void *_Nonnull context);
  int (*_Nonnull text)(void *_Nonnull context, const uint8_t *_Nonnull bytes, int32_t count);
} zarlal_xml_handler;

enum {
  zarlal_xml_done = 0,
  /// Not well-formed, or in an encoding that isn't what it says.
  zarlal_xml_damaged = 1,
  /// A document type declaration or an entity reference.
  zarlal_xml_doctype = 2,
  /// A callback answered 0.
  zarlal_xml_stopped = 3,
  zarlal_xml_no_memory = 4,
};

/// Reads `bytes` with libxml2's push parser: no network, no entities, no DTD, nothing on the terminal.
int32_t zarlal_xml_parse(const uint8_t *_Nullable bytes, int32_t count, const zarlal_xml_handler *_Nonnull handler, void *_Nonnull context);

#endif

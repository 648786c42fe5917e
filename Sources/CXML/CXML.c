#include "CXML.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <pthread.h>
#include <string.h>

typedef struct {
  const zarlal_xml_handler *handler;
  void *context;
  xmlParserCtxtPtr parser;
  int32_t fault;
} run;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static void prepare(void) { xmlInitParser(); }

static void stop(run *r, int32_t fault) {
  if (!r->fault) r->fault = fault;
  xmlStopParser(r->parser);
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                     int attribute_count, int defaulted_count, const xmlChar **attributes) {
  (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted_count;
  run *r = user;
  if (r->fault) return;
  // libxml2's five pointers an attribute are exactly our structure.
  _Static_assert(sizeof(zarlal_xml_attribute) == 5 * sizeof(xmlChar *), "five pointers an attribute");
  if (!r->handler->start(r->context, name, uri, (const zarlal_xml_attribute *)attributes, attribute_count)) stop(r, zarlal_xml_stopped);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)name, (void)prefix, (void)uri;
  run *r = user;
  if (!r->fault && !r->handler->end(r->context)) stop(r, zarlal_xml_stopped);
}

static void on_text(void *user, const xmlChar *bytes, int count) {
  run *r = user;
  if (!r->fault && count > 0 && !r->handler->text(r->context, bytes, count)) stop(r, zarlal_xml_stopped);
}

static void on_doctype(void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  (void)name, (void)external, (void)system;
  stop(user, zarlal_xml_doctype);
}

static void on_reference(void *user, const xmlChar *name) {
  (void)name;
  stop(user, zarlal_xml_doctype);
}

static void on_error(void *user, xmlErrorPtr error) {
  (void)user, (void)error; // the parser's own state says whether the document is well-formed
}

int32_t zarlal_xml_parse(const uint8_t *bytes, int32_t count, const zarlal_xml_handler *handler, void *context) {
  if (!bytes || count < 4) return zarlal_xml_damaged;
  pthread_once(&once, prepare);
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  sax.internalSubset = on_doctype;
  sax.reference = on_reference;
  sax.serror = on_error;
  run r = {handler, context, NULL, 0};
  // The first four bytes alone: the encoding is found from them (libxml2, xmlCreatePushParserCtxt).
  r.parser = xmlCreatePushParserCtxt(&sax, &r, (const char *)bytes, 4, NULL);
  if (!r.parser) return zarlal_xml_no_memory;
  xmlCtxtUseOptions(r.parser, XML_PARSE_NONET | XML_PARSE_COMPACT);
  // A megabyte at a time: libxml2 takes more than ten that it hasn't looked at for an attack.
  const int32_t piece = 1 << 20;
  int status = 0;
  int32_t at = 4;
  do {
    int32_t size = count - at > piece ? piece : count - at;
    status = xmlParseChunk(r.parser, (const char *)bytes + at, size, at + size == count);
    at += size;
  } while (status == 0 && !r.fault && at < count);
  int32_t result = r.fault                                                        ? r.fault
                   : status != 0 || !r.parser->wellFormed || !r.parser->nsWellFormed ? zarlal_xml_damaged
                                                                                  : zarlal_xml_done;
  if (r.parser->myDoc) xmlFreeDoc(r.parser->myDoc);
  r.parser->myDoc = NULL;
  xmlFreeParserCtxt(r.parser);
  return result;
}

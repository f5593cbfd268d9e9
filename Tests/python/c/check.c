/* Calls the library as a program in C does: prints what it gets, and ends with 1 where a promise of the header is broken. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "caucus.h"

#define CHECK(condition)                                                            \
  do {                                                                              \
    if (!(condition)) {                                                             \
      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);       \
      exit(1);                                                                      \
    }                                                                               \
  } while (0)

static const char *text = "\xe2\x80\x9cWe will rebuild the harbor,\xe2\x80\x9d said Helen Marwick, the prime minister.";

/* A table of one row and one column. */
static caucus_table one(caucus_column *column, int64_t offsets[2], const char *name, const char *value) {
  offsets[0] = 0;
  offsets[1] = (int64_t)strlen(value);
  *column = (caucus_column){name, (const uint8_t *)value, offsets[1], offsets, NULL};
  return (caucus_table){1, 1, column};
}

/* Extracts, and gives the speaker of the first quotation. */
static void extract(char *speaker, size_t size) {
  caucus_column column;
  int64_t offsets[2];
  caucus_table documents = one(&column, offsets, "text", text);
  int64_t done = 0;
  caucus_work work = {2, NULL, &done};
  struct ArrowSchema schema;
  struct ArrowArray array;
  char *message = NULL;
  CHECK(caucus_extract(&documents, NULL, &work, &schema, &array, &message) == CAUCUS_OK);
  CHECK(message == NULL && done == 1);
  CHECK(strcmp(schema.format, "+s") == 0 && schema.n_children == 13 && array.n_children == 13);
  CHECK(array.length == 1 && array.null_count == 0 && array.n_buffers == 1);
  for (int64_t i = 0; i < schema.n_children; i++) {
    if (strcmp(schema.children[i]->name, "speaker") != 0) continue;
    CHECK(strcmp(schema.children[i]->format, "U") == 0);
    const int64_t *ends = array.children[i]->buffers[1];
    CHECK((size_t)ends[1] < size);
    memcpy(speaker, array.children[i]->buffers[2], (size_t)ends[1]);
    speaker[ends[1]] = 0;
  }
  /* A child may be moved away before the rest is released. */
  struct ArrowArray moved = *array.children[0];
  array.children[0]->release = NULL;
  array.release(&array);
  CHECK(array.release == NULL);
  CHECK(moved.length == 1);
  moved.release(&moved);
  schema.release(&schema);
  CHECK(schema.release == NULL);
}

static void *worker(void *unused) {
  (void)unused;
  for (int i = 0; i < 20; i++) {
    char speaker[64] = "";
    extract(speaker, sizeof speaker);
    CHECK(strcmp(speaker, "Helen Marwick") == 0);
  }
  return NULL;
}

/* A call that must fail, with a line. */
static void fails(int32_t code, int32_t expected, char *message, const char *words) {
  CHECK(code == expected);
  CHECK(message != NULL && strstr(message, words) != NULL && strchr(message, '\n') == NULL);
  caucus_free(message);
}

int main(void) {
  char *version = caucus_version();
  CHECK(version != NULL && version[0] >= '0' && version[0] <= '9');
  caucus_free(version);
  caucus_free(NULL);

  char speaker[64] = "";
  extract(speaker, sizeof speaker);
  puts(speaker);

  struct ArrowSchema schema = {0};
  struct ArrowArray array = {0};
  caucus_column column;
  int64_t offsets[2];
  char *message = NULL;
  fails(caucus_extract(NULL, NULL, NULL, &schema, &array, &message), CAUCUS_USAGE, message, "path");
  CHECK(schema.release == NULL && array.release == NULL);

  caucus_table table = one(&column, offsets, "text", text);
  offsets[1] = 1 << 20;
  message = NULL;
  fails(caucus_extract(&table, NULL, NULL, &schema, &array, &message), CAUCUS_USAGE, message, "offset 1048576");
  offsets[0] = 5, offsets[1] = 2;
  message = NULL;
  fails(caucus_extract(&table, NULL, NULL, &schema, &array, &message), CAUCUS_USAGE, message, "offset 2");
  table.row_count = -1;
  message = NULL;
  fails(caucus_extract(&table, NULL, NULL, &schema, &array, &message), CAUCUS_USAGE, message, "-1 rows");

  caucus_table documents = one(&column, offsets, "text", text);
  caucus_column option;
  int64_t ends[2];
  caucus_table options = one(&option, ends, "colour", "red");
  message = NULL;
  fails(caucus_extract(&documents, &options, NULL, &schema, &array, &message), CAUCUS_USAGE, message, "colour");
  int32_t cancel = 1;
  caucus_work work = {1, &cancel, NULL};
  message = NULL;
  fails(caucus_extract(&documents, NULL, &work, &schema, &array, &message), CAUCUS_INTERRUPTED, message, "interrupted");
  options = one(&option, ends, "path", "/no/such/file.jsonl");
  message = NULL;
  fails(caucus_read(&options, NULL, &schema, &array, &message), CAUCUS_NO_INPUT, message, "/no/such/file.jsonl");
  CHECK(caucus_read(&options, NULL, &schema, &array, NULL) == CAUCUS_NO_INPUT);
  CHECK(caucus_contents(NULL, NULL, NULL) == CAUCUS_USAGE);

  pthread_t threads[8];
  for (int i = 0; i < 8; i++) CHECK(pthread_create(&threads[i], NULL, worker, NULL) == 0);
  for (int i = 0; i < 8; i++) CHECK(pthread_join(threads[i], NULL) == 0);
  return 0;
}

/* Caucus for languages that call C.
 *
 * Who is quoted about a political leader in news articles, where each speaker stands, how sure that is. The tables and numbers
 * are those of the command `caucus`.
 *
 * Every function but caucus_version and caucus_free returns CAUCUS_OK or one of the codes below, and then gives in
 * *message one line of UTF-8 in lower case: what, where, found, expected. A message is freed with caucus_free.
 * Nothing is kept between calls: all functions may be called from several threads at once.
 *
 * A result is a record batch of the Arrow C Data Interface (a struct array): the caller owns both structures, and calls
 * their release. Texts are large UTF-8 ("U"), whole numbers int64 ("l"), other numbers double ("g"), bytes large binary
 * ("Z"). Where a call fails both stay untouched.
 */
#ifndef CAUCUS_H
#define CAUCUS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* https://arrow.apache.org/docs/format/CDataInterface.html */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};

#endif

/* The codes are the command's exit codes (sysexits). */
enum {
  CAUCUS_OK = 0,
  CAUCUS_USAGE = 64,       /* an argument or option that means nothing */
  CAUCUS_DATA = 65,        /* input that cannot be used */
  CAUCUS_NO_INPUT = 66,    /* a file that is missing or cannot be read */
  CAUCUS_NO_OUTPUT = 73,   /* a file that cannot be made */
  CAUCUS_IO = 74,          /* reading or writing failed */
  CAUCUS_INTERNAL = 70,    /* a fault of the library */
  CAUCUS_INTERRUPTED = 130 /* the call was asked to end */
};

/* A column of texts or bytes: value i is bytes[offsets[i] ..< offsets[i + 1]], the layout of Arrow's large UTF-8. */
typedef struct caucus_column {
  const char *name;        /* UTF-8 that ends with a zero byte */
  const uint8_t *bytes;    /* all values, one after the other; may be null where byte_count is 0 */
  int64_t byte_count;
  const int64_t *offsets;  /* rows + 1, climbing from at least 0 to at most byte_count */
  const uint8_t *validity; /* a bit a row, the lowest first, 0 for a missing value; null where none is missing */
} caucus_column;

/* Named columns of as many rows each. Numbers are written as text. */
typedef struct caucus_table {
  int64_t row_count;
  int64_t column_count;
  const caucus_column *columns;
} caucus_table;

/* How a call works, and how it can be watched. Null stands for one core, unwatched. */
typedef struct caucus_work {
  int32_t jobs;          /* how many cores; results do not depend on it; 0 for all */
  const int32_t *cancel; /* a call ends with CAUCUS_INTERRUPTED soon after this becomes 1, one that fits when it has; or null */
  int64_t *done;         /* grows with each document done, written atomically; or null */
} caucus_work;

/* Rows of numbers, compressed (CSR). */
typedef struct caucus_rows {
  int64_t row_count;
  int64_t column_count;
  int64_t value_count;
  const int64_t *starts;  /* rows + 1, climbing from 0 to value_count */
  const int32_t *indices; /* the column of each value, distinct in a row */
  const double *values;
} caucus_rows;

/* The version of Caucus, to be freed with caucus_free; null without memory. */
char *caucus_version(void);

/* Gives back what another function returned; null is allowed. */
void caucus_free(void *pointer);

/* The names of what is in the library: a row each, with the columns kind (model, table, features) and name. */
int32_t caucus_contents(struct ArrowSchema *schema, struct ArrowArray *array, char **message);

/* Documents of files: a row each with id, title, source, published, url, text and what else the records hold.
 * options: path (one of them or, as a JSON array of texts, several), format, dates, text_column, id_column,
 * title_column, source_column, published_column, url_column. */
int32_t caucus_read(const caucus_table *options, const caucus_work *work, struct ArrowSchema *schema,
                    struct ArrowArray *array, char **message);

/* Quotations of documents, the columns of `caucus extract --format csv`.
 * documents: text, and id, title, source, published, url and others where there are. options: aliases (a JSON array of arrays
 * of names, each the names of one speaker, the primary one first). */
int32_t caucus_extract(const caucus_table *documents, const caucus_table *options, const caucus_work *work,
                       struct ArrowSchema *schema, struct ArrowArray *array, char **message);

/* Scores documents toward leaders into a store, and goes on where an earlier call stopped. A row a run: run, target,
 * documents, quotations, attributed, about_target, scored, counted, diagnostics.
 * documents: as of caucus_extract, or null where the options name a path. options: store (a path), targets (YAML or JSON:
 * targets: [{name, aliases, pronoun, roles}]), path and its kin of caucus_read, aliases, model (a path or a built-in name),
 * model_bytes, model_name, precision, answer_all, mode (fast, accurate, auto). */
int32_t caucus_score(const caucus_table *documents, const caucus_table *options, const caucus_work *work,
                     struct ArrowSchema *schema, struct ArrowArray *array, char **message);

/* A table of a store: runs, documents, quotations, speakers or diagnostics.
 * options: store, table, run (all runs where it is missing). */
int32_t caucus_store(const caucus_table *options, struct ArrowSchema *schema, struct ArrowArray *array,
                     char **message);

/* The files of a report on a run of a store: a row each with name and bytes.
 * labels: quote_id, label, sampling_probability and annotator; or null. options: store, run or target, level, unit, by
 * (month or week), column, seed, model, model_bytes. */
int32_t caucus_report(const caucus_table *labels, const caucus_table *options, struct ArrowSchema *schema,
                      struct ArrowArray *array, char **message);

/* Shares of quotations with their intervals, by leader and part.
 * quotations: the columns of the table of that name, at least quote_id, status and the probabilities; labels: as of
 * caucus_report, or null. options: by (speaker, outlet, month, week or a column; all together where it is missing), level,
 * unit, seed. */
int32_t caucus_estimate(const caucus_table *quotations, const caucus_table *labels, const caucus_table *options,
                        struct ArrowSchema *schema, struct ArrowArray *array, char **message);

/* Who the speakers of many documents are, of all that was told of them: a row a row with id, and bound, 1 where the id holds
 * within a document only, whose id follows the "@" at its end.
 * names: name, gender (female, male or unknown), named (how many documents name the person in full), documents (in how many the
 * person speaks) and quotations. options: aliases. */
int32_t caucus_identities(const caucus_table *names, const caucus_table *options, struct ArrowSchema *schema,
                          struct ArrowArray *array, char **message);

/* What quotations have in common with those they may repeat: a row a row with links (uint64s). Documents that share no link, and
 * not their text, hold no copies of each other.
 * quotations: speaker (a name), kind (person, organization or described) and quote. */
int32_t caucus_links(const caucus_table *quotations, struct ArrowSchema *schema, struct ArrowArray *array,
                     char **message);

/* Which quotations repeat others: a row a row with original (a row, from 0) and same_document (0 or 1), both missing where
 * there is none.
 * quotations: document, speaker, kind, quote, answered (1 where it counts unless it is a copy) and text_hash, the earliest
 * first, those of a document together. */
int32_t caucus_copies(const caucus_table *quotations, struct ArrowSchema *schema, struct ArrowArray *array,
                      char **message);

/* Krippendorff's alpha of labels: a row with alpha, low, high, level, scale, n_units, n_annotators.
 * labels: unit, label, annotator. options: scale (nominal or ordinal), order (a JSON array of labels, for ordinal), level,
 * seed. */
int32_t caucus_agreement(const caucus_table *labels, const caucus_table *options, struct ArrowSchema *schema,
                         struct ArrowArray *array, char **message);

/* Fits a stance model to labeled texts: a row with model (bytes of a model file), c, columns, iterations, gap.
 * examples: text, label (against, neutral or favor), and target, speaker, context, group, weight, target_start … where there
 * are. options: features, c, folds, seed, name, start_from. */
int32_t caucus_fit(const caucus_table *examples, const caucus_table *options, const caucus_work *work,
                   struct ArrowSchema *schema, struct ArrowArray *array, char **message);

/* Probabilities of texts: a row each with p_against, p_neutral, p_favor, not rounded.
 * examples: as of caucus_fit, without labels. options: model or model_bytes. */
int32_t caucus_predict(const caucus_table *examples, const caucus_table *options, struct ArrowSchema *schema,
                       struct ArrowArray *array, char **message);

/* What adds up to the answer for one text: a row with json, the line that `caucus explain --json` prints.
 * examples: one row. options: model or model_bytes. */
int32_t caucus_explain(const caucus_table *examples, const caucus_table *options, struct ArrowSchema *schema,
                       struct ArrowArray *array, char **message);

/* Logistic regression of rows of numbers with an L2 penalty, scikit-learn's objective: a row with weights (doubles, a row a
 * column, a column a class), intercepts (doubles), iterations, gap.
 * classes: the class of each row, from 0; weights: what each row counts, or null. options: class_count, c, dense (1 for
 * Newton's method on dense rows), gap, iterations. */
int32_t caucus_regress(const caucus_rows *rows, const int64_t *classes, const double *weights,
                       const caucus_table *options, struct ArrowSchema *schema, struct ArrowArray *array,
                       char **message);

/* Features of texts: a row with state (what caucus_vectorize takes), column_count, starts (int64), indices (int32) and values
 * (float) of the CSR rows of the examples. options: features. */
int32_t caucus_vectorizer(const caucus_table *examples, const caucus_table *options, const caucus_work *work,
                          struct ArrowSchema *schema, struct ArrowArray *array, char **message);

/* The rows of examples by the features that caucus_vectorizer found: starts, indices, values. options: state. */
int32_t caucus_vectorize(const caucus_table *examples, const caucus_table *options, struct ArrowSchema *schema,
                         struct ArrowArray *array, char **message);

/* The names of the columns of those features: name. options: state. */
int32_t caucus_feature_names(const caucus_table *options, struct ArrowSchema *schema, struct ArrowArray *array,
                             char **message);

/* Whether a flag is up, and how a counter grows, whatever thread looks. */
static inline int32_t caucus_is_set(const int32_t *flag) {
  return flag != 0 && __atomic_load_n(flag, __ATOMIC_RELAXED) != 0;
}
static inline void caucus_add(int64_t *counter, int64_t amount) {
  if (counter != 0) __atomic_add_fetch(counter, amount, __ATOMIC_RELAXED);
}

#ifdef __cplusplus
}
#endif

#endif

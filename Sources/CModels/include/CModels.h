#ifndef CAUCUS_MODELS_H
#define CAUCUS_MODELS_H

#include <stddef.h>

/// The bytes of a model that is built in, and in `count` how many there are; none where it was left out.
const unsigned char *caucus_stance_model(size_t *count);
const unsigned char *caucus_sentiment_model(size_t *count);
const unsigned char *caucus_gate_model(size_t *count);
/// Those that an encoder serves, and the encoder.
const unsigned char *caucus_accurate_stance_model(size_t *count);
const unsigned char *caucus_accurate_gate_model(size_t *count);
const unsigned char *caucus_encoder(size_t *count);
/// Hashes of the texts that a built-in model learned from.
const unsigned char *caucus_stance_texts(size_t *count);
const unsigned char *caucus_accurate_stance_texts(size_t *count);
const unsigned char *caucus_sentiment_texts(size_t *count);

#endif

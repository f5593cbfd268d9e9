// The shipped models, read from Models/ by the compiler: no copy of them in the sources, none beside the
// program, and no array literal of three million numbers.
#include "CModels.h"

// C23 has `#embed`; clang takes it in every mode, and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

#if __has_embed("../../Models/stance-en-2/stance-en-2.safetensors")
static const unsigned char stance[] = {
#embed "../../Models/stance-en-2/stance-en-2.safetensors"
};
const unsigned char *caucus_stance_model(size_t *count) {
    *count = sizeof stance;
    return stance;
}
#else
const unsigned char *caucus_stance_model(size_t *count) {
    *count = 0;
    return NULL;
}
#endif

#if __has_embed("../../Models/sentiment-en-2/sentiment-en-2.safetensors")
static const unsigned char sentiment[] = {
#embed "../../Models/sentiment-en-2/sentiment-en-2.safetensors"
};
const unsigned char *caucus_sentiment_model(size_t *count) {
    *count = sizeof sentiment;
    return sentiment;
}
#else
const unsigned char *caucus_sentiment_model(size_t *count) {
    *count = 0;
    return NULL;
}
#endif

#if __has_embed("../../Models/gates-en-1/gates-en-1.safetensors")
static const unsigned char gates[] = {
#embed "../../Models/gates-en-1/gates-en-1.safetensors"
};
const unsigned char *caucus_gate_model(size_t *count) {
    *count = sizeof gates;
    return gates;
}
#else
const unsigned char *caucus_gate_model(size_t *count) {
    *count = 0;
    return NULL;
}
#endif

#if __has_embed("../../Models/encoder-en-1/encoder-en-1.safetensors")
static const unsigned char encoder[] = {
#embed "../../Models/encoder-en-1/encoder-en-1.safetensors"
};
const unsigned char *caucus_encoder(size_t *count) {
    *count = sizeof encoder;
    return encoder;
}
#else
const unsigned char *caucus_encoder(size_t *count) {
    *count = 0;
    return NULL;
}
#endif

#if __has_embed("../../Models/stance-en-3/stance-en-3.safetensors")
static const unsigned char accurate_stance[] = {
#embed "../../Models/stance-en-3/stance-en-3.safetensors"
};
const unsigned char *caucus_accurate_stance_model(size_t *count) {
    *count = sizeof accurate_stance;
    return accurate_stance;
}
#else
const unsigned char *caucus_accurate_stance_model(size_t *count) {
    *count = 0;
    return NULL;
}
#endif

#if __has_embed("../../Models/gates-en-2/gates-en-2.safetensors")
static const unsigned char accurate_gates[] = {
#embed "../../Models/gates-en-2/gates-en-2.safetensors"
};
const unsigned char *caucus_accurate_gate_model(size_t *count) {
    *count = sizeof accurate_gates;
    return accurate_gates;
}
#else
const unsigned char *caucus_accurate_gate_model(size_t *count) {
    *count = 0;
    return NULL;
}
#endif

#if __has_embed("../../Models/stance-en-2/stance-en-2.texts")
static const unsigned char stance_texts[] = {
#embed "../../Models/stance-en-2/stance-en-2.texts"
};
const unsigned char *caucus_stance_texts(size_t *count) {
    *count = sizeof stance_texts;
    return stance_texts;
}
#else
const unsigned char *caucus_stance_texts(size_t *count) {
    *count = 0;
    return NULL;
}
#endif

#if __has_embed("../../Models/stance-en-3/stance-en-3.texts")
static const unsigned char accurate_stance_texts[] = {
#embed "../../Models/stance-en-3/stance-en-3.texts"
};
const unsigned char *caucus_accurate_stance_texts(size_t *count) {
    *count = sizeof accurate_stance_texts;
    return accurate_stance_texts;
}
#else
const unsigned char *caucus_accurate_stance_texts(size_t *count) {
    *count = 0;
    return NULL;
}
#endif

#if __has_embed("../../Models/sentiment-en-2/sentiment-en-2.texts")
static const unsigned char sentiment_texts[] = {
#embed "../../Models/sentiment-en-2/sentiment-en-2.texts"
};
const unsigned char *caucus_sentiment_texts(size_t *count) {
    *count = sizeof sentiment_texts;
    return sentiment_texts;
}
#else
const unsigned char *caucus_sentiment_texts(size_t *count) {
    *count = 0;
    return NULL;
}
#endif

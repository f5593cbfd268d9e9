# Caucus: `make demo` shows what it does, `make test` checks everything. Both install what is missing.
export SWIFT_BACKTRACE = enable=no

CHECKED = --explicit-target-dependency-import-check error
DEMO = .build/demo
CAUCUS = .build/release/caucus
POLNEAR = ../shared/data/polnear/train.jsonl
LABELED = ../shared/data/quotations/articles.jsonl.gz
LABELS = ../shared/data/quotations/train.jsonl
# Labels of quotations without a word for the leader.
CONTEXT = Corpus/allsides-quotations/context.tsv
NEWSMTSC = ../shared/data/newsmtsc/train.jsonl
DSE = ../shared/data/dse/train.jsonl
# what is tested is optimized (Package.swift says how); FILTER=CommandTests runs some of the tests
TESTED = CAUCUS_TESTED=1
FILTER =
# where `make install` puts the command; packagers stage it under DESTDIR
PREFIX = /usr/local
DESTDIR =
INSTALLED = $(DESTDIR)$(PREFIX)
COMPLETIONS = share/bash-completion/completions/caucus share/zsh/site-functions/_caucus \
    share/fish/vendor_completions.d/caucus.fish

.PHONY: demo test lint build release bindings setup test-python test-spark test-notebooks sample docs clean help
.PHONY: attribution-weights act-weights models model-texts encoder install uninstall wheel sdist dist test-wheel

help:  ## what there is to make
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## */\t/' | expand -t 22

demo: release  ## train on the sample's labels, score its articles, write a report
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(CAUCUS) train Corpus/sample/labels/train.jsonl -o $(DEMO)/model.safetensors
	$(CAUCUS) score Corpus/sample/articles.jsonl --targets Corpus/sample/targets.yaml \
	    --model $(DEMO)/model.safetensors --store $(DEMO)/run.sqlite
	$(CAUCUS) report $(DEMO)/run.sqlite --target "Tomas Adeyar" --model $(DEMO)/model.safetensors \
	    -o $(DEMO)/tomas-adeyar --quiet
	$(CAUCUS) report $(DEMO)/run.sqlite --target "Helen Marwick" --model $(DEMO)/model.safetensors -o $(DEMO)
	@echo
	@echo "the report on Helen Marwick: $(CURDIR)/$(DEMO)/report.html"
	@echo "the report on Tomas Adeyar:  $(CURDIR)/$(DEMO)/tomas-adeyar/report.html"

test: lint build  ## lint, import check, build without warnings, all tests (or those of FILTER=…)
	Corpus/sample/make --check
	Corpus/allsides-quotations/make --check
	$(TESTED) CAUCUS_GENERATED_SECONDS=60 swift test --skip-build $(CHECKED) $(if $(FILTER),--filter $(FILTER))

lint:  setup
	swift format lint --strict -r Package.swift Sources Tests
	python3 -m py_compile Corpus/*/make Corpus/*/strip Sources/Packaging/licences Tests/python/test-wheel
	rm -rf Corpus/*/__pycache__ Sources/Packaging/__pycache__ Tests/python/__pycache__

build: setup
	$(TESTED) swift build --build-tests $(CHECKED)

release: setup
	swift build -c release --product caucus

install: release  ## put caucus on the path, with completions: make install PREFIX=~/.local
	install -d $(addprefix $(INSTALLED)/,bin $(dir $(COMPLETIONS)))
	install -m 755 $(CAUCUS) $(INSTALLED)/bin/caucus
	$(CAUCUS) --generate-completion-script bash > $(INSTALLED)/$(word 1,$(COMPLETIONS))
	$(CAUCUS) --generate-completion-script zsh > $(INSTALLED)/$(word 2,$(COMPLETIONS))
	$(CAUCUS) --generate-completion-script fish > $(INSTALLED)/$(word 3,$(COMPLETIONS))

uninstall:  ## take away what make install put there
	rm -f $(INSTALLED)/bin/caucus $(addprefix $(INSTALLED)/,$(COMPLETIONS))

wheel:  ## a Python wheel that needs neither Swift nor libraries: .build/dist/caucus-*.whl
	Sources/Packaging/wheel

dist:  ## the same as a tarball, for people without Python: .build/dist/caucus-*-linux-*.tar.gz
	Sources/Packaging/tarball

sdist:  ## the sources as pip takes them; they need a Swift toolchain
	Sources/Packaging/wheel sdist

test-wheel: wheel dist sdist  ## install wheel and tarball where nothing else is
	Tests/python/test-wheel

setup:  ## install the libraries that are missing
	@.ci/install

bindings: release
	swift build -c release --product CaucusC

test-python: bindings  ## check the Python package: ruff, mypy, doctests, tests (in .build/python-venv, from PyPI)
	Tests/python/run $(PYTEST)

test-spark: bindings  ## test caucus.spark on local[2] and local-cluster (in .build/spark-venv, from PyPI; needs Java 17)
	Tests/python/run --spark $(PYTEST)

test-notebooks: bindings  ## run the notebooks in an environment of their own
	Tests/python/run-notebooks

sample:  ## make Corpus/sample's files from its sources
	Corpus/sample/make

attribution-weights: setup  ## fit the weights of Sources/CaucusQuotes anew (POLNEAR=, LABELED=, LABELS=)
	@for file in $(POLNEAR) $(LABELED) $(LABELS); do test -r $$file || { \
	    echo "attribution-weights: cannot read $$file; it needs PolNeAR's training articles (POLNEAR)," \
	    "judged quotations (LABELS) and their articles (LABELED), a line each" >&2; exit 1; }; done
	swift run -c release FitAttribution $(POLNEAR) $(LABELED) $(LABELS) Sources/CaucusQuotes

act-weights: setup  ## fit how likely an act is one (LABELED=, LABELS=, CONTEXT=)
	swift run -c release FitModels acts $(LABELED) $(LABELS) $(CONTEXT) Sources/CaucusActs/ActTraits+Weights.swift

models: setup  ## fit the gates, the stance and the tone of Models/ anew (LABELED=, LABELS=, CONTEXT=, NEWSMTSC=)
	@for file in $(LABELED) $(LABELS) $(CONTEXT) $(NEWSMTSC); do test -r $$file || { \
	    echo "models: cannot read $$file; it needs judged quotations (LABELS, CONTEXT), their articles (LABELED) and" \
	    "NewsMTSC's training part (NEWSMTSC), a line each" >&2; exit 1; }; done
	swift run -c release FitModels $(LABELED) $(LABELS) $(CONTEXT) $(NEWSMTSC) Models
	swift build -c release --product caucus
	Models/sentiment-en-2/make $(NEWSMTSC)
	$(MAKE) model-texts

model-texts: setup  ## hash what the models of Models/ learned from (LABELED=, LABELS=, CONTEXT=, NEWSMTSC=, DSE=)
	@for file in $(LABELED) $(LABELS) $(CONTEXT) $(NEWSMTSC) $(DSE); do test -r $$file || { \
	    echo "model-texts: cannot read $$file; it needs judged quotations (LABELS, CONTEXT), their articles (LABELED) and" \
	    "the training parts of NewsMTSC (NEWSMTSC) and DSE (DSE), a line each" >&2; exit 1; }; done
	swift run -c release FitModels texts $(LABELED) $(LABELS) $(CONTEXT) $(NEWSMTSC) $(DSE) Models

# Where checkpoints of the encoder are kept, and the python that has Models/encoder-en-1/requirements.txt.
TUNING = .build/encoder
TUNER = python3

encoder: setup  ## tune the encoder of Models/ anew, an hour or two (DSE=, NEWSMTSC=, LABELED=, LABELS=, TUNER=)
	@for file in $(LABELED) $(LABELS) $(CONTEXT) $(NEWSMTSC) $(DSE); do test -r $$file || { \
	    echo "encoder: cannot read $$file; it needs judged quotations (LABELS, CONTEXT), their articles (LABELED) and" \
	    "the training parts of DSE (DSE) and NewsMTSC (NEWSMTSC), a line each" >&2; exit 1; }; done
	@mkdir -p $(TUNING)
	$(TUNER) Models/encoder-en-1/tune --vocabulary $(TUNING)/vocabulary.txt
	swift run -c release FitModels passages $(LABELED) $(LABELS) $(CONTEXT) $(TUNING)/vocabulary.txt \
	    $(TUNING)/passages.jsonl
	$(TUNER) Models/encoder-en-1/tune $(DSE) $(NEWSMTSC) $(TUNING)/passages.jsonl $(TUNING)

PICTURES = Sources/Caucus/Caucus.docc/Resources

docs: release  ## the reference, as a DocC archive, with pictures of the sample's report where there is Chromium
	$(CAUCUS) report Corpus/sample/articles.jsonl --target "Helen Marwick" --alias "the prime minister" --fast \
	    -o .build/docs-report --force --quiet
	.ci/screenshots .build/docs-report/report.html $(PICTURES)
	swift package generate-documentation --target Caucus --warnings-as-errors

clean:  ## remove what was built
	rm -rf .build

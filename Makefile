# Two commands are enough: "make run" to see the program, "make test" to try it.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# Go keeps its caches at home; where there is none, below .tools/, where Go does not look for packages.
export HOME := $(or $(HOME),$(CURDIR)/.tools/home)

# Fyne's coloured emoji are left out: the desk would hold them in memory six
# times over, 25 MB, and no page can be printed with them. Elsewhere a build
# without the tag does the same with more memory.
export GOFLAGS := -tags=no_emoji

GOLANGCI_VERSION := v2.15.0
LINT := .tools/golangci-lint-$(GOLANGCI_VERSION)

# Where goroutines meet: these are tested under the race detector each time,
# the others, and all at full length, by "make race".
CONCURRENT := ./bulletin/viet ./export/... ./internal/... ./newsroom ./storage ./storage/internal/... ./storage/pages ./storage/picture ./ui/desk

.PHONY: help
help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

.PHONY: run
run: build sample ## build, make a sample drafts file and its PDF, open the desk on it
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ] || [ "$$(uname -s)" != Linux ]; then \
	    exec bin/bantin build/mau.bantin; \
	else \
	    echo "Máy này không có màn hình. Tệp bản thảo mẫu: build/mau.bantin · trang in mẫu: build/mau.pdf · xem lệnh: bin/bantin --help"; \
	    echo "No screen here. Sample drafts file: build/mau.bantin · its pages: build/mau.pdf · commands: bin/bantin --help"; \
	fi

.PHONY: build
build: ## the program, bin/bantin
	@scripts/go-version.sh
	@scripts/system-packages.sh build
	go build -ldflags "-s -w" -o bin/bantin .

# The sample is the user's once it is made: what was changed in it since must
# not keep the desk from opening, so its pages are printed whatever preflight
# says of them (build/mau.txt).
.PHONY: sample
sample: build ## build/mau.bantin (only if absent) and build/mau.pdf
	@mkdir -p build
	@[ -e build/mau.bantin ] || bin/bantin sample build/mau.bantin
	@issue=$$(bin/bantin issue list build/mau.bantin --json | sed -n 's/^ *"id": "\(.*\)",/\1/p' | head -n 1); \
	[ -z "$$issue" ] || bin/bantin export build/mau.bantin --issue "$$issue" --force -o build/mau.pdf 2>build/mau.txt || cat build/mau.txt

.PHONY: test
test: test-tools ## everything that is tested, the real window too
	go vet ./...
	go test -timeout 30m ./...
	go test -race -short -timeout 60m $(CONCURRENT)

.PHONY: race
race: test-tools ## every test under the race detector, the window too (slow)
	go test -race -timeout 60m ./...

.PHONY: screens
screens: test-tools ## every screen as a picture, in build/screens: both languages, light and dark, three sizes
	BANTIN_SCREENS=$(CURDIR)/build/screens go test -timeout 60m -count=1 -run TestEveryScreenStandsInItsWindow ./ui

.PHONY: test-tools
test-tools:
	@scripts/go-version.sh
	@scripts/system-packages.sh build test

.PHONY: lint
lint: $(LINT) ## arrows between packages, formatting, docstrings, licences, other systems
	@scripts/system-packages.sh build
	$(LINT) run ./...
	@scripts/lint-arrows-test.sh $(LINT)
	@scripts/licences-test.sh
	@scripts/vet-systems.sh

# The name holds the version, so that another one is fetched anew.
$(LINT):
	@scripts/go-version.sh
	GOBIN=$(CURDIR)/.tools go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_VERSION)
	@mv .tools/golangci-lint $@

.PHONY: bench
bench: test-tools ## import, save, lists, layout, paint: time and memory
	go test -run '^$$' -bench . -benchmem ./...

.PHONY: bench-c
bench-c: ## saving, lists and search against SQLite's C library (needs a C compiler)
	cd storage/benchc && go test -tags sqlite_fts5 -bench .

.PHONY: bench-peers
bench-peers: build ## a whole issue beside Typst, LuaLaTeX and LibreOffice (docs/peers.md); RUNS=5
	scripts/bench-peers.sh $(RUNS)

.PHONY: bench-start
bench-start: build ## the start with 10,000 articles beside that of LibreOffice Writer (docs/peers.md); RUNS=7
	scripts/bench-start.sh $(RUNS)

.PHONY: torture
torture: test-tools ## kills, power cuts, damaged files, random merges: at full length (hours)
	BANTIN_TORTURE=1 go test -v -count 1 -timeout 24h $$(grep -rl --include='*_test.go' BANTIN_TORTURE . | xargs -n 1 dirname | sort -u)

.PHONY: random
random: test-tools ## the properties of page make-up with issues that were never drawn before; CHECKS=1000
	BANTIN_RANDOM=1 go test -count 1 -timeout 5h ./export/layout -rapid.checks=$(or $(CHECKS),1000)

.PHONY: fuzz
fuzz: ## every fuzz target for a little while; FUZZTIME=10m for longer
	scripts/fuzz.sh $(or $(FUZZTIME),10s)

.PHONY: clean
clean: ## remove what was built, the sample too
	rm -rf bin build

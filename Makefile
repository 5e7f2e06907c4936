# Nhịp Cầu: `make run` opens the window, `make test` runs the tests. Both need only Go, git and make beforehand.

# A recipe's pipe fails with any of its parts.
SHELL := /bin/bash -o pipefail

# Go often lies in /usr/local/go and not on the PATH, above all under sudo.
export PATH := $(PATH):/usr/local/go/bin
VERSION := $(shell sed -n 's/^Version = "\(.*\)"/\1/p' FyneApp.toml)

# The window: migrated_fynedo says that we call Fyne from its own goroutine only, which makes it faster; no_emoji leaves
# out 4 MB of emoji font, which holds no Vietnamese letter.
WINDOW := -tags migrated_fynedo,no_emoji
# Everything without cgo, hence without a compiler: Fyne draws into memory (tag ci). Tests and the command line use it.
HEADLESS := -tags ci,migrated_fynedo
# The revision is left out because git refuses to name it in a folder that another user owns, and the build with it.
BUILD := go build -buildvcs=false -ldflags "-X main.version=$(VERSION)"

GOLANGCI := build/bin/golangci-lint-v2.15.0

.PHONY: run demo build headless test histories mutants second-reader age-trial pdf-trial word-trial race journey lint bench shots windows torture torture-short torture-programs reliability syncthing-trial print-trial clean window-needs compiler

ifeq ($(DISPLAY)$(WAYLAND_DISPLAY),)
run:
	@echo "There is no display here (DISPLAY and WAYLAND_DISPLAY are empty), so the window can't open."
	@echo "Running the demonstration, which does the main job without it: nhipcau demo --out build/demo"
	@$(MAKE) --no-print-directory demo
else
run: build
	build/nhipcau
endif

# The demonstration starts over each time. It needs no compiler, as it takes the build without a window.
demo: headless
	@rm -rf build/demo
	build/nhipcau-headless demo --out build/demo

build: window-needs
	@echo "Building the window; the first time takes some minutes"
	CGO_ENABLED=1 $(BUILD) $(WINDOW) -o build/nhipcau .

headless:
	@echo "Building without a window; the first time takes some minutes"
	CGO_ENABLED=0 $(BUILD) $(HEADLESS) -o build/nhipcau-headless .

test:
	CGO_ENABLED=0 go test $(HEADLESS) ./...

# Histories of offices that exchange bundles, drawn anew each time, against an oracle that knows no merge rule. A bad one is
# made small and written down as a seed.
HISTORIES ?= 20000
histories:
	CGO_ENABLED=0 go test $(HEADLESS) -count=1 -v -run '^TestHistories$$' ./app/merge -rapid.checks=$(HISTORIES)

# Breaks one rule of the exchange at a time and demands that its test fails.
mutants:
	CGO_ENABLED=0 go run $(HEADLESS) ./app/merge/mutants

# Compares docs/merge-bundles.py, which follows docs/bundle-format.md, with ours. It needs Python.
second-reader:
	@command -v python3 >/dev/null || .ci/need python3
	CGO_ENABLED=0 go test $(HEADLESS),python -count=1 -v -run '^TestSecondReader' ./app/bundle

# The age tool of the system opens what we seal, and we what it seals.
age-trial:
	@.ci/need age bsdutils
	CGO_ENABLED=0 go test $(HEADLESS),age -count=1 -run '^TestAgeTool$$' ./app/command

# Reads the PDF of every paper with other programs: fonts, text in reading order, places of words.
pdf-trial:
	@.ci/need poppler-utils qpdf
	CGO_ENABLED=0 go test $(HEADLESS),poppler -count=1 -run '^TestPoppler' ./app/papers

# Converts Word files of ours with LibreOffice and compares pages and lines with our own PDF. A LibreOffice that is there
# already serves too. NHIPCAU_TRIAL=DIR keeps the files.
word-trial:
	@.ci/need poppler-utils
	@command -v soffice >/dev/null || .ci/need libreoffice-writer-nogui
	CGO_ENABLED=0 go test $(HEADLESS),office -count=1 -v -timeout 10m -run '^TestOffice' ./app/paper/word

# The race detector needs cgo. The core is where goroutines meet; the window has one of its own.
race: compiler
	CGO_ENABLED=1 go test -race -timeout 24m $(HEADLESS) ./app/... ./storage/...

# The journey drives the real window on a screen of its own, so that it does not depend on whose desktop this is.
journey: window-needs
	@.ci/need xvfb xauth
	@mkdir -p build
	LIBGL_ALWAYS_SOFTWARE=1 CGO_ENABLED=1 xvfb-run -a -s "-screen 0 1366x768x24" \
		go test -v -count=1 $(WINDOW),journey ./ui/journey/... | tee build/journey.log
	@grep -q "^--- PASS" build/journey.log || { echo "The journey ran no test" >&2; exit 1; }

lint: $(GOLANGCI)
	CGO_ENABLED=0 $(GOLANGCI) run ./...

$(GOLANGCI):
	@echo "Building golangci-lint; the first time takes some minutes"
	GOBIN=$(CURDIR)/build/bin go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
	mv build/bin/golangci-lint $@

# Every benchmark stands beside its reference, and a figure counts only together with it. The last line measures whole
# processes: in a window on a screen of its own, and beside LibreOffice. A LibreOffice that is there already serves too.
bench: build
	@.ci/need xvfb fonts-liberation
	@command -v soffice >/dev/null || .ci/need libreoffice-writer-nogui
	CGO_ENABLED=0 go test $(HEADLESS) -run '^$$' -bench . -benchmem ./...
	CGO_ENABLED=1 go build -buildvcs=false $(WINDOW) -o build/measure/ ./ui/journey/measure/empty ./ui/journey/measure/office
	CGO_ENABLED=0 go test $(HEADLESS),journey -timeout 30m -run '^$$' -bench . -benchtime 5x ./ui/journey/measure

# Three offices exchange through a folder that two real instances of Syncthing carry, on this computer only.
syncthing-trial:
	@.ci/need syncthing
	@mkdir -p build
	CGO_ENABLED=0 go test $(HEADLESS),syncthing -v -count=1 -timeout 10m -run '^TestSyncthing$$' ./app/folder | tee build/syncthing-trial.log
	@grep -q "^--- PASS" build/syncthing-trial.log || { echo "The trial ran no test" >&2; exit 1; }

# Prints on a real CUPS of its own, whose queue leads to a simulator of an IPP printer, and through a print portal; the Windows
# build prints there too, under Wine. It takes two minutes.
print-trial:
	@.ci/need cups-daemon cups-client cups-filters cups-ipp-utils dbus poppler-utils
	@mkdir -p build
	CGO_ENABLED=0 GOOS=windows go test -c -o build/printing-test.exe $(HEADLESS) ./app/printing
	CGO_ENABLED=0 go test $(HEADLESS),printtrial -v -count=1 -timeout 10m -run '^TestPrintTrial$$' ./app/printing | tee build/print-trial.log
	@grep -q "^--- PASS" build/print-trial.log || { echo "The trial ran no test" >&2; exit 1; }

# A PNG of every page in both themes and two sizes, drawn without a display.
shots:
	CGO_ENABLED=0 go run -buildvcs=false $(HEADLESS) ./ui/shots --out build/shots

windows:
	VERSION=$(VERSION) .ci/windows

# Kills, power cuts, damage, full disks: each trial is appended to docs/reliability.jsonl, which is where
# docs/reliability.md comes from. Cutting the power needs root.
TORTURE_MINUTES ?= 20
TORTURE := build/torture/torture
torture: torture-programs
	@.ci/need xvfb xauth procps e2fsprogs
	xvfb-run -a $(TORTURE) --minutes $(TORTURE_MINUTES) --log docs/reliability.jsonl --commit "$$(git describe --always --dirty)" \
		--no-msync $(TORTURE)-no-msync --windows $(TORTURE).exe
	@$(MAKE) --no-print-directory reliability

# The short form of CI writes nothing down.
torture-short:
	CGO_ENABLED=0 go build $(HEADLESS) -o $(TORTURE) ./storage/torture
	.ci/no-msync $(TORTURE)-no-msync
	$(TORTURE) --minutes 2 --no-msync $(TORTURE)-no-msync

torture-programs:
	CGO_ENABLED=0 go build $(HEADLESS) -o $(TORTURE) ./storage/torture
	.ci/no-msync $(TORTURE)-no-msync
	CGO_ENABLED=0 GOOS=windows go build $(HEADLESS) -o $(TORTURE).exe ./storage/torture

reliability:
	CGO_ENABLED=0 go run $(HEADLESS) ./storage/torture --log docs/reliability.jsonl --report docs/reliability.md

clean:
	rm -rf build dist

window-needs: compiler
	@pkg-config --exists gl x11 xcursor xrandr xinerama xi xxf86vm 2>/dev/null || .ci/need pkg-config \
		libgl-dev libx11-dev libxcursor-dev libxrandr-dev libxinerama-dev libxi-dev libxxf86vm-dev

compiler:
	@command -v gcc >/dev/null || .ci/need gcc libc6-dev

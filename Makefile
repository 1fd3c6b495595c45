# The common tasks. `make demo`, `make test` and `make bench` install what they need on Debian 12; Swift 6 must be there.
.PHONY: demo build install deb graph test snapshots docs torture fuzz torture-pull torture-file bench year lint format clean

BINARY = .build/release/tenure
VENV = .venv
BENCH_VENV = .venv-bench
PREFIX = /usr/local
# More for `make bench`: --big, --quick, --users N, --work DIR, --only SECTION (Benchmarks/README.md)
OPTIONS =
JUNE = 2026-06-30T22:00:00Z
JULY = 2026-07-31T22:00:00Z

demo: build
	rm -rf out/demo.sqlite
	mkdir -p out
	@$(BINARY) import Samples/contoso/2026-06 --observed-at $(JUNE) --db out/demo.sqlite | tail -n 1
	@$(BINARY) import Samples/contoso/2026-07 --observed-at $(JULY) --db out/demo.sqlite | tail -n 1
	$(BINARY) report --db out/demo.sqlite --as-of 2026-07-31 --generated-at 2026-08-01T06:00:00Z --out out
	@echo
	@echo "Look at out/index.html in a browser, out/tenure.xlsx in a spreadsheet, out/access.json with jq."
	@echo "The stories behind the rows are told in Samples/contoso/README.md. One of them:"
	@$(BINARY) explain "Mira Castellan" --db out/demo.sqlite --as-of 2026-07-31

build:
	tools/install-packages build
	swift build -c release --static-swift-stdlib --product tenure

# What `make build` made, with reports, samples, man page and completions: PREFIX=/opt/tenure, DESTDIR=… for packagers.
install:
	tools/install $(BINARY) $(PREFIX) $(DESTDIR)

# A package for Debian 12 in out/; MAINTAINER="Name <address>" says who answers for it.
deb: build
	tools/install-packages deb
	MAINTAINER="$(MAINTAINER)" tools/make-deb $(BINARY) out

# A Graph that serves the sample, to try `tenure pull` on without a tenant; ends with Ctrl-C.
graph:
	tools/install-packages build
	swift build --product graph-server
	@echo "In another terminal:"
	@echo "  export AZURE_TENANT_ID=11111111-2222-4333-8444-555555555555"
	@echo "  export AZURE_CLIENT_ID=66666666-7777-4888-9999-aaaaaaaaaaaa AZURE_CLIENT_SECRET=sample"
	@echo "  export AZURE_AUTHORITY_HOST=http://127.0.0.1:8080"
	@echo "  tenure pull --graph http://127.0.0.1:8080 --to out/capture --db out/pulled.sqlite"
	.build/debug/graph-server Samples/contoso/2026-07 --port 8080 --secret sample

test: $(VENV)/ready
	tools/install-packages test
	swift format lint --strict --recursive Package.swift Sources Tests Plugins
	swift build --build-tests
	swift test --skip-build --disable-xctest
	TENURE=.build/debug/tenure $(VENV)/bin/python Tests/Python/run.py

# Writes the reports on the sample anew, in every format, as the tests compare them. Read the difference.
snapshots: $(VENV)/ready
	swift build
	TENURE=.build/debug/tenure $(VENV)/bin/python Tests/Python/snapshots.py

# Writes anew what is made from the code: docs/entities.md, docs/views.md, docs/reports.md, new lines of docs/columns.txt.
docs:
	swift build
	TENURE=.build/debug/tenure python3 tools/write-docs

# 1,000 kills and 100 full disks; as root, for the small disks. TORTURE="--kills 50" and the like.
torture: build
	python3 Tests/Torture/torture.py --binary $(BINARY) $(TORTURE)

# A pull of 20,000 users through throttling, faults and cut connections gives the rows of their files.
USERS = 20000
torture-pull: build
	swift build -c release --product graph-server
	python3 Tests/Torture/pull.py --tenure $(BINARY) --server .build/release/graph-server --users $(USERS) $(TORTURE)

# One JSON file of so many GB, plain and packed, in bounded memory.
SIZE = 2
torture-file: build
	python3 Tests/Torture/large_file.py --tenure $(BINARY) --size $(SIZE) $(TORTURE)

# An hour of libFuzzer's inputs to the import: FUZZ="x.json 60 Samples/contoso/2026-07" and the like; a name that ends
# with .csdl is read as Graph's metadata: FUZZ="x.csdl 60 Tests/Fuzzing/seeds".
FUZZ = x.json 3600 Samples/contoso/2026-07
fuzz:
	tools/install-packages build
	FUZZ_LIBRARIES="-lsimdjson -lz -lsqlite3 -larchive -lxml2" Tests/Fuzzing/fuzz $(FUZZ)

$(VENV)/ready: Tests/Python/requirements.txt
	tools/install-packages test
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --requirement Tests/Python/requirements.txt
	touch $@

bench: build $(BENCH_VENV)/ready
	tools/install-packages bench
	$(MAKE) -C Benchmarks/limit
	python3 Benchmarks/run.py --tenure $(BINARY) --python $(BENCH_VENV)/bin/python $(OPTIONS)

# A year of nights, with sign-in times that change and without: OPTIONS='--work DIR', more in Benchmarks/README.md.
# Hours; after an interruption the same command goes on.
year: build $(BENCH_VENV)/ready
	$(BENCH_VENV)/bin/python Benchmarks/year.py --tenure $(BINARY) $(OPTIONS)
	$(BENCH_VENV)/bin/python Benchmarks/year.py --tenure $(BINARY) $(OPTIONS) --no-sign-ins

$(BENCH_VENV)/ready: Benchmarks/requirements.txt
	tools/install-packages bench
	python3 -m venv $(BENCH_VENV)
	$(BENCH_VENV)/bin/pip install --quiet --requirement Benchmarks/requirements.txt
	touch $@

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Plugins

format:
	swift format --in-place --recursive Package.swift Sources Tests Plugins

clean:
	rm -rf .build out $(VENV) $(BENCH_VENV)

"""What the figures were measured on, and with which versions."""

import os
import platform
import sqlite3
import subprocess


def _first(command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "not there"
    lines = (done.stdout or done.stderr).strip().splitlines()
    return lines[0] if lines else ""


def _value(path, name):
    with open(path, encoding="utf-8") as file:
        return next((line.partition(":")[2].strip() for line in file if line.startswith(name)), "unknown")


def describe(tenure, python):
    """(what, value) of the machine and of everything that took part."""
    memory = int(_value("/proc/meminfo", "MemTotal").split()[0])
    yield "processor", f"{_value('/proc/cpuinfo', 'model name')}, {os.cpu_count()} cores"
    yield "memory", f"{memory / 1024 / 1024:.0f} GB"
    yield "system", f"{_value_of_os()}, Linux {platform.release()}"
    yield "load before the run", " ".join(f"{load:.2f}" for load in os.getloadavg())
    yield "tenure", _first([tenure, "--version"])
    yield "C++", f"{_first(['g++', '--version'])}, -O3"
    yield "simdjson", _first(["dpkg-query", "-W", "-f", "${Version}", "libsimdjson-dev"])
    yield "SQLite", f"{_first(['sqlite3', '--version']).split()[0]} (CLI), {sqlite3.sqlite_version} (library)"
    yield "Python", platform.python_version()
    packages = _versions(python)
    yield "from PyPI", ", ".join(packages) if packages else "not there"


def _value_of_os():
    with open("/etc/os-release", encoding="utf-8") as file:
        return next((line.partition("=")[2].strip().strip('"') for line in file if line.startswith("PRETTY_NAME=")), "")


def _versions(python):
    try:
        done = subprocess.run([python, "-m", "pip", "freeze"], capture_output=True, text=True)
    except OSError:
        return []
    wanted = ("duckdb", "jinja2", "orjson", "playwright", "roadlib", "roadrecon", "sqlalchemy", "sqlite-utils", "xlsxwriter")
    return [line.replace("==", " ") for line in done.stdout.splitlines() if line.partition("==")[0].lower() in wanted]

"""A Graph that runs here, as a process of its own, and pulls from it."""

import json
import os
import pathlib
import signal
import subprocess

from support import ROOT, TENURE

SERVER = TENURE.parent / "graph-server"
SECRET = "s3cr3t~of.the-python-tests"
TENANT = "11111111-2222-4333-8444-555555555555"
CLIENT = "66666666-7777-4888-9999-aaaaaaaaaaaa"


class GraphServer:
    """Serves a folder of exports while the `with` lasts."""

    def __init__(self, folder, log, *arguments, port=0):
        self.command = [SERVER, folder, "--secret", SECRET, "--log", log, "--port", str(port), *arguments]
        self.log = pathlib.Path(log)

    def __enter__(self):
        self.process = subprocess.Popen([str(part) for part in self.command], stdout=subprocess.PIPE, text=True)
        self.root = self.process.stdout.readline().split()[0]
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def change(self):
        """The tenant becomes what stands in the folder that --then told."""
        self.process.send_signal(signal.SIGUSR1)
        assert self.process.stdout.readline() == "changed\n"

    @property
    def requests(self):
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    @property
    def environment(self):
        return {
            **os.environ,
            "AZURE_TENANT_ID": TENANT,
            "AZURE_CLIENT_ID": CLIENT,
            "AZURE_CLIENT_SECRET": SECRET,
            "AZURE_AUTHORITY_HOST": self.root,
        }

    def start(self, *arguments, **environment):
        """A command that speaks to this Graph."""
        return subprocess.Popen(
            [str(TENURE), *map(str, arguments), "--graph", self.root],
            env={**self.environment, **environment}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self, *arguments, expect=0, **environment):
        process = self.start(*arguments, **environment)
        out, err = process.communicate(timeout=600)
        if process.returncode != expect:
            raise AssertionError(f"exit {process.returncode}: {arguments}\n{out}\n{err}")
        return out, err


def sample(month):
    return ROOT / "Samples/contoso" / month

"""A configuration of `tenure run` in a folder of its own."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from graph_server import CLIENT, SECRET, TENANT, sample
from support import TENURE

APPROVALS = "identityGovernance/entitlementManagement/accessPackageAssignmentApprovals"


class Nightly(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()
        self.exports = self.folder / "exports"
        shutil.copytree(sample("2026-07"), self.exports)
        self.config = self.folder / "tenure.yaml"

    def without_approvals(self):
        """What an application may read."""
        shutil.rmtree(self.exports / APPROVALS)

    def write(self, *lines, sources="  - import: exports", reports="[access]", packs=""):
        """A small run, with these lines besides."""
        self.config.write_text("\n".join([
            "database: state/tenure.sqlite", "sources:", sources, "packs:", "  to: packs", "  formats: [csv]", packs,
            f"reports: {reports}", *lines, ""]))

    def pulling(self, server, secret=SECRET):
        """The source of a pull from a Graph that runs here."""
        file = self.folder / "client-secret"
        file.write_text(secret + "\n")
        file.chmod(0o640)
        return "\n".join([
            "  - pull:", "      to: captures", f"      tenant: {TENANT}", f"      client: {CLIENT}",
            "      secretFile: client-secret", f"      authority: {server.root}", f"      graph: {server.root}"])

    def start(self, *arguments, **environment):
        return subprocess.Popen(
            [str(TENURE), "run", "--config", str(self.config), *map(str, arguments)],
            env={**os.environ, **environment}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run_once(self, *arguments, expect=0, **environment):
        process = self.start(*arguments, **environment)
        out, err = process.communicate(timeout=300)
        self.assertEqual(process.returncode, expect, out + err)
        return out, err

    def packs(self):
        return sorted(path.name for path in (self.folder / "packs").glob("2*"))

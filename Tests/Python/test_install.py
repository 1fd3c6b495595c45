"""What `make install` and `make deb` bring, and the package in a clean root."""

import gzip
import hashlib
import os
import pathlib
import re
import shutil
import stat
import subprocess
import tempfile
import unittest

from clean_root import CleanRoot, needs
from support import ROOT, TENURE, read_csv


def run(*command, expect=0, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=300, **options)
    if done.returncode != expect:
        raise AssertionError(f"exit {done.returncode}: {command}\n{done.stdout}\n{done.stderr}")
    return done


def commands():
    """Every command, as help lists them."""
    return re.findall(r"(?m)^  ([a-z]+) {2,}", run(TENURE, "--help").stdout.split("SUBCOMMANDS:")[1])


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        run("make", "install", f"BINARY={TENURE}", "PREFIX=/opt/tenure", f"DESTDIR={cls.folder}", cwd=ROOT)
        cls.prefix = cls.folder / "opt/tenure"

    def test_it_runs_from_there_with_its_reports(self):
        where = self.folder / "elsewhere"
        where.mkdir()
        program = self.prefix / "bin/tenure"
        self.assertEqual(run(program, "--version").stdout, run(TENURE, "--version").stdout)
        sample = self.prefix / "share/tenure/Samples/contoso/2026-07"
        run(program, "import", sample, "--db", "a.sqlite", cwd=where)
        # A report that lies beside the program is found.
        report = (self.prefix / "share/tenure/reports/expiring.yaml")
        (report.parent / "mine.yaml").write_text(report.read_text())
        run(program, "report", "mine", "--db", "a.sqlite", "--format", "csv", cwd=where)
        self.assertTrue(read_csv(where / "out/mine-endless.csv"))

    def test_everybody_may_read_what_is_installed(self):
        for path in self.prefix.rglob("*"):
            self.assertEqual(path.stat().st_mode & 0o044, 0o044, path)
            self.assertEqual(path.stat().st_mode & 0o022, 0, path)
        for folder in ("reports", "templates", "Samples"):
            for path in (ROOT / folder).rglob("*"):
                if path.is_file() and "__pycache__" not in path.parts:
                    there = self.prefix / "share/tenure" / path.relative_to(ROOT)
                    self.assertEqual(there.read_bytes(), path.read_bytes())

    @unittest.skipUnless(shutil.which("man"), "needs man")
    def test_the_man_page_has_every_command_and_no_faults(self):
        page = self.prefix / "share/man/man1/tenure.1.gz"
        done = run("man", "--warnings", "-E", "UTF-8", "-l", "-P", "cat", page, env={**os.environ, "MANWIDTH": "100"})
        self.assertEqual(done.stderr, "")
        text = re.sub(r".\x08", "", done.stdout)
        for command in commands():
            self.assertRegex(text, rf"(?m)^   tenure {command}$")
        self.assertRegex(text, r"(?m)^       tenure run \[options\] --config <file>$")
        self.assertIn("tenure import exports/2026-06 --observed-at 2026-06-30T22:00:00Z\n", text)
        self.assertRegex(text, r"(?ms)^EXIT STATUS\n.*^       3 +Done, but something is incomplete")

    def test_bash_completes_commands_and_options(self):
        script = self.prefix / "share/bash-completion/completions/tenure"
        asked = f'source {script}; COMP_WORDS=(tenure %s); COMP_CWORD=%d; _tenure tenure %s; printf "%%s\\n" "${{COMPREPLY[@]}}"'
        done = run("bash", "-c", asked % ("re", 1, "re"))
        self.assertIn("report", done.stdout.split())
        done = run("bash", "-c", asked % ("run --che", 2, "--che"))
        self.assertEqual(done.stdout.split(), ["--check"])

    def test_the_other_shells_read_their_completions(self):
        for shell, path in (("zsh", "zsh/site-functions/_tenure"), ("fish", "fish/vendor_completions.d/tenure.fish")):
            text = (self.prefix / "share" / path).read_text()
            for command in commands():
                self.assertIn(command, text)
            if shutil.which(shell):
                run(shell, "-n", self.prefix / "share" / path)


@unittest.skipUnless(shutil.which("dpkg-shlibdeps"), "needs Debian's dpkg-dev")
class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        made = run(ROOT / "tools/make-deb", TENURE, cls.folder, env={
            **os.environ, "COMPRESSION": "none", "MAINTAINER": "Ann Lee <ann.lee@contoso.example>"})
        cls.deb = pathlib.Path(made.stdout.strip())

    def field(self, name):
        return run("dpkg-deb", "--field", self.deb, name).stdout.strip()

    def test_it_says_what_it_is(self):
        version = run(TENURE, "--version").stdout.strip()
        self.assertEqual(self.deb.name, f"tenure_{version}_{self.field('Architecture')}.deb")
        self.assertEqual(self.field("Version"), version)
        self.assertEqual(self.field("Maintainer"), "Ann Lee <ann.lee@contoso.example>")
        depends = [alternatives[0] for alternatives in needs(self.field("Depends"))]
        for package in ("libc6", "libsqlite3-0", "libsimdjson14", "libxml2", "libxlsxwriter4", "libcurl4"):
            self.assertIn(package, depends)

    def test_its_files_are_whole_and_belong_to_root(self):
        control, tree = self.folder / "control", self.folder / "tree"
        run("dpkg-deb", "--control", self.deb, control)
        run("dpkg-deb", "--extract", self.deb, tree)
        sums = dict(reversed(line.split("  ", 1)) for line in (control / "md5sums").read_text().splitlines())
        files = {path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()}
        self.assertEqual(set(sums) | {"etc/tenure/tenure.yaml"}, files)
        for name, digest in sums.items():
            self.assertEqual(hashlib.md5((tree / name).read_bytes()).hexdigest(), digest)
        self.assertEqual((control / "conffiles").read_text(), "/etc/tenure/tenure.yaml\n")
        for line in run("dpkg-deb", "--contents", self.deb).stdout.splitlines():
            self.assertRegex(line, r"^[-d]rw[-x]r-[-x]r-[-x] root/root ")
        changes = gzip.decompress((tree / "usr/share/doc/tenure/changelog.gz").read_bytes()).decode()
        run("dpkg-parsechangelog", "-l", "-", input=changes)
        self.assertIn("  * `tenure import`: ", changes)
        for script in ("postinst", "prerm", "postrm"):
            self.assertTrue((control / script).stat().st_mode & stat.S_IXUSR)

    def test_the_same_sources_give_the_same_package(self):
        again = run(ROOT / "tools/make-deb", TENURE, self.folder / "again", env={
            **os.environ, "COMPRESSION": "none", "MAINTAINER": "Ann Lee <ann.lee@contoso.example>", "TZ": "Asia/Tokyo"})
        self.assertEqual(pathlib.Path(again.stdout.strip()).read_bytes(), self.deb.read_bytes())

    @unittest.skipUnless(os.geteuid() == 0, "needs root")
    def test_in_a_clean_root_it_is_installed_and_runs(self):
        depends = [alternatives[0] for alternatives in needs(self.field("Depends"))]
        root = CleanRoot(self.folder / "root", depends)
        # A program of a debug build needs Swift's own libraries, too, where it was built.
        for library in re.findall(r"=> (/\S+)", run("ldd", TENURE).stdout):
            if not library.startswith(("/lib", "/usr/lib")):
                root.take(library)
        self.assertFalse(any((root.path / place).exists() for place in ("usr/bin/python3", "usr/bin/swift", "etc/cron.d")))
        done = root.dpkg("--install", self.deb)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

        config = root.path / "etc/tenure/tenure.yaml"
        self.assertEqual(config.read_text(), (ROOT / "Samples/tenure.yaml").read_text())
        config.write_text("""
            database: /var/lib/tenure/tenure.sqlite
            sources: [import: /usr/share/tenure/Samples/contoso/2026-07]
            packs: {to: /var/lib/tenure/packs}
            """)
        done = root.run("tenure", "run", "--config", "/etc/tenure/tenure.yaml", user="tenure")
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        self.assertRegex(done.stdout, r"^\S+ complete; ")
        latest = root.path / "var/lib/tenure/packs" / os.readlink(root.path / "var/lib/tenure/packs/latest")
        self.assertTrue(read_csv(latest / "access.csv"))
        user = next(line for line in (root.path / "etc/passwd").read_text().splitlines() if line.startswith("tenure:"))
        owner = (root.path / "var/lib/tenure").stat()
        self.assertEqual((str(owner.st_uid), owner.st_mode & 0o777), (user.split(":")[2], 0o700))

        # What was changed in the configuration stays, also with a new version; data stay with a purge, too.
        changed = config.read_text()
        self.assertEqual(root.dpkg("--install", self.deb).returncode, 0)
        self.assertEqual(config.read_text(), changed)
        done = root.dpkg("--purge", "tenure")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("/var/lib/tenure is left", done.stderr)
        self.assertFalse(config.exists() or (root.path / "usr/bin/tenure").exists())
        self.assertTrue((latest / "access.csv").exists())

    @unittest.skipUnless(os.geteuid() == 0, "needs root")
    def test_without_what_it_needs_it_is_not_installed(self):
        root = CleanRoot(self.folder / "bare", [])
        done = root.dpkg("--install", self.deb)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("tenure depends on libsimdjson14", done.stderr)


if __name__ == "__main__":
    unittest.main()

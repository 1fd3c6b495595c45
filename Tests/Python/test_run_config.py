"""The configuration of `tenure run` is checked as a whole before anything begins."""

import re
import unittest

from nightly import Nightly
from support import ROOT

# Made up, of the form that Entra gives client secrets.
CLIENT_SECRET = "Qx18Q~" + "abcdefghijklmnopqrstuvwxyz0123456_"
TOKEN = "eyJ0eXAiOiJKV1QifQ" + ".eyJzdWIiOiIxIn0.c2ln"


class Config(Nightly):
    def faults(self, text, secrets=()):
        """What is said, without the file's name: line, key and problem."""
        self.config.write_text(text)
        out, err = self.run_once(expect=2)
        self.assertEqual(out, "")
        for secret in secrets:
            self.assertNotIn(secret, err)
        self.assertFalse((self.folder / "state").exists())
        prefix = f"error: {self.config}:"
        return [line.removeprefix(prefix) for line in err.splitlines()]

    def test_all_faults_are_said_in_one_go_with_line_and_key(self):
        said = self.faults("\n".join([
            "database: state",
            "colour: red",
            "sources:",
            "  - pull:",
            "      collections: [users, userz]",
            "      signIn: device-code",
            "      graph: http://graph.example",
            "  - import: nowhere",
            "  - {}",
            "packs:",
            "  keep: 0",
            "  formats: [csv, pdf]",
            "  pageRows: many",
            "reports:",
            "  - packk",
            "  - {name: packet}",
            "  - {name: expiring, set: {within: soon, scope: all}}",
            "accept: [approvals]",
            "hooks:",
            "  - touch {folder}",
            "  - [touch, x]",
            "  - {command: [/bin/true], timeout: 1month}",
            "keepCaptures: forever",
            "metrics: tenure.txt",
        ]))
        expected = [
            (2, "colour", "unknown key; known are: database, sources"),
            (5, "sources[0].pull", 'the key "to" is missing'),
            (5, "sources[0].pull.collections[1]", '"userz" is no collection'),
            (6, "sources[0].pull.signIn", "nobody is there at night"),
            (7, "sources[0].pull.graph", "graph.example: plain http"),
            (8, "sources[1].import", "there is no such file or folder"),
            (9, "sources[2]", 'a source is either "pull" or "import"'),
            (11, "packs", 'the key "to" is missing'),
            (11, "packs.keep", "at least 1 is kept"),
            (12, "packs.formats[1]", '"pdf" is none of: html, csv'),
            (13, "packs.pageRows", "a whole number is expected here"),
            (15, "reports[0]", 'no report is called "packk"; there are: pack, overview'),
            (16, "reports[1]", 'the parameter "reviewer" must be set'),
            (17, "reports[2].set.within", '"soon" is no duration such as P30D'),
            (17, "reports[2].set.scope", "say it with scope"),
            (18, "accept[0]", "nothing that is imported is called so; `tenure entities` lists"),
            (20, "hooks[0]", "a list of arguments is expected here"),
            (21, "hooks[1][0]", "the program is named by its whole path"),
            (22, "hooks[2].timeout", "months have no fixed length"),
            (23, "keepCaptures", "a time is expected here"),
            (24, "metrics", "the collector reads files whose names end with .prom"),
        ]
        self.assertEqual(len(said), len(expected), "\n".join(said))
        for (line, key, problem), text in zip(expected, said):
            self.assertTrue(text.startswith(f"{line}: {key}: {problem}"), text)

    def test_a_secret_is_an_error_that_does_not_print_it(self):
        said = self.faults("\n".join([
            "database: state/tenure.sqlite",
            "sources:",
            "  - pull:",
            "      to: captures",
            "      clientSecret: hunter2",
            f"      secretFile: {CLIENT_SECRET}",
            f"      signIn: {TOKEN}",
            "      authority: https://me:hunter3@login.example",
            "  - import: 'https://store.example/export?sv=1&sig=hunter4'",
            "packs: {to: packs}",
            "reports:",
            f"  - {CLIENT_SECRET}",
            "hooks:",
            "  - [/bin/true, --password=hunter5]",
            f"{TOKEN}: x",
            "passwords: [hunter6]",
        ]), secrets=["hunter", CLIENT_SECRET, TOKEN])
        lines = [text.split(":")[0] for text in said if "a secret has no place in this file" in text]
        self.assertEqual(lines, ["1", "5", "6", "7", "8", "9", "12", "14", "16"])

    def test_a_secret_in_place_of_the_name_of_its_file_is_not_printed(self):
        said = self.faults("\n".join([
            "database: state/tenure.sqlite", "sources:", "  - pull: {to: captures, secretFile: hunter2}",
            "packs: {to: packs}"]), secrets=["hunter2"])
        self.assertEqual(said, ["3: sources[0].pull.secretFile: the file that holds the secret is not there"])

    def test_a_secret_that_everybody_can_read_is_refused(self):
        secret = self.folder / "secret"
        secret.write_text("hunter2\n")
        text = "\n".join(["database: state/tenure.sqlite", "sources:",
                          "  - pull: {to: captures, secretFile: secret}", "packs: {to: packs}"])
        secret.chmod(0o644)
        self.assertIn("everybody can read the file", self.faults(text, ["hunter2"])[0])
        secret.chmod(0o640)
        secret.write_text("hunter2\nand more\n")
        self.assertIn("on one line", self.faults(text, ["hunter2"])[0])

    def test_what_is_no_yaml_is_said_with_its_line(self):
        self.assertEqual(len(self.faults("database: [\nsources: }")), 1)
        self.assertRegex(self.faults("a: 1\na: 2")[0], "^1: a: the key is there twice")
        self.assertRegex(self.faults("")[0], "^1: the file is empty")
        self.assertRegex(self.faults("- x")[0], "^1: keys with values are expected here")

    def test_a_folder_that_is_called_latest_is_left_alone(self):
        (self.folder / "packs/latest").mkdir(parents=True)
        self.write()
        _, err = self.run_once(expect=2)
        self.assertIn("latest is there and no link", err)

    def test_check_begins_nothing(self):
        self.write("metrics: tenure.prom")
        before = sorted(self.folder.rglob("*"))
        out, err = self.run_once("--check")
        self.assertEqual((out, err), (f"{self.config}: nothing wrong\n", ""))
        self.assertEqual(sorted(self.folder.rglob("*")), before)
        self.write(sources="  - pull: {to: captures}")
        _, err = self.run_once("--check", AZURE_CLIENT_SECRET="", TENURE_ACCESS_TOKEN="")
        self.assertIn("in this environment it could not sign in: no way to sign in is set", err)

    def test_the_sample_explains_every_key_and_is_right(self):
        text = (ROOT / "Samples/tenure.yaml").read_text()
        sources = "\n".join(path.read_text() for path in (ROOT / "Sources/Nightly/Checking").glob("*.swift"))
        keys = set(re.findall(r'"([a-zA-Z]+)"', " ".join(re.findall(r"(?s)(?:keys: |keys = )\[(.*?)\]", sources))))
        self.assertGreater(len(keys), 30)
        self.assertEqual([key for key in sorted(keys) if not re.search(rf"\b{key}:", text)], [])
        (self.folder / "client-secret").write_text("x")
        (self.folder / "client-secret").chmod(0o600)
        changed = re.sub(r"/(etc|var/lib)/tenure/", f"{self.folder}/", text)
        self.config.write_text(changed)
        self.run_once("--check")


if __name__ == "__main__":
    unittest.main()

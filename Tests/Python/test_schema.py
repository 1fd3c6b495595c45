"""`tenure schema check` from outside, and the words that reports have for the words of the source."""

import gzip
import json
import pathlib
import re
import tempfile
import unittest

from support import SHARED, tenure

WHOLE = SHARED / "graph/metadata/v1.0-Prod.full.csdl.gz"
HEAD = ('<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>\n'
        '<Schema Namespace="microsoft.graph" Alias="graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">\n')
TAIL = '</Schema></edmx:DataServices></edmx:Edmx>'
ORGANIZATION = ('<EntityType Name="organization"><Property Name="displayName" Type="Edm.String"/>\n'
                '<Property Name="verifiedDomains" Type="Collection(graph.verifiedDomain)"/>\n'
                '<Property Name="createdDateTime" Type="{}"/></EntityType>\n')

# Columns in which reports show a word of the source: report, table, column, entity, column of the entity.
SHOWN = (
    ("packages", "packages", "catalogType", "catalog", "catalogType"),
    ("packages", "packages", "catalogState", "catalog", "state"),
    ("packages", "policies", "allowedTargetScope", "assignmentPolicy", "allowedTargetScope"),
    ("guests", "organizations", "organizationState", "connectedOrganization", "state"),
    ("history", "history", "what", "assignmentRequest", "requestType"),
    ("history", "history", "outcome", "assignmentRequest", "state"),
    ("history", "history", "outcome", "directoryAudit", "result"),
)


class Schema(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = pathlib.Path(folder.name) / "v1.0.csdl"

    def check(self, text, expect):
        self.file.write_text(text, encoding="utf-8")
        done = tenure("schema", "check", self.file, expect=(expect,))
        return done.stdout.replace(f"{self.file}:", ""), done.stderr.replace(str(self.file), "FILE")

    def test_ends_with_0_where_all_fits_and_says_what_was_not_judged(self):
        out, err = self.check(HEAD + ORGANIZATION.format("Edm.DateTimeOffset") + TAIL, expect=0)
        self.assertIn("cut out of a whole", out)
        self.assertIn("  user: nothing is called user\n", out)
        self.assertTrue(out.endswith("3 fields of 1 entities: 3 fit, 0 do not\n"), out)
        self.assertEqual(err, "")

    def test_ends_with_1_where_something_does_not_and_says_where(self):
        out, _ = self.check(HEAD + ORGANIZATION.format("Edm.String") + TAIL, expect=1)
        self.assertIn("5: organization.createdAt: createdDateTime is Edm.String, not a moment\n", out)

    def test_a_type_that_a_whole_service_does_not_have_is_a_fault(self):
        out, _ = self.check(
            HEAD + ORGANIZATION.format("Edm.DateTimeOffset") + '<EntityContainer Name="GraphService"/>' + TAIL, expect=1)
        self.assertIn("Not in the file, which is of a whole service:", out)

    def test_ends_with_2_where_the_file_is_broken_and_says_where(self):
        self.assertEqual(self.check('{"value": []}', expect=2),
                         ("", "error: FILE:1:1: Start tag expected, '<' not found; a $metadata is an XML document\n"))
        _, err = self.check(HEAD + "<EntityType>" + TAIL, expect=2)
        self.assertRegex(err, r"^error: FILE:3:\d+: EntityType has no Name\n$")
        _, err = self.check("<a>\x1b[31m</a>\u202e", expect=2)
        self.assertNotIn("\x1b", err)
        self.assertEqual(err.count("\n"), 1)

    def test_names_in_the_file_reach_the_terminal_as_text(self):
        out, _ = self.check(
            HEAD + ORGANIZATION.format("Edm.&#x202e;String&#9;&#x9b;31m") + TAIL, expect=1)
        self.assertFalse(re.search("[\u202e\x9b\t]", out), out)


    @unittest.skipUnless(WHOLE.exists(), "Microsoft's metadata is not here")
    def test_the_whole_metadata_of_microsoft_fits(self):
        out, _ = self.check(gzip.decompress(WHOLE.read_bytes()).decode("utf-8"), expect=0)
        self.assertRegex(out, r"^\d+ fields of 33 entities: \d+ fit, 0 do not; \d+ more are told by beta or other tools alone\n$")


class Words(unittest.TestCase):
    def known(self):
        """The words of each field, as `tenure entities` lists them."""
        words, entity = {}, None
        for line in tenure("entities").stdout.splitlines():
            entity = line[3:] if line.startswith("## ") else entity
            cells = line.strip("| ").split(" | ")
            if len(cells) == 3 and ": " in cells[2] and re.fullmatch(r"\w+(, \w+)+", cells[2].rsplit(": ", 1)[1]):
                words[entity, cells[0]] = cells[2].rsplit(": ", 1)[1].split(", ")
        return words

    def test_reports_have_a_text_for_each_known_word_that_they_show(self):
        known = self.known()
        for report, table, column, entity, field in SHOWN:
            schema = json.loads(tenure("report", "describe", report, "--schema").stdout)
            tables = {item["properties"]["name"]["const"]: item for item in schema["properties"]["tables"]["prefixItems"]}
            told = tables[table]["properties"]["rows"]["items"]["properties"][column]["examples"]
            self.assertEqual([word for word in known[entity, field] if word not in told], [], (report, table, column))


if __name__ == "__main__":
    unittest.main()

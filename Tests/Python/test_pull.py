"""`tenure pull` as a whole, against a Graph that runs here."""

import gzip
import hashlib
import json
import pathlib
import shutil
import signal
import tempfile
import time
import unittest

from graph_server import SECRET, GraphServer, sample
from support import JULY, read_csv, tenure

APPROVALS = "identityGovernance/entitlementManagement/accessPackageAssignmentApprovals"


class Pull(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.exports = self.folder / "exports"
        shutil.copytree(sample("2026-07"), self.exports)
        # An application may not read them.
        shutil.rmtree(self.exports / APPROVALS)

    def server(self, *arguments, **options):
        return GraphServer(self.exports, self.folder / "server.log", *arguments, **options)

    def rows(self, name):
        database = self.folder / (name + ".sqlite")
        tenure("import", self.folder / name, "--observed-at", JULY, "--db", database, expect=(0, 3))
        out = self.folder / (name + "-out")
        tenure("report", "access", "--db", database, "--as-of", JULY, "--all", "--scope", "all", "--format", "csv",
               "--out", out, expect=(0, 3))
        return read_csv(out / "access.csv")

    def test_a_capture_gives_the_rows_of_the_files(self):
        with self.server("--largest-page", "9") as server:
            out, _ = server.run("pull", "--to", self.folder / "capture", "--db", self.folder / "pulled.sqlite")
        self.assertIn("what was read is complete", out)
        rows = self.rows("exports")
        self.assertGreater(len(rows), 150)
        self.assertEqual(self.rows("capture"), rows)

    def test_a_capture_tells_of_each_request(self):
        with self.server() as server:
            server.run("pull", "--to", self.folder / "capture", "--no-import")
        told = json.loads((self.folder / "capture/capture.json").read_text())
        self.assertTrue(told["isFinished"])
        self.assertEqual(told["tenant"], "11111111-2222-4333-8444-555555555555")
        self.assertIn("User.Read.All", told["permissions"])
        files = {path.relative_to(self.folder / "capture").as_posix() for path in (self.folder / "capture").rglob("*.gz")}
        self.assertEqual({request["file"] for request in told["requests"]}, files)
        for request in told["requests"]:
            packed = (self.folder / "capture" / request["file"]).read_bytes()
            self.assertEqual(len(packed), request["bytes"])
            self.assertEqual(hashlib.sha256(packed).hexdigest(), request["sha256"])
            body = json.loads(gzip.decompress(packed))
            self.assertEqual(len(body["value"]) if "value" in body else None, request.get("items"))
            self.assertTrue(request["requestId"])
        modes = {path.stat().st_mode & 0o077 for path in (self.folder / "capture").rglob("*")}
        self.assertEqual(modes, {0})

    def test_throttled_and_faulty_it_brings_the_same(self):
        with self.server("--largest-page", "9", "--directory-limit", "300", "--faults", "5", "--fault-percent", "4") as server:
            server.run("pull", "--to", self.folder / "capture", "--no-import")
            self.assertTrue(any(request.get("fault") for request in server.requests))
        self.assertEqual(self.rows("capture"), self.rows("exports"))

    def test_killed_it_goes_on_where_it_was(self):
        with self.server("--largest-page", "5", "--directory-limit", "60") as server:
            process = server.start("pull", "--to", self.folder / "capture", "--no-import")
            deadline = time.monotonic() + 60
            journal = self.folder / "capture/requests.jsonl"
            while time.monotonic() < deadline and not (journal.exists() and journal.read_text().count("\n") > 30):
                pass
            process.send_signal(signal.SIGKILL)
            process.communicate()
            before = server.requests
            done = {json.loads(line)["request"]["url"] for line in journal.read_text().splitlines() if line.endswith("}")}
            server.run("pull", "--to", self.folder / "capture", "--resume", "--no-import")
            again = [request["target"] for request in server.requests[len(before):] if request["status"] == 200]
        self.assertGreater(len(done), 30)
        repeated = done & {server.root + target for target in again}
        self.assertEqual(repeated, set())
        self.assertEqual(self.rows("capture"), self.rows("exports"))

    def test_what_cannot_be_read_is_marked_and_ends_with_3(self):
        with self.server("--without", "AccessReview.Read.All") as server:
            out, _ = server.run(
                "pull", "--to", self.folder / "capture", "--db", self.folder / "pulled.sqlite", expect=3)
            self.assertIn("incomplete: identityGovernance/accessReviews/definitions: a permission or a licence", out)
            missing, _ = server.run("permissions", "--check", expect=3)
            self.assertEqual(missing, "missing: AccessReview.Read.All\n")
        report = tenure("report", "access", "--db", self.folder / "pulled.sqlite", "--out", self.folder / "out",
                        expect=(3,))
        self.assertIn("reviews: its last import was not complete", report.stderr)

    def test_a_missing_file_makes_its_collection_incomplete(self):
        with self.server("--largest-page", "9") as server:
            server.run("pull", "--to", self.folder / "capture", "--no-import")
        (self.folder / "capture/users-0003.json.gz").unlink()
        done = tenure("import", self.folder / "capture", "--db", self.folder / "a.sqlite", expect=(3,))
        self.assertIn("users-0003.json.gz is missing", done.stdout)

    def test_secrets_are_nowhere(self):
        page = json.loads((self.exports / "users.json").read_text())
        page["value"][0]["inviteRedeemUrl"] = "https://login.example/redeem?ticket=TICKET-OF-A-GUEST"
        page["value"][0]["jobTitle"] = "https://store.example/report?sv=1&sig=SIGNATURE-OF-A-STORE"
        (self.exports / "users.json").write_text(json.dumps(page))
        with self.server("--faults", "3", "--fault-percent", "5") as server:
            process = server.start(
                "pull", "--to", self.folder / "capture", "--db", self.folder / "pulled.sqlite")
            command = pathlib.Path(f"/proc/{process.pid}/cmdline").read_bytes()
            out, err = process.communicate(timeout=300)
        tenure("report", "--db", self.folder / "pulled.sqlite", "--out", self.folder / "out", expect=(0, 3))
        texts = [command, out.encode(), err.encode()]
        for path in [*(self.folder / "capture").rglob("*"), *(self.folder / "out").rglob("*"), self.folder / "pulled.sqlite"]:
            if path.is_file():
                data = path.read_bytes()
                texts.append(gzip.decompress(data) if path.suffix == ".gz" else data)
        for secret in (SECRET, "TICKET-OF-A-GUEST", "SIGNATURE-OF-A-STORE", "Bearer", "eyJhbGciOiJub25l"):
            self.assertFalse([text for text in texts if secret.encode() in text], secret)

    def test_with_delta_a_second_pull_asks_for_changes_only(self):
        database = self.folder / "pulled.sqlite"
        with self.server() as server:
            server.run("pull", "--to", self.folder / "first", "--db", database, "--delta")
            before = len(server.requests)
            out, _ = server.run("pull", "--to", self.folder / "second", "--db", database, "--delta")
            asked = [request["target"] for request in server.requests[before:]]
            third, _ = server.run("pull", "--to", self.folder / "third", "--db", database, "--full")
        self.assertIn("lacking: users: signInActivity", out)
        self.assertIn("what was read is complete", out)
        self.assertFalse([target for target in asked if "/members" in target or target.startswith("/v1.0/users?")])
        self.assertTrue([target for target in asked if target.startswith("/v1.0/groups/delta?$deltatoken=")])
        self.assertNotIn("lacking: users", third)
        told = json.loads((self.folder / "second/capture.json").read_text())
        users = next(one for one in told["collections"] if one["path"] == "users")
        self.assertTrue(users["delta"]["from"] and users["delta"]["to"])

    def test_killed_within_a_round_of_changes_it_goes_on_where_it_was(self):
        killed, calm = self.folder / "killed.sqlite", self.folder / "calm.sqlite"
        arguments = ("--page-size", "2", "--directory-limit", "600", "--then", self.exports)
        with GraphServer(sample("2026-06"), self.folder / "server.log", *arguments) as server:
            server.run("pull", "--to", self.folder / "june", "--db", killed, "--delta")
            june = self.held(killed)
            shutil.copy(killed, calm)
            server.change()
            server.run("pull", "--to", self.folder / "calm", "--db", calm, "--delta")
            journal = self.kill_within(server, "july", killed, lambda url: "/groups/delta?" in url and "$skiptoken=" in url)
            self.assertEqual(self.held(killed), june)
            kept, seen = {url for url in self.kept(journal) if "/delta?" in url}, len(server.requests)
            self.assertLessEqual(kept, {server.root + request["target"] for request in server.requests})
            server.run("pull", "--to", self.folder / "july", "--db", killed, "--delta", "--resume")
            again = {server.root + one["target"] for one in server.requests[seen:] if one["status"] == 200}
        self.assertTrue([url for url in again if "/delta?" in url], "the round was over when the pull was killed")
        self.assertEqual(kept & again, set())
        july = self.held(killed)
        self.assertNotEqual(july, june)
        self.assertEqual(july, self.held(calm))

    def kill_within(self, server, capture, database, is_reached):
        """Kills a pull of changes as soon as it has kept an answer that is_reached."""
        process = server.start("pull", "--to", self.folder / capture, "--db", database, "--delta")
        journal = self.folder / capture / "requests.jsonl"
        deadline = time.monotonic() + 60
        while not (journal.exists() and any(map(is_reached, self.kept(journal)))):
            self.assertLess(time.monotonic(), deadline)
            self.assertIsNone(process.poll(), "the pull ended before it could be killed")
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return journal

    def kept(self, journal):
        """The addresses of the answers that a capture holds."""
        return [json.loads(line)["request"]["url"] for line in journal.read_text().splitlines() if line.endswith("}")
                and '"request"' in line]

    def held(self, database):
        """The access that a database holds now, but for when it was observed."""
        out = self.folder / "held"
        tenure("report", "access", "--db", database, "--all", "--scope", "all", "--format", "csv", "--out", out,
               expect=(0, 3))
        return [{name: value for name, value in row.items() if not name.startswith("observed")}
                for row in read_csv(out / "access.csv")]

    def test_events_before_a_moment_are_not_asked_for(self):
        with self.server() as server:
            server.run("pull", "--to", self.folder / "capture", "--no-import", "--collections", "directoryAudits",
                       "--audits-since", "2026-07-15")
        page = json.loads(gzip.decompress((self.folder / "capture/auditLogs/directoryAudits-0001.json.gz").read_bytes()))
        moments = [event["activityDateTime"] for event in page["value"]]
        self.assertTrue(moments)
        self.assertGreaterEqual(min(moments), "2026-07-15T00:00:00Z")

    def test_permissions_are_listed_to_paste(self):
        text = tenure("permissions").stdout
        self.assertRegex(text, r"(?m)^groups/\{id\}/members +GroupMember.Read.All$")
        last = text.splitlines()[-1].split()
        self.assertEqual(last, sorted(last))
        self.assertIn("EntitlementManagement.Read.All", last)
        self.assertFalse([name for name in last if "Write" in name])

    def test_without_a_way_to_sign_in_it_is_said_what_to_set(self):
        with self.server() as server:
            _, err = server.run("pull", "--to", self.folder / "capture", expect=2, AZURE_CLIENT_SECRET="")
        self.assertIn("AZURE_CLIENT_CERTIFICATE_PATH", err)
        self.assertFalse((self.folder / "capture").exists())


if __name__ == "__main__":
    unittest.main()

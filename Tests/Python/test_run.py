"""`tenure run`: one file, one line, an exit code that means something."""

import gzip
import json
import os
import pathlib
import re
import shutil
import signal
import time
import unittest

from graph_server import SECRET, GraphServer
from nightly import Nightly
from support import read_csv, tenure


class Run(Nightly):
    def test_all_is_well_on_one_line(self):
        self.write(reports="[pack]")
        out, err = self.run_once()
        self.assertEqual(err, "")
        self.assertEqual(out.count("\n"), 1)
        folder = self.folder / "packs" / self.packs()[0]
        self.assertRegex(
            out, rf"^\S+Z complete; \d+ objects in snapshot 1, observed \S+; \d+ reports with \d+ rows in {folder}; \d+ s$")
        self.assertEqual(os.readlink(self.folder / "packs/latest"), folder.name)
        self.assertTrue((folder / "index.html").exists() or (folder / "index.json").exists())
        rows = sum(len(read_csv(file)) for file in folder.glob("*.csv"))
        self.assertIn(f"with {rows} rows", out)
        self.assertEqual({path.stat().st_mode & 0o077 for path in [self.folder / "packs", folder, *folder.iterdir()]}, {0})

    def test_parameters_and_formats_of_a_report_are_its_own(self):
        self.write(reports="[{name: packet, set: {reviewer: all}, formats: [json]}, {name: expiring, set: {within: P1Y}}]")
        self.run_once()
        latest = self.folder / "packs/latest"
        self.assertTrue(list(latest.glob("packet/packet-*.json")))
        self.assertFalse(list(latest.glob("packet/*.csv")))
        database = self.folder / "state/tenure.sqlite"
        tenure("report", "expiring", "--db", database, "--set", "within=P1Y", "--format", "csv", "--out",
               self.folder / "out")
        self.assertEqual(read_csv(latest / "expiring.csv"), read_csv(self.folder / "out/expiring.csv"))

    def test_a_known_gap_is_said_and_is_no_reason_for_3(self):
        self.without_approvals()
        self.write()
        out, err = self.run_once(expect=3)
        self.assertIn("incomplete: approvalStage: not imported", err)
        self.assertIn("; incomplete: approvalStage;", out)
        self.write("accept: [approvalStage]")
        out, err = self.run_once()
        self.assertEqual(err, "")
        self.assertRegex(out, r"^\S+ complete but for known gaps; .*; known gaps: approvalStage;")
        page = tenure("report", "access", "--db", self.folder / "state/tenure.sqlite", "--format", "csv", "--out",
                      self.folder / "out", expect=(3,))
        self.assertIn("approvalStage", page.stderr)

    def test_a_refused_file_is_no_gap_that_could_be_accepted(self):
        (self.exports / "broken.json").write_text('{"value": [\n{"id":}]}')
        self.write("accept: [user, approvalStage]")
        out, err = self.run_once(expect=3)
        self.assertIn("broken.json:2:7", err)
        self.assertIn("; 1 files refused;", out)

    def test_what_cannot_be_done_leaves_what_was_there(self):
        self.write("metrics: tenure.prom")
        self.run_once()
        success = self.metric("tenure_run_success_timestamp_seconds")
        shutil.rmtree(self.exports)
        self.exports.mkdir()
        (self.exports / "notes.txt").write_text("nothing")
        out, err = self.run_once(expect=2)
        self.assertEqual(out, "")
        self.assertRegex(err, r"^error: nothing in there is an export")
        self.assertEqual(len(self.packs()), 1)
        self.assertEqual(self.metric("tenure_run_exit_code"), 2)
        self.assertEqual(self.metric("tenure_run_success_timestamp_seconds"), success)

    def metric(self, name, **labels):
        said = "".join(f',{key}="{value}"' for key, value in labels.items())
        found = re.findall(rf'(?m)^{name}{{config="tenure"{said}}} (\S+)$', (self.folder / "tenure.prom").read_text())
        self.assertEqual(len(found), 1, name)
        return float(found[0])

    def test_metrics_are_what_a_collector_reads(self):
        self.without_approvals()
        self.write("metrics: tenure.prom", "accept: [approvalStage]")
        out, _ = self.run_once()
        text = (self.folder / "tenure.prom").read_text()
        self.assertEqual((self.folder / "tenure.prom").stat().st_mode & 0o777, 0o644)
        self.assertFalse([path for path in self.folder.iterdir() if path.name.startswith(".tenure.prom")])
        families = re.findall(r"(?m)^# TYPE (\S+) gauge$", text)
        self.assertEqual(len(families), len(set(families)))
        for line in text.splitlines():
            if not line.startswith("#"):
                name = re.fullmatch(r'([a-z_]+)\{[a-z]+="[^"\\]*"(,[a-z]+="[^"\\]*")*\} -?[0-9.]+', line)
                self.assertTrue(name and name[1] in families, line)
        self.assertEqual(self.metric("tenure_run_exit_code"), 0)
        self.assertEqual(self.metric("tenure_gap", entity="approvalStage"), 0)
        users = len(json.loads((self.exports / "users.json").read_text())["value"])
        self.assertEqual(self.metric("tenure_imported_objects", entity="user"), users)
        rows = len(read_csv(self.folder / "packs/latest/access.csv"))
        self.assertEqual(self.metric("tenure_report_rows", report="access"), rows)
        self.assertLess(abs(self.metric("tenure_run_end_timestamp_seconds") - time.time()), 60)

    def test_a_log_in_json_tells_each_step(self):
        self.write("keepCaptures: 1")
        out, err = self.run_once("--log-format", "json")
        entries = [json.loads(line) for line in err.splitlines()]
        self.assertEqual({entry["level"] for entry in entries}, {"info"})
        self.assertIn("import", {entry["step"] for entry in entries})
        self.assertEqual(out.count("\n"), 1)
        self.write("accept: [nothing]")
        _, err = self.run_once("--log-format", "json", expect=2)
        self.assertEqual(json.loads(err)["level"], "error")

    def test_two_at_once(self):
        self.write("hooks:", "  - [/bin/sleep, '4']")
        first = self.start()
        self.wait(lambda: list(self.folder.glob("state/*.run-lock")))
        out, err = self.run_once(expect=2)
        self.assertEqual(out, "")
        self.assertRegex(
            err, rf"^error: {self.config}: in use by process {first.pid} of user {os.getuid()}, since \S+Z; try again")
        self.assertEqual(err.count("\n"), 1)
        out, err = first.communicate(timeout=60)
        self.assertEqual((first.returncode, err), (0, ""))
        self.assertEqual(len(self.packs()), 1)
        self.assertFalse(list(self.folder.glob("state/*.run-lock")))

    def wait(self, is_there):
        deadline = time.monotonic() + 30
        while not is_there() and time.monotonic() < deadline:
            time.sleep(0.02)

    def test_killed_it_leaves_no_half_pack_and_no_lock(self):
        self.write(reports="[pack]")
        self.run_once()
        before = self.packs()
        process = self.start()
        self.wait(lambda: (self.folder / "packs/.tenure-run.part").exists())
        process.send_signal(signal.SIGKILL)
        process.communicate()
        self.assertEqual(self.packs(), before)
        self.run_once()
        self.assertEqual(len(self.packs()), 2)
        self.assertFalse((self.folder / "packs/.tenure-run.part").exists())


class Hooks(Nightly):
    def hook(self, text, name="hook"):
        path = self.folder / name
        path.write_text("#!/bin/sh\n" + text + "\n")
        path.chmod(0o700)
        return path

    def test_a_hook_is_given_the_folder_and_no_secret(self):
        hook = self.hook('echo "$#|$1|$2|$TENURE_PACK|$AZURE_CLIENT_SECRET" > "$1/told"; echo said')
        self.write("hooks:", f"  - [{hook}, '{{folder}}', \"it's; $HOME\"]")
        out, err = self.run_once(AZURE_CLIENT_SECRET="hush-hush")
        self.assertEqual(err, "")
        folder = self.folder / "packs" / self.packs()[0]
        self.assertEqual((folder / "told").read_text(), f"2|{folder}|it's; $HOME|{folder}|\n")

    def test_a_hook_that_fails_is_said_and_the_others_are_run(self):
        failing = self.hook('echo out; echo "no route to host" >&2; exit 7', "failing")
        lasting = self.hook("exec sleep 60", "lasting")
        last = self.hook('touch "$1/done"', "last")
        self.write("hooks:", f"  - [{failing}]", f"  - {{command: [{lasting}], timeout: PT1S}}", f"  - [{last}, '{{folder}}']")
        out, err = self.run_once(expect=2)
        self.assertIn(f"error: {failing}: no route to host\n", err)
        self.assertIn(f"error: {failing} failed with exit code 7; the pack is in {self.folder}/packs/", err)
        self.assertIn(f"error: {lasting} took longer than 1 s and was ended", err)
        self.assertRegex(out, rf"^\S+ hook failed; .*; failed: {failing}, {lasting};")
        self.assertTrue((self.folder / "packs/latest/done").exists())


class Keeping(Nightly):
    def test_packs_and_captures_go_and_nothing_else_does(self):
        self.without_approvals()
        with GraphServer(self.exports, self.folder / "server.log") as server:
            self.write("keepCaptures: 2", sources=self.pulling(server), packs="  keep: 2")
            for folder in ("packs", "captures"):
                (self.folder / folder / "2020-01-01").mkdir(parents=True)
                (self.folder / folder / "2020-01-01" / "mine.csv").write_text("mine")
            self.run_once(expect=3)
            first = self.packs()[1]
            (self.folder / "packs" / first / "notes.txt").write_text("mine")
            (self.folder / "packs" / first / "access.csv").write_text("altered")
            self.run_once(expect=3)
            out, err = self.run_once(expect=3)
            self.assertRegex(err, rf"(?m)^{self.folder}/packs/{first}: 2 files in it were not written by a run")
            self.assertEqual(sorted(path.name for path in (self.folder / "packs" / first).iterdir()),
                             ["access.csv", "notes.txt"])
            self.assertIn("; 1 old captures removed;", out)
            out, err = self.run_once(expect=3)
            self.assertNotIn("were not written", err)
            self.assertIn("; 1 old packs removed; 1 old captures removed;", out)
        self.assertEqual(self.packs(), ["2020-01-01", first, f"{first}-3", f"{first}-4"])
        captures = sorted(path.name for path in (self.folder / "captures").glob("2*"))
        self.assertEqual(captures, ["2020-01-01", f"{first}-3", f"{first}-4"])
        self.assertEqual(os.readlink(self.folder / "packs/latest"), f"{first}-4")

    def test_a_link_in_a_pack_leads_nowhere(self):
        self.write(packs="  keep: 1", reports="[{name: packet, set: {reviewer: all}}]")
        self.run_once()
        first = self.folder / "packs" / self.packs()[0]
        outside = self.folder / "outside"
        (first / "packet").rename(outside)
        (first / "packet").symlink_to(outside)
        before = sorted(path.name for path in outside.iterdir())
        self.run_once()
        self.assertEqual(sorted(path.name for path in outside.iterdir()), before)
        self.assertTrue(before)

    def test_by_age_the_newest_stays(self):
        self.write(packs="  keep: 30d")
        self.run_once()
        record = next((self.folder / "packs/.tenure-run").glob("*.json"))
        told = json.loads(record.read_text())
        record.write_text(json.dumps({**told, "begun": "2026-01-01T00:00:00Z"}))
        first = self.packs()
        out, _ = self.run_once()
        self.assertIn("; 1 old packs removed;", out)
        self.assertEqual(len(self.packs()), 1)
        self.assertNotEqual(self.packs(), first)


class Pulling(Nightly):
    def test_a_pull_that_was_cut_off_is_gone_on_with(self):
        self.without_approvals()
        with GraphServer(self.exports, self.folder / "server.log", "--largest-page", "5", "--directory-limit", "60") as server:
            self.write("accept: [approvalStage]", sources=self.pulling(server))
            process = self.start()
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline:
                journals = list(self.folder.glob("captures/2*/requests.jsonl"))
                if journals and journals[0].read_text().count("\n") > 30:
                    break
            process.kill()
            process.communicate()
            asked = len(server.requests)
        with GraphServer(self.exports, self.folder / "second.log", port=int(server.root.rsplit(":", 1)[1])) as server:
            self.run_once()
            again = len(server.requests)
        self.assertEqual(len(list(self.folder.glob("captures/2*"))), 1)
        with GraphServer(self.exports, self.folder / "third.log", "--largest-page", "5") as server:
            self.write("accept: [approvalStage]", sources=self.pulling(server))
            self.run_once()
            whole = len(server.requests)
        self.assertGreater(asked, 30)
        self.assertLess(again, whole - 25)

    def test_by_delta_only_what_changed_is_asked_for(self):
        self.without_approvals()
        with GraphServer(self.exports, self.folder / "server.log") as server:
            self.write("accept: [approvalStage]", sources=self.pulling(server) + "\n      delta: true")
            self.run_once()
            before = read_csv(self.folder / "packs/latest/access.csv")
            asked = len(server.requests)
            self.run_once()
            again = [request["target"] for request in server.requests[asked:]]
        self.assertTrue([target for target in again if target.startswith("/v1.0/users/delta")])
        self.assertFalse([target for target in again if target.startswith("/v1.0/users?")])
        self.assertEqual([row["personName"] for row in read_csv(self.folder / "packs/latest/access.csv")],
                         [row["personName"] for row in before])

    def test_without_a_way_to_sign_in_nothing_is_begun(self):
        self.write(sources="  - pull: {to: captures}")
        _, err = self.run_once(expect=2, AZURE_CLIENT_SECRET="", AZURE_CLIENT_CERTIFICATE_PATH="",
                               AZURE_FEDERATED_TOKEN_FILE="", TENURE_ACCESS_TOKEN="")
        self.assertIn("no way to sign in is set", err)
        self.assertFalse((self.folder / "captures").exists())
        self.assertFalse((self.folder / "state").exists())

    def test_secrets_are_nowhere(self):
        self.without_approvals()
        hook = self.folder / "hook"
        hook.write_text('#!/bin/sh\nenv; cat /proc/*/cmdline > "$1/processes"; env > "$1/environment"; exit 1\n')
        hook.chmod(0o700)
        with GraphServer(self.exports, self.folder / "server.log", "--faults", "3", "--fault-percent", "5") as server:
            self.write(
                "metrics: tenure.prom", "hooks:", f"  - [{hook}, '{{folder}}']", sources=self.pulling(server),
                reports="[pack]", packs="")
            out, err = self.run_once("--log-format", "json", expect=2)
            self.write(sources=self.pulling(server, secret="wrong~" + SECRET))
            refused, said = self.run_once(expect=2)
            self.assertRegex(said, "^error: sign-in was refused")
            # The server's own process names its secret.
            own = pathlib.Path(f"/proc/{server.process.pid}/cmdline").read_bytes()
        texts = [text.encode() for text in (out, err, refused, said)]
        for path in self.folder.rglob("*"):
            if path.is_file() and path.name not in ("client-secret", "server.log"):
                data = path.read_bytes()
                texts.append(gzip.decompress(data) if path.suffix == ".gz" else data.replace(own, b""))
        self.assertTrue([text for text in texts if b"TENURE_PACK" in text])
        for secret in (SECRET, "Bearer", "eyJ"):
            self.assertFalse([text[:200] for text in texts if secret.encode() in text], secret)


if __name__ == "__main__":
    unittest.main()

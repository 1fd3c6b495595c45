"""The raw history of the sample company: one row for each thing that happened, in the order of time."""

import re
from collections import Counter

from support import JULY, JUNE, Sample, exported, read_csv, read_json, tenure, write_json


class History(Sample):
    def history(self, *arguments, day="2026-08-01", formats="csv"):
        out = self.folder / self.id()
        tenure("report", "history", "--db", self.database, "--as-of", day, "--generated-at", day, "--format", formats,
               "--out", out, *arguments)
        return read_csv(out / "history.csv")

    def test_a_request_is_told_from_asking_to_ending(self):
        rows = self.history("--set", "person=Hugo Martel", "--set", "resource=Supplier drawings")
        told = [(row["kind"], row["what"], row["outcome"]) for row in rows]
        self.assertEqual(told[:3], [
            ("request", "userAdd", "delivered"), ("approval", "stage", "Approve"), ("completion", "userAdd", "delivered")])
        self.assertIn(("review", "decided", "Approve"), told)
        self.assertEqual(rows[0]["reason"], "Hub drawings for the spring series")
        self.assertEqual(rows[1]["actorName"], "Felix Baumann")
        self.assertEqual(len({row["assignmentId"] for row in rows[:3]}), 1)

    def test_everything_has_its_time_its_object_and_its_source(self):
        rows = self.history()
        self.assertEqual([row["at"] for row in rows], sorted(row["at"] for row in rows))
        for row in rows:
            self.assertTrue(row["at"] and row["kind"] and row["objectId"] and row["source"], row)
            self.assertIn(row["observedSince"], (JUNE, JULY))
        self.assertEqual(
            {row["kind"] for row in rows},
            {"request", "completion", "approval", "review", "audit", "end", "assignment", "membership", "appRole", "role"})

    def test_every_event_of_the_exports_is_there_once(self):
        rows, count = self.history(), {}
        for source in ("directoryAudit", "approvalStage", "assignmentRequest", "reviewDecision"):
            found = [row["objectId"] for row in rows if row["source"] == source and row["kind"] != "completion"
                     and row["what"] != "applied"]
            self.assertEqual(len(found), len(set(found)), source)
            count[source] = len(found)
        self.assertEqual(count["directoryAudit"], 87)
        self.assertEqual(count["assignmentRequest"], 33)

    def test_as_of_a_moment_nothing_later_is_told(self):
        rows = self.history(day="2026-06-30")
        self.assertTrue(rows)
        self.assertLessEqual(max(row["at"] for row in rows), "2026-06-30T23:59:59Z")
        self.assertEqual({row["what"] for row in rows if row["kind"] == "membership"}, set())

    def test_what_the_first_snapshot_found_can_be_listed(self):
        rows = self.history("--set", "baseline=true")
        seen = [row for row in rows if row["kind"] == "membership" and row["what"] == "seen" and row["at"] == JUNE]
        self.assertGreater(len(seen), 30)
        self.assertTrue(all(row["personName"] and row["resourceName"] for row in seen))

    def test_what_came_and_went_between_the_snapshots(self):
        rows = [row for row in self.history() if row["kind"] in ("appRole", "membership")]
        self.assertIn(("gone", "Elena Sokolova", "App4Guest"),
                      [(row["what"], row["personName"], row["resourceName"]) for row in rows])
        self.assertEqual({row["at"] for row in rows}, {JULY})

    def test_can_be_cut_to_a_person_a_resource_and_a_time(self):
        by_id = self.history("--set", "person=Mira Castellan")[0]["personId"]
        self.assertEqual(self.history("--set", "person=Mira Castellan"), self.history("--set", f"person={by_id.upper()}"))
        self.assertEqual({row["personName"] for row in self.history("--set", f"person={by_id}")}, {"Mira Castellan"})
        self.assertEqual({row["resourceName"] for row in self.history("--set", "resource=Dealer portal access")},
                         {"Dealer portal access"})
        self.assertGreaterEqual(min(row["at"] for row in self.history("--set", "from=2026-07-15")), "2026-07-15")

    def test_a_request_is_told_with_its_answers_and_what_it_called(self):
        answers = {
            item["id"]: item["answers"][0] for item in exported(
                "identityGovernance/entitlementManagement/assignmentRequests.json") if item["answers"]}
        told = {row["objectId"]: row for row in self.history() if row["answers"]}
        self.assertEqual(
            {key: row["answers"] for key, row in told.items()},
            {key: f'{item["answeredQuestion"]["text"]}: {item["value"]}' for key, item in answers.items()})
        self.assertEqual({row["kind"] for row in told.values()}, {"request"})
        self.assertEqual({row["callouts"] for row in told.values()},
                         {"Welcome pack for dealers: answered, Price list and key were sent"})

    def test_the_months_count_requests_and_what_became_of_them(self):
        rows = self.history()
        counts = Counter((row["at"][:7], "request") for row in rows if row["kind"] == "request")
        counts.update((row["at"][:7], {"Approve": "approved", "Deny": "denied"}[row["outcome"]]) for row in rows
                      if row["kind"] == "approval" and row["outcome"] in ("Approve", "Deny"))
        months = read_csv(self.folder / self.id() / "history-months.csv")
        self.assertEqual({(row["month"], row["event"]): int(row["events"]) for row in months if row["events"] != "0"},
                         counts)
        self.assertEqual(len(months), 3 * len({row["month"] for row in months}))

    def test_the_page_says_in_words_what_the_csv_says_in_those_of_the_source(self):
        rows = self.history(formats="html,csv")
        page = (self.folder / self.id() / "history.html").read_text(encoding="utf-8")
        shown = {word: text for word, text in re.findall(r'<td class="c\d+(?: marked)?" data-v="([^"]*)">([^<]*)</td>', page)}
        for column in ("what", "outcome"):
            for word in {row[column] for row in rows} - {""}:
                told = shown.get(word, word)
                self.assertTrue(" " in told or told.islower(), (column, word, told))
        self.assertEqual(shown["userAdd"], "asked for by the person")
        self.assertEqual(shown["UserExtend"], "longer asked for by the person")
        self.assertEqual(shown["AppliedSuccessfully"], "applied")
        self.assertIn(">Invite external user<", page)

    def test_a_request_names_who_made_it_only_where_its_type_says_that_the_requestor_did(self):
        requests = [
            {"id": kind, "requestType": kind, "createdDateTime": "2026-06-01T00:00:00Z", "accessPackage": {"id": "p"},
             "requestor": {"id": "s", "objectId": "u", "displayName": "Ann Lee"}}
            for kind in ("userAdd", "UserRemove", "OnBehalfAdd", "adminAdd", "systemRemove", "approverRemove", "newWord")]
        write_json(self.folder, "own/assignmentRequests.json", requests)
        database = self.folder / "own.sqlite"
        tenure("import", self.folder / "own", "--db", database, "--observed-at", JULY)
        tenure("report", "history", "--db", database, "--format", "csv", "--out", self.folder / "own-out", expect=(0, 3))
        rows = [row for row in read_csv(self.folder / "own-out/history.csv") if row["kind"] == "request"]
        self.assertEqual({row["what"] for row in rows if row["actorName"]}, {"userAdd", "UserRemove", "OnBehalfAdd"})
        self.assertEqual({row["what"] for row in rows if not row["personName"]}, {"OnBehalfAdd"})
        self.assertEqual(len(rows), len(requests))

    def test_the_formats_agree(self):
        rows = self.history(formats="html,csv,json")
        out = self.folder / self.id()
        table = read_json(out / "history.json")["tables"][0]
        self.assertEqual(table["rowCount"], len(rows))
        self.assertEqual([row["objectId"] for row in table["rows"]], [row["objectId"] for row in rows])
        self.assertIn("What happened", (out / "history.html").read_text(encoding="utf-8"))
        self.assertNotIn("<script>alert", (out / "history.html").read_text(encoding="utf-8"))

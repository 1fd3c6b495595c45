"""A report that the manual shows, run as the manual says."""

import re

from support import ROOT, Sample, read_csv, tenure


class OwnReports(Sample):
    def test_the_manuals_example_works(self):
        manual = (ROOT / "docs/manual.md").read_text(encoding="utf-8")
        own = self.folder / "reports"
        own.mkdir()
        (own / "ends.yaml").write_text(re.search(r"```yaml\n(.*?)```", manual, re.DOTALL).group(1), encoding="utf-8")
        counts = []
        for days in ("30", "365"):
            out = self.folder / days
            tenure(
                "report", "ends", "--db", self.database, "--as-of", "2026-07-31", "--reports-dir", own,
                "--set", f"days={days}", "--out", out, "--format", "csv,html")
            rows = read_csv(out / "ends.csv")
            self.assertEqual([row["until"] for row in rows], sorted(row["until"] for row in rows))
            counts.append(len(rows))
        self.assertGreater(counts[0], 0)
        self.assertGreater(counts[1], counts[0])

"""The course of a tenant's imports, undisturbed: what the disturbed ones are measured against."""

import dataclasses
import shutil
import statistics
import subprocess
import time

import state


@dataclasses.dataclass
class Step:
    """One import: the database before it, how long it takes, and what is there after it."""
    arguments: list
    before: object
    tables: str
    report: str
    duration: float = 0
    peak: int = 0


class Course:
    def __init__(self, binary, name, imports, folder):
        self.binary, self.name, self.folder = binary, name, folder
        folder.mkdir()
        self.database = folder / "undisturbed/tenure.sqlite"
        self.database.parent.mkdir()
        # The last one twice: importing the same again is an import, too; and once more for what a kill left done.
        self.steps = [self.step(files, moment) for files, moment in [*imports, imports[-1], imports[-1]]]
        self.row_count = len(state.tables(self.database))

    def step(self, files, moment):
        before = None
        if self.database.exists():
            before = self.folder / f"before-{len(list(self.folder.iterdir()))}.sqlite"
            shutil.copy(self.database, before)
        arguments = [self.binary, "import", files, "--observed-at", moment]
        durations = []
        for _ in range(3):
            self.database.unlink(missing_ok=True)
            if before:
                shutil.copy(before, self.database)
            begun = time.monotonic()
            self.run(arguments, self.database)
            durations.append(time.monotonic() - begun)
        return Step(
            arguments, before, state.digest(state.tables(self.database)),
            state.report(self.binary, self.database, self.folder / "out"), statistics.median(durations),
            self.database.stat().st_size * 2)

    def run(self, arguments, database, codes=(0, 3)):
        done = subprocess.run([*arguments, "--db", database], capture_output=True, text=True)
        assert done.returncode in codes, f"import ended with {done.returncode}: {done.stderr}"
        return done

    def durations(self):
        return ", ".join(f"{step.duration * 1000:.0f} ms" for step in self.steps[:-1])

    def begin(self, number, folder):
        """A database as it is before the step, in a folder of its own."""
        database = folder / "tenure.sqlite"
        if self.steps[number].before:
            shutil.copy(self.steps[number].before, database)
        return database

    def judge(self, number, folder, scratch, has_room=True):
        """What a fault in the step left, and whether it is told and reported; without room that may be refused.

        Returns whether the step counts.
        """
        step, database = self.steps[number], folder / "tenure.sqlite"
        before = self.steps[number - 1].tables if number else None
        left = state.found(folder, scratch / "look")
        assert left in (before, step.tables), "what is left is neither the state before nor that after"
        counts = left == step.tables and left != before
        known = step if counts else self.steps[number - 1] if number else None
        told = subprocess.run([self.binary, "status", "--db", database], capture_output=True, text=True)
        said = state.report(self.binary, database, scratch / "out")
        if not has_room and "no space is left" in told.stderr + said:
            return counts
        assert told.returncode == (0 if known else 2), f"status ended with {told.returncode}: {told.stderr}"
        assert said == known.report if known else "no database there" in said or "no snapshot yet" in said, (
            f"the report is not that of the state: {said}")
        return counts

    def go_on(self, number, folder, scratch, counts):
        """The next import completes, and all is as if nothing had been."""
        expected = self.steps[number + 1 if counts else number]
        self.run(expected.arguments, folder / "tenure.sqlite")
        assert state.found(folder, scratch / "look") == expected.tables, "the rows are not those of undisturbed imports"
        said = state.report(self.binary, folder / "tenure.sqlite", scratch / "out")
        assert said == expected.report, f"the report is not that of undisturbed imports: {said}"
        names = sorted(path.name for path in folder.iterdir())
        assert names == ["tenure.sqlite"], f"beside the database lie {names}"

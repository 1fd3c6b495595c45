"""Rows of figures as Markdown."""

from dataclasses import dataclass, field

HEAD = ("| what | wall s | CPU s | peak MB | of wall | of CPU | goal | met |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | --- | --- |\n")


@dataclass
class Goal:
    words: str
    met: bool | None  # None: it could not be measured

    @property
    def answer(self):
        return "not measured" if self.met is None else "yes" if self.met else "**no**"


@dataclass
class Section:
    name: str
    title: str
    text: str
    rows: list = field(default_factory=list)
    checks: list = field(default_factory=list)

    def add(self, what, measure, base=None, goal=None):
        """`base` is what the ratios are of."""
        cells = [what] + [f"{value:.2f}" if value < 100 else f"{value:.0f}"
                          for value in (measure.wall, measure.cpu)] + [f"{measure.peak:.0f}"]
        if base:
            cells += [f"{measure.wall / base.wall:.2f}", f"{measure.cpu / base.cpu:.2f}"]
        else:
            cells += ["", ""]
        self.rows.append(cells + ([goal.words, goal.answer] if goal else ["", ""]))

    def say(self, what, goal):
        """A goal without figures of its own row."""
        self.rows.append([what, "", "", "", "", "", goal.words, goal.answer])

    def check(self, what, is_equal):
        self.checks.append(f"- {'equal' if is_equal else '**NOT EQUAL**'}: {what}")

    def markdown(self):
        rows = "".join("| " + " | ".join(row) + " |\n" for row in self.rows)
        return (f"## {self.title}\n{self.text}\n\n{HEAD}{rows}"
                + ("\nChecked in this run:\n" + "\n".join(self.checks) + "\n" if self.checks else ""))


def at_most(measured, base, factor):
    """Whether one takes at most so many times the other, in wall time."""
    return measured.wall <= base.wall * factor

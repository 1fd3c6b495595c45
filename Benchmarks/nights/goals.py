"""What the goals of a year ask and what was found."""

import statistics

from .tables import seconds, table

TWICE, ABOUT = 2, 1.25


def _said(is_met):
    return "yes" if is_met else "**no**"


def _size(year):
    ratio = year.nights[-1]["size"] / year.nights[0]["size"]
    goal = ["", ""] if year.data["chosen"]["signIns"] else ["less than twice", _said(ratio < TWICE)]
    return [f"size {year.name} after {year.done} nights, of one snapshot", f"{ratio:.2f}", *goal]


def _adds(with_sign_ins, without):
    """The difference of two databases after as many nights."""
    done = min(with_sign_ins.done, without.done)
    more = with_sign_ins.nights[done - 1]["size"] - without.nights[done - 1]["size"]
    yield [f"what the sign-in times add in {done} nights, MB", f"{more / 1e6:,.1f}", "", ""]
    yield ["… of one snapshot", f"{more / without.nights[0]['size']:.2f}", "", ""]
    grown = with_sign_ins.tables.get("last", {}).get("signIn")
    if grown:
        yield ["… MB of the table signIn and its share of the database", f"{grown / 1e6:,.1f}, "
               f"{grown / with_sign_ins.nights[-1]['size']:.0%}", "", ""]
    times = sum(made.get("signedIn", 0) for made in with_sign_ins.nights[:done])
    if times:
        yield [f"… bytes for each of {times:,} new sign-in times", f"{more / times:.1f}", "", ""]


def _import(year):
    walls = [made["wall"] for made in year.nights[1:] if "again" not in made]
    late = walls[-max(1, len(walls) // 10):]
    for what, figure in ((f"import of a night {year.name}, median of {len(walls)}, s", statistics.median(walls)),
                         (f"… median of the last {len(late)}, s", statistics.median(late)),
                         ("… the slowest, s", max(walls)), ("… the first of all, s", year.nights[0]["wall"])):
        yield [what, f"{figure:.2f}", "", ""]


def _reports(year):
    """Those that were run equally often, by turns: the ratios compare like with like."""
    last = year.reported
    now = year.made(last, last)
    for night in sorted({report["night"] for report in year.reports if report["after"] == last} - {last}):
        found = year.made(last, night)
        if now and len(found) == len(now):
            ratio = seconds(found) / seconds(now)
            cpu = seconds(found, "cpu") / seconds(now, "cpu")
            yield [f"`--as-of` night {night} {year.name}, of what the last costs, median of {len(now)}",
                   f"{ratio:.2f} (CPU {cpu:.2f})",
                   f"at most {ABOUT}", _said(ratio <= ABOUT)]


def goals(years):
    rows = [_size(year) for year in years]
    if len(years) == 2:
        rows += _adds(*sorted(years, key=lambda year: not year.data["chosen"]["signIns"]))
    for year in years:
        rows += [*(_import(year) if year.done > 2 else ()), *_reports(year)]
    return "## Goals\n" + table(["what", "figure", "goal", "met"], rows)


def same(year):
    """Every moment, as reported when it was the last and as reported after later nights: the same bytes?"""
    sums = {}
    for report in year.reports:
        sums.setdefault(report["night"], {})[report["after"], report["sha"]] = report["sha"]
    differing = [night for night, found in sorted(sums.items()) if len(set(found.values())) > 1]
    text = f"{len(sums)} moments, reported {len(year.reports)} times, {year.name}"
    return f"- **NOT EQUAL**: nights {differing} of {text}\n" if differing else f"- equal: {text}\n"

"""Lines over the nights of a year, as SVG: one panel below the other, each with its own scale."""

from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 860, 250, 78, 168, 40, 46
COLOURS = ("#b3541e", "#1f5fa8", "#4a7a2c", "#7a3f8f")


@dataclass
class Line:
    name: str
    points: list  # (night, value)
    dotted: bool = False  # few points: each is marked


@dataclass
class Panel:
    title: str
    unit: str
    lines: list
    across: str = "night"


def _steps(largest):
    """Round values from nothing to the largest or a little more, at most ten of them."""
    power = 10.0 ** floor(log10(largest / 8))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor * 8 >= largest)
    return [step * number for number in range(ceil(largest / step) + 1)]


def _label(value):
    return f"{value:,.10g}" if value < 10 else f"{value:,.0f}"


def _panel(panel, top):
    points = [point for line in panel.lines for point in line.points]
    last, rows = max(night for night, _ in points), _steps(max(value for _, value in points))
    wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    bottom = top + TOP + high

    def x(night):
        return LEFT + wide * night / last

    def y(value):
        return bottom - high * value / rows[-1]

    yield f'<text class="title" x="{LEFT}" y="{top + 22}">{escape(panel.title)}</text>'
    for value in rows:
        yield f'<line class="grid" x1="{LEFT}" x2="{LEFT + wide}" y1="{y(value):.1f}" y2="{y(value):.1f}"/>'
        yield f'<text class="value" x="{LEFT - 8}" y="{y(value) + 4:.1f}">{_label(value)}</text>'
    for night in (night for night in _steps(last) if night <= last):
        yield f'<line class="grid" x1="{x(night):.1f}" x2="{x(night):.1f}" y1="{bottom}" y2="{bottom + 5}"/>'
        yield f'<text class="night" x="{x(night):.1f}" y="{bottom + 19}">{_label(night)}</text>'
    yield f'<text class="night" x="{LEFT + wide / 2}" y="{bottom + 37}">{escape(panel.across)}</text>'
    middle = top + TOP + high / 2
    yield f'<text class="night" transform="translate(18 {middle}) rotate(-90)">{escape(panel.unit)}</text>'
    for number, line in enumerate(panel.lines):
        colour, places = COLOURS[number % len(COLOURS)], [(x(night), y(value)) for night, value in line.points]
        path = " ".join(f"{across:.1f},{down:.1f}" for across, down in places)
        yield f'<polyline points="{path}" stroke="{colour}"/>'
        if line.dotted:
            yield from (f'<circle cx="{across:.1f}" cy="{down:.1f}" r="3" fill="{colour}"/>' for across, down in places)
        down = top + TOP + 8 + 20 * number
        yield f'<line x1="{WIDTH - RIGHT + 14}" x2="{WIDTH - RIGHT + 36}" y1="{down}" y2="{down}" stroke="{colour}"/>'
        yield f'<text x="{WIDTH - RIGHT + 42}" y="{down + 4}">{escape(line.name)}</text>'


STYLE = ("text{font:12px sans-serif;fill:#222} .title{font-size:15px;font-weight:bold} .value{text-anchor:end} "
         ".night{text-anchor:middle} .grid{stroke:#d5d5d5;stroke-width:1} line,polyline{stroke-width:2;fill:none}")


def draw(panels):
    high = HEIGHT * len(panels)
    inner = [part for number, panel in enumerate(panels) for part in _panel(panel, HEIGHT * number)]
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{high}" viewBox="0 0 {WIDTH} {high}">\n'
            f'<style>{STYLE}</style>\n<rect width="{WIDTH}" height="{high}" fill="#fff"/>\n'
            + "\n".join(inner) + "\n</svg>\n")

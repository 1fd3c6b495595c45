"use strict";
// The rows of a table, by number, in the order of the page. The first stand in the table; of many, the others lie in
// the page as text, a line a row, a tab between cells, and become rows when they are shown. What a cell says is asked
// of either.
function tableRows(body, total, types, isEntry) {
  const standing = Array.from(body.rows);
  const blocks = Array.from(body.querySelectorAll("script"), element => ({ element }));
  const perBlock = Number(blocks[0]?.element.dataset.size ?? 1);
  const blockOf = row => blocks[Math.floor((row - standing.length) / perBlock)];
  const lines = block => block.lines ??= block.element.textContent.split("\n");
  const line = row => lines(blockOf(row))[(row - standing.length) % perBlock];

  const memo = new Map();
  const remembered = (key, make) => { if (!memo.has(key)) memo.set(key, make()); return memo.get(key); };
  const letters = { lt: "<", gt: ">", quot: "\"", amp: "&" }, names = Object.keys(letters);
  const entities = { ...letters, "#39": "'", "#9": "\t", "#10": "\n", "#13": "\r" };
  const decoded = text => text.includes("&") ? text.replace(/&([a-z]+|#\d+);/g, (_, name) => entities[name]) : text;
  const plain = text => decoded(text.includes("<") ? text.replace(/<[^>]*>/g, "") : text);
  // A cell's text in a line: what it holds, behind its opening tag where that says more than the place.
  function cut(text, index) {
    let start = 0;
    for (let tab = 0; tab < index; tab += 1) start = text.indexOf("\t", start) + 1;
    const end = text.indexOf("\t", start);
    return text.slice(start, end < 0 ? text.length : end);
  }
  const opened = text => text.startsWith("<td");
  const inner = text => opened(text) ? text.slice(text.indexOf(">") + 1) : text;
  const without = (cell, names) => Array.from(cell.childNodes).filter(node => !names.includes(node.nodeName));

  // A column of all rows, by what each says.
  const column = (key, index, ofCell, ofText) => {
    const make = () => Array.from({ length: total }, (_, row) =>
      row < standing.length ? ofCell(standing[row].cells[index]) : ofText(cut(line(row), index)));
    return isEntry[index] ? make() : remembered(key + index, make);
  };

  // What the data says in a cell: without what is set beneath it or stands in for it.
  const told = (cell, index) => isEntry[index] ? entered(cell) : cell.dataset.v ?? without(cell, ["SMALL", "EM"])
    .map(node => node.dateTime ?? node.textContent).join("");
  const toldText = text => {
    const value = /^<td[^>]* data-v="([^"]*)"/.exec(text);
    return value ? decoded(value[1]) : plain(inner(text).replace(/<(small|em)\b.*?<\/\1>/g, "")
      .replace(/<time datetime="([^"]*)">[^<]*/g, "$1"));
  };

  // Lower-case texts of whole rows, with the words of the data; a block at a time, since many take a while. Of a block
  // one text, a line a row, in which some letters stay as the page writes them: so the first search waits for little.
  const wholeStanding = () => remembered("whole", () => standing.map(row => Array.from(row.cells, (cell, index) =>
    isEntry[index] ? "" : cell.textContent + "\n" + (cell.dataset.v ?? "")).join("\n").toLowerCase()));
  const withoutTags = text => (text.includes("<td")
    ? text.replace(/<td[^>]*?(?: data-v="([^"]*)")?\/>/g, "$1\t") : text).replace(/<[^>]*>/g, "");
  const withoutCodes = text => text.includes("&#") ? text.replaceAll("&#39;", "'").replace(/&#\d+;/g, " ") : text;
  const wholeLines = block =>
    block.whole ??= withoutCodes(withoutTags(block.element.textContent)).toLowerCase();
  const asWritten = text => names.reduceRight((rest, name) => rest.replaceAll(letters[name], `&${name};`), text);
  // Whether a place is within such a letter, as a "p" in "&amp;".
  const isWithin = (text, place) => /&[a-z]*$/.test(text.slice(Math.max(0, place - 5), place));

  const shell = document.createElement("template");
  return {
    total, standing,
    element(row) {
      if (row < standing.length) return standing[row];
      const cells = line(row).split("\t").map((text, index) =>
        (opened(text) ? text.replace("/>", ">") : `<td class="c${index}">${text}`) + "</td>");
      shell.innerHTML = `<table><tbody><tr>${cells.join("")}</tr></tbody></table>`;
      return shell.content.querySelector("tr");
    },
    lowered: index => column("lowered", index,
      cell => (isEntry[index] ? entered(cell) : cell.textContent).toLowerCase(),
      text => plain(inner(text)).toLowerCase()),
    // What people read first in a cell.
    main: index => column("main", index, cell => isEntry[index] ? entered(cell)
      : types[index] === "instant" ? cell.querySelector(":scope > time")?.textContent ?? ""
      : without(cell, ["SMALL"]).map(node => node.textContent).join(""),
      text => types[index] === "instant" ? /^<time[^>]*>([^<]*)/.exec(inner(text))?.[1] ?? ""
        : plain(inner(text).replace(/<small\b.*?<\/small>/g, ""))),
    // By what an instant's column is sorted: the moment, behind it what stands in for one.
    moments: index => column("moments", index,
      cell => told(cell, index) || (cell.textContent && "~" + cell.textContent),
      text => toldText(text) || (plain(inner(text)) && "~" + plain(inner(text)))),
    told: row => row < standing.length ? Array.from(standing[row].cells, told) : line(row).split("\t").map(toldText),
    toldOf: told,
    // Whether a text stands anywhere in a row.
    finder(text) {
      const found = new Uint8Array(total), sought = asWritten(text);
      wholeStanding().forEach((whole, row) => { found[row] = whole.includes(text); });
      blocks.forEach((block, index) => {
        const whole = wholeLines(block);
        let row = standing.length + index * perBlock, end = whole.indexOf("\n");
        for (let place = whole.indexOf(sought); place >= 0; place = whole.indexOf(sought, place + 1)) {
          for (; end >= 0 && end < place; end = whole.indexOf("\n", end + 1)) row += 1;
          if (isWithin(whole, place)) continue;
          found[row] = 1;
          if (end < 0) break;
          place = end;
        }
      });
      return row => found[row];
    },
    // Makes in idle time what finding needs.
    prepare() {
      if (!window.requestIdleCallback) return;
      let made = 0;
      const next = time => {
        while (made < blocks.length) {
          wholeLines(blocks[made]);
          made += 1;
          if (time.timeRemaining() < 5) return void requestIdleCallback(next);
        }
      };
      requestIdleCallback(() => { wholeStanding(); requestIdleCallback(next); });
    },
  };
}

// What the reader fills in: kept in this browser under the report's name, tenant and moment.
const keeping = (() => {
  const main = document.getElementById("rows");
  const key = main.dataset.keep + "/" + location.pathname.split("/").pop();
  let all = {}, works = true;
  try { all = JSON.parse(localStorage.getItem(key)) ?? {}; } catch { works = false; }
  return {
    get works() { return works; },
    of: name => all[name] ?? {},
    // Nothing that is empty is kept.
    set(name, part, value) {
      const held = all[name] ??= {};
      if (value === "") delete held[part]; else held[part] = value;
      try { localStorage.setItem(key, JSON.stringify(all)); } catch { works = false; }
    },
  };
})();

// Of a cell with a choice or a text.
const entered = cell => cell.querySelector("input:checked, select, textarea")?.value ?? "";
function enter(cell, value) {
  const field = cell.querySelector("select, textarea");
  if (field) field.value = value;
  else for (const button of cell.querySelectorAll("input")) button.checked = button.value === value;
}

// CSV as the command line writes it: RFC 4180, with the guard against formulas.
const guarded = text => /^'*[=+\-@\t\r]/.test(text) ? "'" + text : text;
const quoted = text => /[",\r\n]/.test(text) ? "\"" + text.replaceAll("\"", "\"\"") + "\"" : text;
function download(name, lines) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([[...lines, ""].join("\r\n")], { type: "text/csv" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// By table: its name, its file, and its lines with the header first, whatever is filtered.
const filledTables = [];

// The columns that are filled in, of the rows of one table; `told` says what the data says in a row.
function fillIn(section, rows, columns, told) {
  const name = section.dataset.name, held = keeping.of(name), status = section.querySelector(".decided");
  const choices = columns.filter(column => column.entry === "choice");
  // A row is known by what it says, not by its place: so a decision never moves to another row.
  const seen = new Map();
  const parts = rows.map((row, index) => {
    const text = told(row), count = seen.get(text) ?? 0;
    seen.set(text, count + 1);
    return mark(text + "\n" + count);
  });
  const known = new Set();
  rows.forEach((row, index) => {
    for (const column of columns) {
      const part = parts[index] + " " + column.name, cell = row.cells[column.index];
      known.add(part);
      if (part in held) enter(cell, held[part]);
    }
  });
  const strangers = Object.keys(held).filter(part => !known.has(part)).length;

  function tell() {
    const asked = choices.length ? choices : columns;
    const count = rows.filter(row => asked.every(column => entered(row.cells[column.index]) !== "")).length;
    const texts = [status.dataset.text.replace("{count}", count).replace("{total}", rows.length)];
    if (strangers) texts.push(status.dataset.strangers.replace("{count}", strangers));
    const text = texts.join("; ") + ".";
    if (status.textContent !== text) status.textContent = text;
    const kept = section.querySelector(".kept");
    if (!keeping.works) kept.textContent = kept.dataset.not;
  }
  function changed(event) {
    const cell = event.target.closest("td"), row = cell?.parentElement;
    const column = columns.find(column => row?.cells[column.index] === cell);
    if (!column) return;
    keeping.set(name, parts[rows.indexOf(row)] + " " + column.name, entered(cell));
    tell();
  }
  const body = section.querySelector("tbody");
  body.addEventListener("input", changed);
  body.addEventListener("change", changed);

  // On a button the first letter of a choice decides, and the next row is at hand.
  body.addEventListener("keydown", event => {
    if (event.target.type !== "radio" || event.ctrlKey || event.metaKey || event.altKey) return;
    const cell = event.target.closest("td"), buttons = Array.from(cell.querySelectorAll("input"));
    const fitting = buttons.filter(button => button.value[0].toLowerCase() === event.key.toLowerCase());
    if (fitting.length !== 1) return;
    event.preventDefault();
    fitting[0].checked = true;
    fitting[0].dispatchEvent(new Event("change", { bubbles: true }));
    const next = cell.parentElement.nextElementSibling;
    const there = next?.cells[cell.cellIndex];
    (there?.querySelector("input:checked, input") ?? fitting[0]).focus();
  });
  tell();
}

// 106 bits of a text: enough that no two rows are taken for each other.
function mark(text) {
  const lanes = [1, 2].map(seed => {
    let a = 0xdeadbeef ^ seed, b = 0x41c6ce57 ^ seed;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
  });
  return lanes.join("-");
}

// Who attests, and the export that says so: the lines of the CSV, with name, date and sentence behind each.
for (const section of document.querySelectorAll("section.attestation")) {
  const by = section.querySelector(".attested-by"), on = section.querySelector(".attested-on");
  const sentence = section.querySelector("p").textContent;
  const held = keeping.of("");
  by.value = held.by ?? "";
  on.value = held.on ?? "";
  by.addEventListener("input", () => keeping.set("", "by", by.value));
  on.addEventListener("input", () => keeping.set("", "on", on.value));
  section.querySelector(".export-signed").addEventListener("click", () => {
    const signed = [by.value.trim(), on.value, sentence].map(text => quoted(guarded(text))).join(",");
    for (const table of filledTables) {
      const [head, ...rows] = table.lines();
      download(table.file.replace(/\.csv$/, "-signed.csv"),
        [head + ",attestedBy,attestedOn,attestation", ...rows.map(row => row + "," + signed)]);
    }
  });
  for (const element of section.querySelectorAll(".scripted")) element.hidden = false;
}

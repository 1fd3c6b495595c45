for (const section of document.querySelectorAll("section.table")) {
  const $ = selector => section.querySelector(selector);
  const name = section.dataset.name, body = $("tbody"), head = $("thead");
  const titles = Array.from(head.rows[0].cells);
  const names = titles.map(th => th.dataset.name), types = titles.map(th => th.dataset.type);
  const entries = titles.flatMap((th, index) =>
    th.dataset.entry ? [{ index, name: names[index], entry: th.dataset.entry }] : []);
  const isEntry = titles.map(th => Boolean(th.dataset.entry));
  const boxes = Array.from(section.querySelectorAll(".chooser input"));
  const standard = boxes.filter(box => box.defaultChecked).map(box => box.dataset.name).join(" ");
  const search = $(".search"), byColumn = $(".by-column"), count = $(".count");
  const fields = [];
  let sorted = -1, descending = false, isInOrder = true;

  const rows = tableRows(body, Number(section.dataset.rows), types, isEntry);

  // The filter of a column as a question to its text.
  function question(text, index) {
    const sign = text[0], rest = text.slice(1).trim().toLowerCase(), cells = rows.lowered(index);
    if (sign === "=") return among(rows.main(index).map(value => value.toLowerCase()), value => value === rest);
    if (sign === "!" && rest) return among(cells, value => !value.includes(rest));
    if ((sign === "<" || sign === ">") && rest) {
      return among(rows.main(index), value => {
        if (value === "") return false;
        const order = types[index] === "integer" ? Number(value) - Number(rest)
          : compare(value.toLowerCase().slice(0, rest.length), rest);
        return sign === "<" ? order < 0 : order > 0;
      });
    }
    return among(cells, value => value.includes(text.toLowerCase()));
  }
  const among = (values, fits) => row => fits(values[row]);
  const compare = (left, right) => left < right ? -1 : left > right ? 1 : 0;

  // The numbers of all rows as they are sorted, and of those that fit.
  let order = Array.from({ length: rows.total }, (_, row) => row), fitting = order;

  function filter() {
    const questions = fields.flatMap((field, index) =>
      field.value.trim() ? [question(field.value.trim(), index)] : []);
    const text = search.value.trim().toLowerCase();
    if (text) {
      const isFound = rows.finder(text), typed = entries.map(({ index }) => rows.lowered(index));
      questions.push(row => isFound(row) || typed.some(values => values[row].includes(text)));
    }
    fitting = questions.length ? order.filter(row => questions.every(fits => fits(row))) : order;
    lay();
    count.textContent = fitting.length === rows.total ? count.dataset.all
      : count.dataset.some.replace("{found}", fitting.length.toLocaleString("en-US"));
    if (rows.total) section.querySelector(".nothing").hidden = fitting.length > 0;
  }

  // Of the rows that fit only so many are in the table; the others follow as the reader comes near, and on paper.
  const step = 100, onPaper = 5000, more = $(".more");
  let laid = 0;
  function lay(least = step) {
    body.replaceChildren();
    laid = 0;
    further(least);
  }
  function further(count = step) {
    const next = fitting.slice(laid, laid + count).map(row => rows.element(row));
    laid += next.length;
    body.append(...next);
    more.parentElement.hidden = laid >= fitting.length;
    if (!section.classList.contains("dossier")) return;
    // A topic is said once for the facts that follow on each other.
    let topic = null;
    for (const row of body.rows) {
      row.classList.toggle("same", row.cells[0].textContent === topic);
      topic = row.cells[0].textContent;
    }
  }
  const paper = $(".on-paper");
  addEventListener("beforeprint", () => {
    further(Math.max(0, Math.min(onPaper, fitting.length) - laid));
    paper.hidden = laid >= fitting.length;
    paper.textContent = paper.dataset.text.replace("{shown}", laid.toLocaleString("en-US"))
      .replace("{total}", fitting.length.toLocaleString("en-US"));
  });
  more.addEventListener("click", () => further());
  new IntersectionObserver(seen => { if (seen.some(entry => entry.isIntersecting)) further(); },
    { rootMargin: "1500px" }).observe(more);

  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  function sort() {
    if (sorted < 0 && isInOrder) return;
    isInOrder = sorted < 0;
    titles.forEach((th, index) => {
      if (index === sorted) th.setAttribute("aria-sort", descending ? "descending" : "ascending");
      else th.removeAttribute("aria-sort");
    });
    order = Array.from({ length: rows.total }, (_, row) => row);
    if (sorted >= 0) {
      const keys = types[sorted] === "instant" ? rows.moments(sorted) : rows.main(sorted);
      const by = types[sorted] === "instant" ? compare
        : types[sorted] === "integer" ? (left, right) => Number(left) - Number(right) : collator.compare;
      // What is empty comes last, whichever way.
      order.sort((left, right) => (keys[left] === "") - (keys[right] === "")
        || by(keys[left], keys[right]) * (descending ? -1 : 1) || left - right);
    }
  }

  const csv = chosen => [names.join(","), ...chosen.map(row => rows.told(row).map((text, index) =>
    quoted(["integer", "boolean", "instant"].includes(types[index]) ? text : guarded(text))).join(","))];

  // The view is kept in the address: one parameter a choice, named by table.
  const key = part => name + "." + part;
  function remember() {
    const all = new URLSearchParams(location.hash.slice(1));
    for (const old of Array.from(all.keys())) if (old.startsWith(name + ".")) all.delete(old);
    if (!location.hash.includes("=")) for (const old of Array.from(all.keys())) all.delete(old);
    if (search.value.trim()) all.set(key("search"), search.value.trim());
    fields.forEach((field, index) => { if (field.value.trim()) all.set(key(names[index]), field.value.trim()); });
    if (sorted >= 0) all.set(key("sort"), (descending ? "-" : "") + names[sorted]);
    const chosen = boxes.filter(box => box.checked).map(box => box.dataset.name).join(" ");
    if (chosen !== standard) all.set(key("columns"), chosen);
    const hash = all.toString();
    history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  }
  function recall() {
    const all = new URLSearchParams(location.hash.slice(1));
    search.value = all.get(key("search")) ?? "";
    fields.forEach((field, index) => { field.value = all.get(key(names[index])) ?? ""; });
    const by = all.get(key("sort")) ?? "";
    descending = by.startsWith("-");
    sorted = names.indexOf(by.replace("-", ""));
    const chosen = (all.get(key("columns")) ?? standard).split(" ");
    for (const box of boxes) box.checked = chosen.includes(box.dataset.name);
    choose();
    if (fields.some(field => field.value)) open(true);
    sort();
    filter();
  }

  function choose() {
    boxes.forEach((box, index) => section.classList.toggle("h" + index, !box.checked));
  }

  function open(isOpen) {
    head.classList.toggle("open", isOpen);
    filters.hidden = $(".hint").hidden = !isOpen;
    byColumn.setAttribute("aria-expanded", String(isOpen));
    head.style.setProperty("--head", head.rows[0].offsetHeight + "px");
  }

  const filters = document.createElement("tr");
  filters.className = "filters";
  filters.hidden = true;
  titles.forEach((th, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...th.childNodes);
    button.addEventListener("click", () => {
      if (sorted !== index) [sorted, descending] = [index, false];
      else if (!descending) descending = true;
      else [sorted, descending] = [-1, false];
      sort();
      filter();
      remember();
    });
    th.append(button);
    const cell = document.createElement("th"), label = document.createElement("label");
    cell.className = th.className;
    const title = document.createElement("span"), field = document.createElement("input");
    title.textContent = button.textContent;
    field.autocomplete = "off";
    field.spellcheck = false;
    if (types[index] === "word" || types[index] === "boolean") {
      const list = document.createElement("datalist");
      list.id = section.id + "-words-" + index;
      field.setAttribute("list", list.id);
      field.addEventListener("focus", () => {
        if (list.childElementCount) return;
        for (const word of new Set(rows.main(index))) {
          if (word) list.append(new Option("", "=" + word));
        }
      });
      label.append(list);
    }
    field.addEventListener("input", () => { filter(); remember(); });
    label.prepend(title, field);
    cell.append(label);
    filters.append(cell);
    fields.push(field);
  });
  head.append(filters);
  byColumn.addEventListener("click", () => open(filters.hidden));
  search.addEventListener("input", () => { filter(); remember(); });
  for (const box of boxes) box.addEventListener("change", () => { choose(); remember(); });
  $(".reset").addEventListener("click", () => {
    history.replaceState(null, "", location.pathname + location.search);
    open(false);
    recall();
  });
  $(".export").addEventListener("click", () => {
    const kind = fitting.length < rows.total || !entries.length ? "-filtered.csv" : "-filled.csv";
    download(section.dataset.report.replace(/\.csv$/, kind), csv(fitting));
  });
  if (entries.length) {
    fillIn(section, rows.standing, entries, row =>
      Array.from(row.cells, (cell, index) => isEntry[index] ? "" : rows.toldOf(cell, index)).join("\n"));
    filledTables.push({ file: section.dataset.report, lines: () => csv(rows.standing.map((_, row) => row)) });
  }
  // A link to a place on the page is no view.
  addEventListener("hashchange", () => { if (!location.hash || location.hash.includes("=")) recall(); });
  for (const element of section.querySelectorAll(".scripted")) element.hidden = false;
  recall();
  body.classList.remove("fresh");
  rows.prepare();
}

for (const section of document.querySelectorAll("section.table")) {
  const $ = selector => section.querySelector(selector);
  const name = section.dataset.name, body = $("tbody"), head = $("thead");
  const rows = Array.from(body.rows), titles = Array.from(head.rows[0].cells);
  const names = titles.map(th => th.dataset.name), types = titles.map(th => th.dataset.type);
  const entries = titles.flatMap((th, index) =>
    th.dataset.entry ? [{ index, name: names[index], entry: th.dataset.entry }] : []);
  const isEntry = titles.map(th => Boolean(th.dataset.entry));
  const boxes = Array.from(section.querySelectorAll(".chooser input"));
  const standard = boxes.filter(box => box.defaultChecked).map(box => box.dataset.name).join(" ");
  const search = $(".search"), byColumn = $(".by-column"), count = $(".count");
  const fields = [];
  let sorted = -1, descending = false, isInOrder = true;

  // What the data says in a cell: without what is set beneath it or stands in for it.
  const data = (cell, index) => isEntry[index] ? entered(cell) : cell.dataset.v ?? Array.from(cell.childNodes)
    .filter(node => node.nodeName !== "SMALL" && node.nodeName !== "EM")
    .map(node => node.dateTime ?? node.textContent).join("");
  const memo = new Map();
  const remembered = (key, make) => { if (!memo.has(key)) memo.set(key, make()); return memo.get(key); };
  const lowered = index => isEntry[index] ? rows.map(row => entered(row.cells[index]).toLowerCase())
    : remembered(index, () => rows.map(row => row.cells[index].textContent.toLowerCase()));
  const whole = () => remembered("all", () => rows.map(row => Array.from(row.cells, (cell, index) =>
    isEntry[index] ? "" : cell.textContent + "\n" + (cell.dataset.v ?? "")).join("\n").toLowerCase()));

  // The filter of a column as a question to its text.
  function question(text, index) {
    const sign = text[0], rest = text.slice(1).trim().toLowerCase(), cells = lowered(index);
    if (sign === "=") return row => main(row, index).toLowerCase() === rest;
    if (sign === "!" && rest) return row => !cells[row].includes(rest);
    if ((sign === "<" || sign === ">") && rest) {
      return row => {
        const value = main(row, index);
        if (value === "") return false;
        const order = types[index] === "integer" ? Number(value) - Number(rest)
          : compare(value.toLowerCase().slice(0, rest.length), rest);
        return sign === "<" ? order < 0 : order > 0;
      };
    }
    return row => cells[row].includes(text.toLowerCase());
  }
  function main(row, index) {
    const cell = rows[row].cells[index];
    if (isEntry[index]) return entered(cell);
    if (types[index] === "instant") return cell.querySelector(":scope > time")?.textContent ?? "";
    return cell.childNodes.length ? Array.from(cell.childNodes).filter(node => node.nodeName !== "SMALL")
      .map(node => node.textContent).join("") : "";
  }
  const compare = (left, right) => left < right ? -1 : left > right ? 1 : 0;

  function filter() {
    const questions = fields.flatMap((field, index) =>
      field.value.trim() ? [question(field.value.trim(), index)] : []);
    const text = search.value.trim().toLowerCase();
    if (text) {
      questions.push(row => whole()[row].includes(text)
        || entries.some(({ index }) => entered(rows[row].cells[index]).toLowerCase().includes(text)));
    }
    let shown = 0;
    rows.forEach((row, index) => {
      const fits = questions.every(ask => ask(index));
      if (row.hidden === fits) row.hidden = !fits;
      if (fits) shown += 1;
    });
    limit = step;
    unfold();
    count.textContent = shown === rows.length ? count.dataset.all
      : count.dataset.some.replace("{found}", shown.toLocaleString("en-US"));
    const nothing = section.querySelector(".nothing");
    if (rows.length) nothing.hidden = shown > 0;
  }

  // Only so many rows of those that fit are laid out on a screen.
  const step = 200, more = $(".more");
  let limit = step;
  function unfold() {
    let place = 0;
    for (const row of body.rows) {
      const isLater = !row.hidden && place >= limit;
      if (!row.hidden) place += 1;
      if (row.classList.contains("later") !== isLater) row.classList.toggle("later", isLater);
    }
    more.parentElement.hidden = place <= limit;
    if (!section.classList.contains("dossier")) return;
    // A topic is said once for the facts that follow on each other.
    let topic = null;
    for (const row of body.rows) {
      if (row.hidden) continue;
      row.classList.toggle("same", row.cells[0].textContent === topic);
      topic = row.cells[0].textContent;
    }
  }
  function further() {
    limit += step;
    unfold();
  }
  more.addEventListener("click", further);
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
    let order = rows.map((_, index) => index);
    if (sorted >= 0) {
      const keys = rows.map((row, index) => {
        const cell = row.cells[sorted];
        if (types[sorted] !== "instant") return main(index, sorted);
        return data(cell, sorted) || (cell.textContent && "~" + cell.textContent);
      });
      const by = types[sorted] === "instant" ? compare
        : types[sorted] === "integer" ? (left, right) => Number(left) - Number(right) : collator.compare;
      // What is empty comes last, whichever way.
      order.sort((left, right) => (keys[left] === "") - (keys[right] === "")
        || by(keys[left], keys[right]) * (descending ? -1 : 1) || left - right);
    }
    body.append(...order.map(index => rows[index]));
    limit = step;
    unfold();
  }

  const csv = rows => [names.join(","), ...rows.map(row => Array.from(row.cells, (cell, index) => {
    const text = data(cell, index);
    return quoted(["integer", "boolean", "instant"].includes(types[index]) ? text : guarded(text));
  }).join(","))];

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
        for (const word of new Set(rows.map((_, row) => main(row, index)))) {
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
    const shown = Array.from(body.rows).filter(row => !row.hidden);
    const kind = shown.length < rows.length || !entries.length ? "-filtered.csv" : "-filled.csv";
    download(section.dataset.report.replace(/\.csv$/, kind), csv(shown));
  });
  if (entries.length) {
    fillIn(section, rows, entries, row =>
      Array.from(row.cells, (cell, index) => isEntry[index] ? "" : data(cell, index)).join("\n"));
    filledTables.push({ file: section.dataset.report, lines: () => csv(rows) });
  }
  addEventListener("hashchange", recall);
  for (const element of section.querySelectorAll(".scripted")) element.hidden = false;
  recall();
  body.classList.remove("fresh");
  if (window.requestIdleCallback) requestIdleCallback(whole);
}

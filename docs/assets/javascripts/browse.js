// rules/index.html: the table of all rules, narrowed by words and by values (narrow.js). The state is in the address.
// Without this script the table shows everything.
(function () {
  "use strict";

  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }

  function start() {
    var form = document.getElementById("browse");
    if (!form || form.dataset.started) return;
    form.dataset.started = "yes";
    var asked = new URLSearchParams(location.search);
    if (asked.has("from") || asked.has("to")) {
      location.replace("../plan.html" + location.search);
      return;
    }
    var field = form.elements.text;
    var status = form.querySelector("[role=status]");
    var table = document.querySelector("table.all-rules");
    var body = table.tBodies[0];
    var rows = all("tr", body).map(function (row, place) {
      return { element: row, place: place, text: (row.textContent + " " + row.dataset.text).toLowerCase() };
    });
    var narrow = window.atlasNarrow(form, changed);
    var heads = all("th button", table);
    var sorted = "";
    var waiting;

    heads.forEach(function (head) { head.disabled = false; head.addEventListener("click", function () { sort(head); }); });
    field.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(changed, 150); });
    form.addEventListener("submit", function (event) { event.preventDefault(); changed(); });
    form.addEventListener("reset", function () { setTimeout(function () { narrow.clear(); order(""); changed(); }); });
    window.addEventListener("popstate", read);
    read();
    narrow.fold();

    function read() {
      var state = new URLSearchParams(location.search);
      field.value = state.get("text") || "";
      narrow.read(state);
      order(state.get("sort") || "");
      show();
    }

    function changed() {
      var state = new URLSearchParams();
      if (field.value) state.set("text", field.value); // not `q`: for that the theme opens its own search
      narrow.write(state);
      if (sorted) state.set("sort", sorted);
      var query = state.toString().replace(/%2C/g, ",");
      try { history.replaceState(history.state, "", location.pathname + (query ? "?" + query : "") + location.hash); } catch (error) { /* file:// in some browsers */ }
      show();
    }

    function show() {
      var words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      rows.forEach(function (row) { row.element.hidden = true; });
      var wanted = narrow.select(rows, function (row) {
        return words.every(function (word) { return row.text.indexOf(word) >= 0; });
      }, function (row, name) { return row.element.dataset[name]; });
      wanted.forEach(function (row) { row.element.hidden = false; });
      status.textContent = (wanted.length === rows.length ? "All " + wanted.length + " rules" : wanted.length + " of " + rows.length + " rules") + narrow.told();
    }

    function sort(head) {
      order(sorted === head.value ? "-" + head.value : sorted === "-" + head.value ? "" : head.value);
      changed();
    }

    // Sorts by the numbers or words that rows carry in data-…; "" is the order of the page.
    function order(wanted) {
      var key = wanted.replace("-", "");
      var known = heads.some(function (head) { return head.value === key; });
      sorted = known ? wanted : "";
      var way = sorted.charAt(0) === "-" ? -1 : 1;
      function value(row) { return row.element.dataset[key + "Rank"] || row.element.dataset[key] || ""; }
      var list = rows.slice().sort(function (a, b) {
        var compared = sorted ? value(a).localeCompare(value(b), "en", { numeric: true }) : 0;
        return compared ? way * compared : a.place - b.place;
      });
      heads.forEach(function (head) {
        var direction = !sorted || head.value !== key ? "none" : way > 0 ? "ascending" : "descending";
        head.closest("th").setAttribute("aria-sort", direction);
      });
      body.append.apply(body, list.map(function (row) { return row.element; }));
    }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();

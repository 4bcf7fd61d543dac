// rules/index.html: the table of all rules, narrowed by words and by values that are wanted, not wanted, or neither. The
// state is in the address. A value's number tells how many rules would have it if its own list were not narrowed, so
// that the numbers of a list add up. Without this script the table shows everything.
(function () {
  "use strict";

  var NEXT = { "": "only", only: "not", not: "" };
  var MARKS = { "": "", only: "✓ ", not: "− " };
  var SAID = { "": "", only: ", only these", not: ", not these" };

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
    var field = form.elements.q;
    var status = form.querySelector("[role=status]");
    var table = document.querySelector("table.all-rules");
    var body = table.tBodies[0];
    var rows = all("tr", body).map(function (row, place) {
      return { element: row, place: place, text: (row.textContent + " " + row.dataset.text).toLowerCase() };
    });
    var lists = all("fieldset", form).map(function (set) {
      return { name: set.name, title: set.querySelector("legend").textContent, buttons: all("button", set) };
    });
    var heads = all("th button", table);
    var sorted = "";
    var waiting;

    heads.forEach(function (head) { head.disabled = false; head.addEventListener("click", function () { sort(head); }); });
    lists.forEach(function (list) {
      list.buttons.forEach(function (button) {
        button.addEventListener("click", function () { set(button, NEXT[button.dataset.state || ""]); changed(); });
      });
    });
    field.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(changed, 150); });
    form.addEventListener("submit", function (event) { event.preventDefault(); changed(); });
    form.addEventListener("reset", function () { setTimeout(function () { clear(); changed(); }); });
    window.addEventListener("popstate", read);
    read();
    // On a phone the lists would fill the screen before the first rule.
    var narrowed = lists.some(function (list) { return list.buttons.some(function (button) { return button.dataset.state; }); });
    form.querySelector("details").open = narrowed || window.matchMedia("(min-width: 45em)").matches;

    function set(button, state) {
      button.dataset.state = state;
      button.querySelector(".mark").textContent = MARKS[state];
      button.querySelector(".said").textContent = SAID[state];
    }

    function clear() {
      lists.forEach(function (list) { list.buttons.forEach(function (button) { set(button, ""); }); });
      order("");
    }

    function read() {
      var state = new URLSearchParams(location.search);
      field.value = state.get("q") || "";
      lists.forEach(function (list) {
        var values = (state.get(list.name) || "").split(",");
        list.buttons.forEach(function (button) {
          set(button, values.indexOf(button.value) >= 0 ? "only" : values.indexOf("-" + button.value) >= 0 ? "not" : "");
        });
      });
      order(state.get("sort") || "");
      show();
    }

    function changed() {
      var state = new URLSearchParams();
      if (field.value) state.set("q", field.value);
      lists.forEach(function (list) {
        var values = list.buttons.filter(function (button) { return button.dataset.state; }).map(function (button) {
          return (button.dataset.state === "not" ? "-" : "") + button.value;
        });
        if (values.length) state.set(list.name, values.join(","));
      });
      if (sorted) state.set("sort", sorted);
      var query = state.toString().replace(/%2C/g, ",");
      try { history.replaceState(history.state, "", location.pathname + (query ? "?" + query : "") + location.hash); } catch (error) { /* file:// in some browsers */ }
      show();
    }

    function valuesIn(list, state) {
      return list.buttons.filter(function (button) { return button.dataset.state === state; }).map(function (button) { return button.value; });
    }

    function show() {
      var words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      var tests = lists.map(function (list) {
        var only = valuesIn(list, "only");
        var not = valuesIn(list, "not");
        return function (value) { return (!only.length || only.indexOf(value) >= 0) && not.indexOf(value) < 0; };
      });
      var counts = lists.map(function () { return {}; });
      var shown = 0;
      rows.forEach(function (row) {
        var found = words.every(function (word) { return row.text.indexOf(word) >= 0; });
        var met = lists.map(function (list, place) { return tests[place](row.element.dataset[list.name]); });
        var missed = met.filter(function (one) { return !one; }).length;
        lists.forEach(function (list, place) {
          if (!found || missed > (met[place] ? 0 : 1)) return;
          var value = row.element.dataset[list.name];
          counts[place][value] = (counts[place][value] || 0) + 1;
        });
        row.element.hidden = !found || missed > 0;
        shown += row.element.hidden ? 0 : 1;
      });
      lists.forEach(function (list, place) {
        list.buttons.forEach(function (button) {
          button.querySelector(".count").textContent = counts[place][button.value] || 0;
          button.classList.toggle("none", !counts[place][button.value]);
        });
      });
      tell(shown);
    }

    function tell(shown) {
      var parts = lists.map(function (list) {
        var only = list.buttons.filter(function (button) { return button.dataset.state === "only"; }).map(name);
        var not = list.buttons.filter(function (button) { return button.dataset.state === "not"; }).map(name);
        var told = only.concat(not.length ? ["not " + not.join(", not ")] : []).join(", ");
        return told ? list.title + ": " + told : "";
      }).filter(Boolean);
      status.textContent = (shown === rows.length ? "All " + shown + " rules" : shown + " of " + rows.length + " rules") + (parts.length ? " (" + parts.join("; ") + ")" : "");
    }

    function name(button) { return button.querySelector(".name").textContent; }

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

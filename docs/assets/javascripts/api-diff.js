// api-diff.html: what changed in the interface between two releases. Each release has its changes in a script of its own
// (scripts/website/api_diff.py); those between the two ends are loaded when they are asked for. The choice is in the address.
(function () {
  "use strict";

  var EFFECTS = ["silent", "error", "unclear", "warning"];
  var ACCOUNTS = ["rule", "open", "excused"];
  var FIRST = 200; // rows that are shown at once

  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    [].concat(children || []).forEach(function (child) {
      if (child !== "") made.append(child.nodeType ? child : document.createTextNode(child));
    });
    return made;
  }

  // Text with `code` in backticks and IDs of rules as nodes.
  function line(text) {
    return text.split(/`+/).reduce(function (nodes, part, place) {
      if (place % 2) return nodes.concat(element("code", {}, part));
      return nodes.concat(part.split(/(TFU\d{4})/).map(function (piece, odd) { return odd % 2 ? link(piece, piece) : piece; }));
    }, []);
  }

  function link(id, text) { return element("a", { href: "rules/" + id + ".html" }, text); }

  function start() {
    var form = document.getElementById("api-diff");
    if (!form || form.dataset.started) return;
    form.dataset.started = "yes";
    var kinds = form.dataset.kinds.split("|");
    var field = form.elements.text;
    var status = form.querySelector("[role=status]");
    var saved = document.getElementById("a-saved");
    var more = document.getElementById("a-more");
    var table = document.querySelector("table.api-diff");
    var body = table.tBodies[0];
    var heads = Array.prototype.slice.call(table.querySelectorAll("th button"));
    var ends = Array.prototype.map.call(form.elements.from.options, function (option) { return option.value; });
    var narrow = window.atlasNarrow(form, changed);
    var loading = {};
    var rows = []; // of this move
    var wanted = []; // of these, what the filters let through, in order
    var whole = false;
    var sorted = "";
    var waiting;

    document.getElementById("api-diff-result").hidden = false;
    heads.forEach(function (head) { head.addEventListener("click", function () { sort(head.value); }); });
    form.addEventListener("change", function (event) { if (event.target !== field) move(true); });
    field.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(changed, 150); });
    form.addEventListener("submit", function (event) { event.preventDefault(); changed(); });
    form.addEventListener("reset", function (event) { // the releases stay: what is cleared is what narrows them
      event.preventDefault();
      field.value = "";
      narrow.clear();
      sorted = "";
      changed();
    });
    window.addEventListener("popstate", read);
    document.getElementById("a-json").addEventListener("click", save);
    more.addEventListener("click", function () {
      var next = body.rows.length;
      whole = true;
      draw();
      body.rows[next].querySelector("th").focus();
    });
    read();
    narrow.fold();

    function read() {
      var state = new URLSearchParams(location.search);
      ["from", "to"].forEach(function (name) {
        var first = Array.prototype.filter.call(form.elements[name].options, function (option) { return option.defaultSelected; })[0];
        form.elements[name].value = ends.indexOf(state.get(name)) >= 0 ? state.get(name) : first.value;
      });
      field.value = state.get("text") || "";
      narrow.read(state);
      sorted = heads.some(function (head) { return head.value === (state.get("sort") || "").replace("-", ""); }) ? state.get("sort") : "";
      move(false);
    }

    function remember() {
      var state = new URLSearchParams();
      state.set("from", form.elements.from.value);
      state.set("to", form.elements.to.value);
      if (field.value) state.set("text", field.value); // not `q`: for that the theme opens its own search
      narrow.write(state);
      if (sorted) state.set("sort", sorted);
      var query = state.toString().replace(/%2C/g, ",");
      try { history.replaceState(history.state, "", location.pathname + "?" + query + location.hash); } catch (error) { /* file:// in some browsers */ }
    }

    function changed() { remember(); show(); }

    // The two ends, the older first: a change is told in the order of releases.
    function places() {
      return [form.elements.from.value, form.elements.to.value].map(function (name) { return ends.indexOf(name); }).sort(function (a, b) { return a - b; });
    }

    // ---- what there is between the two ends ----

    function load(name) {
      if (!loading[name]) {
        loading[name] = new Promise(function (done, failed) {
          var script = element("script", { src: "assets/javascripts/api-diff/" + name + ".js" });
          script.onload = done;
          script.onerror = function () { delete loading[name]; failed(); };
          document.head.append(script);
        });
      }
      return loading[name];
    }

    function move(keep) {
      var between = places();
      var names = ends.slice(between[0] + 1, between[1] + 1).filter(function (name) {
        return !document.querySelector('[data-step="' + name + '"] [data-none]');
      });
      if (keep) remember();
      steps(between);
      if (!names.length) { rows = []; show(); return; }
      status.textContent = "Loading …";
      Promise.all(names.map(load)).then(function () {
        if (String(between) !== String(places())) return; // another move was chosen meanwhile
        rows = [];
        names.forEach(function (name) {
          window.atlasApi[name].changes.forEach(function (one) { if (told(one, between)) rows.push(row(one, name)); });
        });
        rows.sort(function (a, b) {
          return EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) || ACCOUNTS.indexOf(a.account) - ACCOUNTS.indexOf(b.account) || old(a) - old(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
        });
        rows.forEach(function (one, place) { one.place = place; });
        show();
      }, function () { status.textContent = "The changes could not be loaded. Reload the page to try again."; });
    }

    function old(one) { return one.name.indexOf("tf.compat.v1.") === 0 ? 1 : 0; }

    function told(one, between) { return one[5] <= between[0] && (one[6] < 0 || between[1] < one[6]); }

    function row(one, name) {
      var data = window.atlasApi[name];
      var reason = one[8] >= 0 ? data.excuses[one[8]] : "";
      var account = one[7].length ? "rule" : reason ? "excused" : "open";
      var made = { name: one[0], kind: kinds[one[1]], effect: EFFECTS[one[2]], area: one[3], detail: one[4], since: name, rules: one[7], titles: data.rules, reason: reason, account: account };
      made.text = [made.name, made.kind, made.detail, made.rules.join(" "), made.rules.map(function (id) { return data.rules[id]; }).join(" "), reason].join(" ").toLowerCase();
      return made;
    }

    function steps(between) {
      document.querySelectorAll("[data-step]").forEach(function (one) {
        var place = ends.indexOf(one.getAttribute("data-step"));
        one.hidden = between[0] !== between[1] && (place <= between[0] || place > between[1]);
      });
      document.getElementById("a-plan").search = "?from=" + encodeURIComponent(ends[between[0]]) + "&to=" + encodeURIComponent(ends[between[1]]);
    }

    // ---- what is shown of it ----

    function show() {
      var words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      wanted = narrow.select(rows, function (one) {
        return words.every(function (word) { return one.text.indexOf(word) >= 0; });
      }, function (one, name) { return one[name]; });
      order();
      whole = false;
      draw();
      var between = places();
      status.textContent = between[0] === between[1] ? "Choose two different releases." :
        (wanted.length === rows.length ? "All " + wanted.length + " changes" : wanted.length + " of " + rows.length + " changes") +
        " from " + ends[between[0]] + " to " + ends[between[1]] + narrow.told();
      saved.textContent = "";
    }

    function draw() {
      var shown = whole ? wanted : wanted.slice(0, FIRST);
      body.replaceChildren.apply(body, shown.map(drawn));
      more.hidden = shown.length === wanted.length;
      more.textContent = "Show the other " + (wanted.length - shown.length);
    }

    function drawn(one) {
      var cell = { role: "cell" };
      var account = one.account === "rule" ? one.rules.reduce(function (made, id) {
        return made.concat(made.length ? element("br") : "", element("a", { class: "rule-link", href: "rules/" + id + ".html" }, [element("span", { class: "rule-id" }, id), " "].concat(line(one.titles[id]))));
      }, []) : one.account === "excused" ? element("span", { class: "quiet" }, line(one.reason)) :
        element("a", { href: "coverage.html#open" }, "Open");
      return element("tr", { role: "row" }, [
        element("th", { scope: "row", role: "rowheader", tabindex: "-1" }, element("code", {}, one.name)),
        element("td", cell, [one.kind, one.detail ? ": " : ""].concat(line(one.detail))),
        element("td", cell, element("span", { class: "impact impact-" + one.effect }, form.querySelector('[name=effect] [value=' + one.effect + "] .name").textContent)),
        element("td", cell, one.since.replace("-latest", ", Keras of today")),
        element("td", cell, account)
      ]);
    }

    // ---- order ----

    function sort(key) {
      sorted = sorted === key ? "-" + key : sorted === "-" + key ? "" : key;
      changed();
    }

    function order() {
      var key = sorted.replace("-", "");
      var way = sorted.charAt(0) === "-" ? -1 : 1;
      var values = {
        name: function (one) { return one.name; }, change: function (one) { return one.kind + one.detail; },
        effect: function (one) { return String(EFFECTS.indexOf(one.effect)); }, since: function (one) { return String(ends.indexOf(one.since)); },
        account: function (one) { return one.rules[0] || (one.reason ? "~" + one.reason : "~~"); }
      };
      if (key) {
        wanted.sort(function (a, b) {
          return way * values[key](a).localeCompare(values[key](b), "en", { numeric: true }) || a.place - b.place;
        });
      }
      heads.forEach(function (head) {
        head.closest("th").setAttribute("aria-sort", head.value !== key ? "none" : way > 0 ? "ascending" : "descending");
      });
    }

    // ---- to take away ----

    function save() {
      var between = places();
      var name = "api-" + ends[between[0]] + "-to-" + ends[between[1]] + ".json";
      var text = JSON.stringify({
        from: ends[between[0]], to: ends[between[1]], address: location.href,
        changes: wanted.map(function (one) {
          return { name: one.name, change: one.kind, detail: one.detail, effect: one.effect, area: one.area, since: one.since, rules: one.rules, reason: one.reason };
        })
      }, null, 2) + "\n";
      var made = element("a", { download: name, href: URL.createObjectURL(new Blob([text], { type: "application/json" })) });
      made.click();
      setTimeout(function () { URL.revokeObjectURL(made.href); }, 1000);
      saved.textContent = "Saved as " + name + ": " + wanted.length + " changes.";
    }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();

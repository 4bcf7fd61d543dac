// plan.html: the rules that bite between two releases, from plan-data.js, plan-moves.js and plan-uses.js. The choice is in
// the address; ticks stay in the browser; what is pasted is read here and sent nowhere.
(function () {
  "use strict";

  var KEPT = ["from", "to", "area", "impact", "fix", "open", "only"];
  var WORDS = { silent: "Silent", error: "Error", warning: "Warning", mended: "Mended" };

  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    [].concat(children || []).forEach(function (child) {
      if (child !== "" && child !== null) made.append(child && child.nodeType ? child : document.createTextNode(child));
    });
    return made;
  }

  // Text with `code` in backticks as nodes.
  function line(text) {
    return text.split(/`+/).map(function (part, place) { return place % 2 ? element("code", {}, part) : part; });
  }

  function plural(count, word) { return count + " " + word + (count === 1 ? "" : "s"); }
  function listed(words) { return words.length < 3 ? words.join(" and ") : words.slice(0, -1).join(", ") + " and " + words[words.length - 1]; }

  // ---- ticks: the IDs that are done, in this browser ----

  var KEY = "atlas-plan:" + location.pathname;
  var ticked = {};
  function readTicks() {
    try { ticked = JSON.parse(localStorage.getItem(KEY)) || {}; } catch (error) { ticked = {}; }
  }
  function keepTicks() {
    try { localStorage.setItem(KEY, JSON.stringify(ticked)); } catch (error) { /* then only until the page is left */ }
  }

  function start() {
    var form = document.getElementById("plan");
    var data = window.atlasPlan;
    var moves = window.atlasMoves;
    if (!form || form.dataset.started || !data) return;
    form.dataset.started = "yes";
    var target = document.getElementById("plan-result");
    var status = document.getElementById("plan-count");
    var paste = document.getElementById("plan-paste");
    var told = document.getElementById("plan-used");
    var copied = document.getElementById("plan-copied");
    var choice = {};
    var shown = [];
    readTicks();
    read();
    form.addEventListener("change", function (event) { if (event.target !== paste) { take(); update(true); } });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () {
      setTimeout(function () { choice.only = ""; told.textContent = ""; take(); update(true); });
    });
    target.addEventListener("change", tick);
    window.addEventListener("popstate", function () { read(); update(false); });
    on("plan-narrow", narrow);
    on("plan-all", function () { choice.only = ""; told.textContent = "All rules are shown."; update(true); });
    on("plan-markdown", function () { copy(markdown()); });
    on("plan-json", function () { save("plan-" + choice.from + "-to-" + choice.to + ".json", json()); });
    on("plan-print", function () { window.print(); });
    on("plan-clear", function () { ticked = {}; keepTicks(); update(false); });
    update(false);
    if (location.hash.length > 1) {
      var place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (place) place.scrollIntoView();
    }

    function on(id, act) { document.getElementById(id).addEventListener("click", act); }

    function field(name) { return form.elements[name]; }

    function environment(name) { return data.environments[moves.index(data, name)]; }

    // The choice from the address; what it does not name is as the page has it.
    function read() {
      var asked = new URLSearchParams(location.search);
      KEPT.forEach(function (name) {
        var wanted = asked.get(name);
        if (name === "only") { choice.only = /^\d{4}(\.\d{4})*$/.test(wanted || "") ? wanted : ""; return; }
        if (name === "open") { field(name).checked = wanted === "yes"; return; }
        var first = Array.prototype.filter.call(field(name).options, function (option) { return option.defaultSelected; })[0];
        field(name).value = wanted || (first ? first.value : "");
        if (!field(name).value) field(name).value = first ? first.value : "";
      });
      take();
    }

    function take() {
      ["from", "to", "area", "impact", "fix"].forEach(function (name) { choice[name] = field(name).value; });
      choice.open = field("open").checked ? "yes" : "";
    }

    function remember() {
      var kept = new URLSearchParams();
      KEPT.forEach(function (name) { if (choice[name]) kept.set(name, choice[name]); });
      try { history.replaceState(history.state, "", location.pathname + "?" + kept + location.hash); } catch (error) { /* file:// in some browsers */ }
    }

    function narrow() {
      if (!paste.value.trim()) { told.textContent = "Paste imports, code or a report first."; return; }
      var found = window.atlasUses.find(data, paste.value);
      if (!found.ids.length) {
        told.textContent = found.from === "report" ? "There is no rule ID in this report." : "No rule is about a name in this text. Nothing is narrowed.";
        return;
      }
      choice.only = found.ids.map(function (id) { return id.slice(3); }).join(".");
      told.textContent = "Narrowed to the " + plural(found.ids.length, "rule") + (found.from === "report" ? " in the report." : " about names in your text.");
      update(true);
    }

    function tick(event) {
      var id = event.target.value;
      if (event.target.type !== "checkbox") return;
      if (event.target.checked) ticked[id] = true;
      else delete ticked[id];
      keepTicks();
      if (choice.open) update(false);
      else tell();
    }

    function wanted(one) {
      var only = choice.only ? choice.only.split(".") : null;
      return (!choice.area || String(one.rule.area) === choice.area) && (!choice.impact || one.kind === choice.impact) &&
        (!choice.fix || one.rule.safety === choice.fix) && (!only || only.indexOf(one.rule.id.slice(3)) >= 0) &&
        (!choice.open || !ticked[one.rule.id]);
    }

    // ---- the answer ----

    var all = [];
    function update(keep) {
      if (keep) remember();
      all = moves.plan(data, choice.from, choice.to);
      shown = all.filter(wanted);
      target.textContent = "";
      target.append.apply(target, [stones()].concat(groups()).filter(Boolean));
      rows();
      tell();
    }

    function tasks(entries) { return entries.filter(function (one) { return /before|with|after/.test(one.group); }); }

    function tell() {
      var mine = tasks(shown);
      var done = mine.filter(function (one) { return ticked[one.rule.id]; }).length;
      status.textContent = choice.from === choice.to ? "Choose two different releases." :
        plural(mine.length, "rule") + (mine.length === tasks(all).length ? "" : " of " + tasks(all).length) + ", " + done + " done.";
    }

    function groups() {
      var from = title(choice.from);
      var to = title(choice.to);
      var down = moves.isDowngrade(data, choice.from, choice.to);
      var texts = {
        before: ["Before you upgrade", "The fix works on " + from + " and on " + to + ": make it now, one at a time, with your tests as they are."],
        with: ["With the upgrade", "No fix was found to work on both sides: change these in the commit that changes the release."],
        after: ["After the upgrade", "The old code still works on " + to + ", and warns. There is time."]
      };
      if (down) {
        texts.before = ["Before you go back", "What works on " + to + " as well: make it now."];
        texts.with = ["When you go back", "Code in the new form that " + to + " does not run, or that does something else there."];
        texts.after = ["After that", "Works on " + to + ", and warns."];
      }
      var made = Object.keys(texts).map(function (name) { return group(name, texts[name][0], texts[name][1]); });
      made.push(aside("unknown", "Not measured on " + from, "The examples need something that " + from + " does not have yet. Where your code has it nevertheless, these bite on " + to + "."));
      made.push(aside("between", "Only on the way", "Broken in releases between the two, and whole again on " + to + ". They matter where you stop there."));
      made.push(aside("mended", "Mended on the way", "This code fails on " + from + " and works on " + to + ". What you wrote round it may go."));
      if (!made.some(Boolean)) made.push(element("p", {}, choice.from === choice.to ? "" : "No measured rule matters here" + (all.length ? " with these filters." : ".")));
      return made;
    }

    function ofGroup(name) { return shown.filter(function (one) { return one.group === name; }); }

    function group(name, heading, text) {
      var entries = ofGroup(name);
      if (!entries.length) return null;
      return element("section", { "aria-labelledby": name }, [
        element("h2", { id: name }, [heading + " ", element("span", { class: "quiet" }, String(entries.length))]),
        element("p", { class: "quiet" }, text),
        element("ul", { class: "plan-list" }, entries.map(item))
      ]);
    }

    function aside(name, heading, text) {
      var entries = ofGroup(name);
      if (!entries.length) return null;
      return element("details", { id: name }, [
        element("summary", {}, heading + ": " + entries.length),
        element("p", { class: "quiet" }, text),
        element("ul", { class: "plan-list" }, entries.map(item))
      ]);
    }

    function item(one) {
      var rule = one.rule;
      var link = element("a", { class: "rule-link", id: "plan-" + rule.id, href: "rules/" + rule.id + ".html" }, [element("span", { class: "rule-id" }, rule.id), " "].concat(line(rule.title)));
      var made = element("li", {}, [
        /before|with|after/.test(one.group) ? box(rule.id) : "",
        element("div", {}, [
          link, " ",
          element("span", { class: "impact impact-" + one.kind }, WORDS[one.kind]), " ",
          element("span", { class: "quiet" }, when(one) + "; fix: " + rule.safety + (one.fixed ? "" : ", none works on " + title(choice.to))),
          element("p", {}, one.form === "new" ? "The code that the rule advises is not for " + title(choice.to) + "." : line(rule.do))
        ])
      ]);
      return made;
    }

    function box(id) {
      var made = element("input", { type: "checkbox", value: id, "aria-labelledby": "plan-" + id });
      made.checked = Boolean(ticked[id]);
      return made;
    }

    function when(one) {
      var first = data.environments[one.since].title;
      if (one.group === "between") return one.since === one.until ? "on " + first + " only" : "on " + first + " to " + data.environments[one.until].title;
      if (one.group === "mended") return "from " + first;
      if (one.back) return "from " + first + " again as it was in earlier releases";
      return moves.isDowngrade(data, choice.from, choice.to) ? "on " + title(choice.to) : one.kind === "warning" ? "warns from " + first : "from " + first;
    }

    function title(name) { return environment(name).title; }

    // ---- stepping stones, in sentences ----

    function stones() {
      if (choice.from === choice.to) return null;
      var list = moves.isDowngrade(data, choice.from, choice.to)
        ? [["This is a downgrade: the rules are about upgrades, so this list is what was measured of the way back, and no more."]]
        : [size(), stop(), legacy()];
      list.push(python());
      return element("ul", { class: "stones", "aria-label": "Stepping stones" }, list.filter(Boolean).map(function (parts) { return element("li", {}, parts); }));
    }

    function bites(counts) { return plural(counts.all, "rule") + " (" + counts.silent + " silent)"; }

    function size() {
      var counts = moves.count(all);
      return [bites(counts) + (counts.all === 1 ? " bites" : " bite") + " between " + title(choice.from) + " and " + title(choice.to) + "; " + (counts.all - counts.with) + " of the fixes work on both sides."];
    }

    function stop() {
      var name = moves.lastWithOldKeras(data, choice.from, choice.to);
      if (!name) return null;
      var there = moves.index(data, choice.from);
      var early = moves.plan(data, choice.from, name).filter(moves.isBite);
      var late = moves.plan(data, name, choice.to).filter(function (one) {
        return one.rule.old[there] !== "-" && early.every(function (other) { return other.rule !== one.rule; });
      });
      var first = moves.count(early);
      var second = moves.count(late);
      var whole = moves.count(all);
      var gain = whole.with - Math.max(first.with, second.with);
      return [
        element("b", {}, "Stop at " + name + "?"), " It is the last release with Keras 2 built in. Up to it " + bites(first) + " bite, after it " + bites(second) + ". In one leap " +
        whole.with + (whole.with === 1 ? " fix has" : " fixes have") + " to come with the upgrade; with a stop " + first.with + " and then " + second.with +
        (gain > 0 ? ": a stop makes the largest commit smaller. " : ": a stop parts the work and spares none of it. "),
        plan(choice.from, name, "To " + name), ", ", plan(name, choice.to, "from there"), "."
      ];
    }

    function legacy() {
      var end = environment(choice.to);
      var other = end.kind === "tf_keras" ? end.minor : end.minor + "-tf_keras";
      if (moves.index(data, other) < 0 || choice.from === other) return null;
      var rest = moves.count(moves.plan(data, choice.from, other));
      if (end.kind === "tf_keras") return [element("b", {}, "Keras 2 is kept here"), " by tf_keras. With the Keras 3 that comes with " + other + ", " + bites(rest) + " bite. ", plan(choice.from, other, "That plan"), "."];
      return [
        element("b", {}, "Stay on Keras 2 with tf_keras?"), " Then " + rest.all + " of " + moves.count(all).all + " are left on " + end.minor + " (" + rest.silent + " silent). ",
        plan(choice.from, other, "That plan"), "."
      ];
    }

    function python() {
      var path = moves.pythonPath(data, choice.from, choice.to);
      if (!path) return null;
      var head = element("b", {}, "Python:");
      if (path.length === 1) return [head, " " + listed(path[0].pythons) + (path[0].pythons.length === 1 ? " has" : " have") + " wheels of both releases, so Python can stay as it is while TensorFlow changes."];
      var at = title(choice.from);
      return [head, " no Python has wheels of both releases. " + path.map(function (one) {
        var told = at + " and " + title(one.to) + " share " + listed(one.pythons);
        at = title(one.to);
        return told;
      }).join("; ") + "."];
    }

    function plan(from, to, text) {
      return element("a", { href: "?from=" + encodeURIComponent(from) + "&to=" + encodeURIComponent(to) }, text);
    }

    // The table of steps shows the releases of this move.
    function rows() {
      var places = moves.between(data, choice.from, choice.to);
      var minors = places.map(function (place) { return data.environments[place].minor; });
      var ends = [environment(choice.from).minor, environment(choice.to).minor];
      minors.push(moves.isDowngrade(data, choice.from, choice.to) ? ends[0] : ends[1]);
      document.querySelectorAll("[data-step]").forEach(function (row) {
        row.hidden = ends[0] !== ends[1] && minors.indexOf(row.getAttribute("data-step")) < 0;
      });
    }

    // ---- to take away ----

    function address(query) { return data.site + "/plan.html" + query; }

    function markdown() {
      var text = "## TensorFlow " + title(choice.from) + " to " + title(choice.to) + "\n\nFrom " + address(location.search) + "\n";
      target.querySelectorAll("section").forEach(function (section) {
        var heading = section.querySelector("h2");
        text += "\n### " + heading.firstChild.textContent.trim() + "\n\n";
        ofGroup(heading.id).forEach(function (one) {
          text += "- [" + (ticked[one.rule.id] ? "x" : " ") + "] [" + one.rule.id + "](" + data.site + "/rules/" + one.rule.id + ".html) " + one.rule.title +
            " (" + WORDS[one.kind].toLowerCase() + ", " + when(one) + "; fix: " + one.rule.safety + "). " + (one.form === "new" ? "" : one.rule.do) + "\n";
        });
      });
      return text;
    }

    function json() {
      return JSON.stringify({
        from: choice.from, to: choice.to, address: address(location.search),
        rules: shown.map(function (one) {
          return {
            id: one.rule.id, title: one.rule.title, page: data.site + "/rules/" + one.rule.id + ".html", when: one.group, impact: one.kind,
            since: data.environments[one.since].name, fix: one.rule.do, safety: one.rule.safety, fix_works: one.fixed, done: Boolean(ticked[one.rule.id])
          };
        })
      }, null, 2) + "\n";
    }

    function copy(text) {
      var done = function () { copied.textContent = "Copied as Markdown."; };
      var shownInstead = function () {
        var field = document.getElementById("plan-text");
        field.hidden = false;
        field.value = text;
        field.select();
        copied.textContent = "Copy it from the field below.";
      };
      if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, shownInstead);
      else shownInstead();
    }

    function save(name, text) {
      var link = element("a", { download: name, href: URL.createObjectURL(new Blob([text], { type: "application/json" })) });
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
      copied.textContent = "Saved as " + name + ".";
    }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();

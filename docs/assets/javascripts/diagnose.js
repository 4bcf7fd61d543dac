// The form that is made by templates/diagnose.html.j2: what is pasted is matched here, in the browser. Nothing is sent, nothing is
// kept, and nothing of it comes into the page but as text. The index and the matcher are loaded when the form is first used.
(function () {
  "use strict";

  var SHOWN = 5;
  var CLOSE = 0.6; // part of the best score below which a rule stands among the nearest only
  var WAIT = 200; // milliseconds after the last key
  var LONGEST_LINK = 1500;
  var LONGEST_REPORT = 3000;

  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    [].concat(children === undefined ? [] : children).forEach(function (child) {
      made.append(child && child.nodeType ? child : document.createTextNode(child));
    });
    return made;
  }

  // Loads the scripts one after the other, once.
  function load(sources, then) {
    if (!sources.length) { then(); return; }
    var script = element("script", { src: sources[0] });
    script.onload = function () { load(sources.slice(1), then); };
    document.head.append(script);
  }

  function prepare(form, then) {
    if (form.atlas) { then(form.atlas); return; }
    form.waiting = (form.waiting || []).concat(then);
    if (form.waiting.length > 1) return;
    load(form.dataset.scripts.split(" "), function () {
      window.AtlasText.use(window.atlasIndex.patterns);
      form.atlas = window.AtlasMatch.build(window.atlasIndex.rules);
      form.waiting.splice(0).forEach(function (one) { one(form.atlas); });
    });
  }

  // ---- the answer ----

  function because(reason) {
    var code = element("code", { class: "value" }, reason.text);
    if (reason.kind === "message") return element("li", {}, [sentence(reason.where), " in the rule’s example: ", code]);
    if (reason.kind === "argument") return element("li", {}, ["It is about the argument ", code]);
    if (reason.kind === "symbol") return element("li", {}, ["It is about ", code]);
    return element("li", {}, "It is this rule’s ID");
  }

  function sentence(where) {
    return "This message was " + where;
  }

  function reasons(hit) {
    var seen = {};
    var found = hit.reasons.filter(function (one) {
      var key = one.kind + one.text;
      return seen[key] ? false : (seen[key] = true);
    });
    found.sort(function (a, b) { return (b.kind === "message") - (a.kind === "message"); });
    var items = found.slice(0, 3).map(because);
    if (!items.length) items = [element("li", { class: "quiet" }, "Only words in common")];
    return element("ul", { class: "why" }, items);
  }

  function card(hit, root) {
    var doc = hit.doc;
    var title = doc.title.split(" · ");
    return element("li", {}, [
      element("p", { class: "found" }, [
        element("a", { class: "rule-link", href: root + doc.location }, [
          element("span", { class: "rule-id" }, title[0]), " ", title.slice(1).join(" · ")
        ]),
        " ",
        element("span", { class: "word impact-" + doc.impact }, doc.told)
      ]),
      element("p", {}, doc.text),
      reasons(hit)
    ]);
  }

  function list(hits, root) {
    return element("ol", { class: "hits" }, hits.map(function (hit) { return card(hit, root); }));
  }

  function plural(count) {
    return count === 1 ? "One rule fits" : count + " rules fit, best first";
  }

  function answer(form, index, text) {
    var root = form.dataset.root;
    var parts = [];
    var installed = window.AtlasInstalled.read(text);
    if (installed) {
      parts.push(versions(installed, root));
      if (!/Error|Warning|Exception/.test(text)) return { said: "What this set of versions implies", parts: parts };
    }
    var hits = window.AtlasMatch.search(index, text);
    var fitting = hits.filter(function (hit) { return hit.fits && hit.score > hits[0].score * CLOSE; }).slice(0, SHOWN);
    var near = hits.filter(function (hit) { return fitting.indexOf(hit) < 0; }).slice(0, 3);
    var said;
    if (fitting.length) {
      said = plural(fitting.length);
      parts.push(list(fitting, root));
      if (near.length) parts.push(element("details", {}, [element("summary", {}, "Nearest of the others"), list(near, root)]));
    } else {
      said = near.length ? "No rule fits. Here is the nearest" : "No rule fits";
      if (near.length) parts.push(list(near, root));
    }
    parts.push(report(form, text, fitting.length));
    return { said: said, parts: parts };
  }

  function versions(installed, root) {
    var data = window.atlasIndex;
    var told = window.AtlasInstalled.tell(data, installed).map(function (one) {
      var label = { ok: "measured", warns: "look here", missing: "not measured" }[one.verdict];
      var item = element("li", {}, [element("span", { class: "word " + one.verdict }, label), " ", one.text]);
      if (one.page) item.append(" ", element("a", { href: root + one.page }, "What changes in this release"));
      return item;
    });
    window.AtlasInstalled.rules(data, installed).forEach(function (doc) {
      told.push(element("li", {}, element("a", { href: root + doc.location }, doc.title)));
    });
    return element("ul", { class: "versions" }, told);
  }

  // ---- what a person may do with it: report, link; only then does the text go anywhere ----

  function report(form, text, fits) {
    var body = "What you did, and the releases you moved from and to:\n\n\nPython, TensorFlow and Keras versions:\n\n";
    var title = fits ? "A message with the wrong rule" : "A message without a rule";
    var address = form.dataset.report + "?title=" + encodeURIComponent(title);
    var tools = element("p", { class: "act" }, [fits ? "Not what you see? " : "We would like to know of it: ",
      element("a", { href: address + "&body=" + encodeURIComponent(body) }, "report it"), ", or "]);
    var told = element("span", { role: "status" });
    tools.append(button("report it with this text", function () {
      var shown = text.length > LONGEST_REPORT ? "…\n" + text.slice(-LONGEST_REPORT) : text;
      window.location.href = address + "&body=" + encodeURIComponent(body + "What was printed:\n\n~~~\n" + shown.replace(/~~~/g, "~ ~ ~") + "\n~~~\n");
    }), " (you see it before it is sent). ");
    if (text.length <= LONGEST_LINK) {
      tools.append(button("Copy a link with this text", function () {
        var link = new URL(form.dataset.page, location.href);
        link.hash = "q=" + encodeURIComponent(text);
        copy(link.href).then(
          function () { told.textContent = " Copied."; },
          function () { window.prompt("Copy this:", link.href); }
        );
      }));
    }
    tools.append(told);
    return tools;
  }

  function button(text, act) {
    var made = element("button", { type: "button" }, text);
    made.addEventListener("click", act);
    return made;
  }

  function copy(text) {
    return navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error("no clipboard"));
  }

  // ---- the form ----

  function start() {
    var form = document.querySelector("form.diagnose");
    if (!form || form.dataset.started) return;
    form.dataset.started = "yes";
    var field = form.querySelector("textarea");
    var target = document.getElementById("diagnose-answer");
    var status = document.getElementById("diagnose-status");
    var timer = null;

    function show() {
      var text = field.value.trim();
      if (text.length < 2) {
        status.textContent = "";
        target.textContent = "";
        return;
      }
      prepare(form, function (index) {
        var found = answer(form, index, field.value);
        status.textContent = found.said + ".";
        target.textContent = "";
        found.parts.forEach(function (part) { target.append(part); });
      });
    }

    field.addEventListener("focus", function () { prepare(form, function () {}); });
    field.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(show, WAIT);
    });
    field.addEventListener("keydown", function (event) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) show();
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); show(); });
    form.addEventListener("reset", function () { setTimeout(function () { show(); field.focus(); }); });
    form.querySelectorAll("[data-example]").forEach(function (one) {
      one.addEventListener("click", function () { field.value = one.dataset.example; show(); });
    });
    function linked() {
      var asked = /^#q=(.*)$/.exec(location.hash);
      if (!asked) return;
      try { field.value = decodeURIComponent(asked[1]); } catch (error) { return; }
      show();
    }
    window.addEventListener("hashchange", linked);
    linked();
    if (field.value) show(); // what the browser kept when the reader comes back
  }

  if (window.document$) window.document$.subscribe(start);
  else document.addEventListener("DOMContentLoaded", start);
})();

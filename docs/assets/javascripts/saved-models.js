// saved-models.html: the picker tells what loads a model, from the matrix in saved-models-data.js, and keeps the choice in the
// address; a file that is dropped is inspected by assets/inspect, in the browser.
(function () {
  "use strict";

  var VERDICTS = {
    s: ["ok", "same outputs"],
    d: ["wrong", "other numbers"],
    u: ["warns", "loads, then fails"],
    e: ["error", "does not load"],
    a: ["missing", "does not exist there"]
  };
  var TRAINING = { continues: "training continues", restarts: "training starts anew", differs: "trains differently" };

  // The cells of a row such as "0*16 3*7 -".
  function decode(row) {
    var cells = [];
    (row || "").split(" ").forEach(function (part) {
      var pair = part.split("*");
      for (var count = Number(pair[1] || 1); count > 0; count--) cells.push(pair[0] === "-" ? null : Number(pair[0]));
    });
    return cells;
  }

  // Every outcome of the choice: by way to load a list of {kind, state, outcome}; and those that could not be saved.
  function look(data, choice) {
    var place = Object.keys(data.environments).indexOf(choice.with);
    var source = Object.keys(data.environments).indexOf(choice.saved);
    var found = { ways: {}, refused: [], models: {} };
    data.ways[choice.as].forEach(function (way) { found.ways[way] = []; });
    Object.keys(data.records).forEach(function (kind) {
      if (choice.kind && choice.kind !== kind) return;
      var record = data.records[kind];
      Object.keys(record.saves).forEach(function (state) {
        if (choice.state && choice.state !== state) return;
        var saved = record.outcomes[decode(record.saves[state][choice.as])[source]];
        if (!saved) return;
        if (saved.v !== "s") { found.refused.push({ kind: kind, state: state, outcome: saved }); return; }
        data.ways[choice.as].forEach(function (way) {
          var rows = ((record.loads[state] || {})[choice.as] || {})[way] || {};
          var outcome = record.outcomes[decode(rows[choice.saved])[place]];
          if (!outcome) return;
          found.models[kind + "/" + state] = true;
          found.ways[way].push({ kind: kind, state: state, outcome: outcome });
        });
      });
    });
    return found;
  }

  // The rules that are about a failure, as scripts/registry/saved_models.py decides it; `way` is "" where saving failed.
  function explained(data, form, way, one) {
    var verdict = { d: "differs", u: "unusable", e: "error" }[one.outcome.v];
    var rules = {};
    data.claims.forEach(function (claim) {
      var fits = claim.saving === !way && claim.verdict === verdict && (one.outcome.e || "").indexOf(claim.message) >= 0;
      [[claim.saved_as, form], [claim.load_with, way], [claim.kinds, one.kind]].forEach(function (pair) {
        fits = fits && (!pair[0].length || pair[0].indexOf(pair[1]) >= 0);
      });
      if (fits) rules[claim.rule] = true;
    });
    return Object.keys(rules);
  }

  // Why a failure needs no rule, as scripts/registry/explained.py decides it: an entry of excused.yml, or undefined.
  function excuse(data, choice, way, one) {
    var verdict = { d: "differs", u: "unusable", e: "error" }[one.outcome.v];
    var order = function (name) { return Number(name.split("-")[0].split(".")[1]); };
    return data.excuses.filter(function (claim) {
      return claim.saving === !way && claim.verdict === verdict && (one.outcome.e || "").indexOf(claim.message) >= 0
        && (!claim.older || order(choice.with) < order(choice.saved))
        && [[claim.saved_as, choice.as], [claim.load_with, way], [claim.kinds, one.kind]].every(function (pair) {
          return !pair[0].length || pair[0].indexOf(pair[1]) >= 0;
        });
    })[0];
  }

  // What the rules about these failures say to do, those of the obvious call first, each with the programs that ran with the
  // chosen release. Where the obvious call fails, the other ways count: a reader who takes the next one needs its rule.
  function recipes(data, choice, found) {
    var met = [];
    data.ways[choice.as].forEach(function (way) {
      var rules = {};
      found.ways[way].forEach(function (one) {
        if (one.outcome.v !== "s") explained(data, choice.as, way, one).forEach(function (rule) { rules[rule] = true; });
      });
      met.push(Object.keys(rules).sort());
    });
    var first = met[data.ways[choice.as].findIndex(function (way) { return found.ways[way].length; })] || [];
    var all = first.length ? first.concat([].concat.apply([], met)) : [];
    return all.filter(function (rule, place) { return all.indexOf(rule) === place; }).filter(function (rule) {
      return ran(data.recipes[rule], choice).length;
    }).map(function (rule) {
      var one = data.recipes[rule];
      var from = one.file ? " with a file of " + environment(one.file) : "";
      return element("li", {}, [
        element("a", { href: "rules/" + rule + ".html#before-after" }, rule), " " + one.action.replace(/`/g, "") + " ",
        element("span", { class: "quiet" }, "Run in " + environment(choice.with) + from + ": " + ran(one, choice).join(", ") + ".")
      ]);
    });
  }

  function ran(recipe, choice) {
    return Object.keys(recipe.ran).filter(function (name) { return recipe.ran[name].indexOf(choice.with) >= 0; });
  }

  function good(cases) {
    return cases.filter(function (one) { return one.outcome.v === "s"; });
  }

  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    [].concat(children || []).forEach(function (child) {
      made.append(child && child.nodeType ? child : document.createTextNode(child));
    });
    return made;
  }

  function word(letter, text) {
    return element("span", { class: "word " + VERDICTS[letter][0] }, text || VERDICTS[letter][1]);
  }

  function environment(name) {
    var parts = name.split("-");
    return "TensorFlow " + parts[0] + (parts[1] === "latest" ? " with today’s Keras" : parts[1] ? " with " + parts[1] : "");
  }

  // One sentence, and the way to take: {letter, text, way}.
  function verdict(data, choice, found) {
    var all = Object.keys(found.models).length;
    var title = function (way) { return data.loads[way].title; };
    if (!all && found.refused.length) {
      return { letter: "e", text: environment(choice.saved) + " cannot save so: " + found.refused[0].outcome.e };
    }
    if (!all) return { letter: "a", text: "Not measured yet." };
    var tried = data.ways[choice.as].filter(function (way) { return found.ways[way].length; });
    var first = tried[0];
    var best = tried.slice().sort(function (a, b) { return good(found.ways[b]).length - good(found.ways[a]).length; })[0];
    var count = good(found.ways[best]).length;
    var obvious = good(found.ways[first]).length;
    var of = all > 1 ? " for " + (obvious || "none") + " of " + all + " measured models" : "";
    if (obvious === all) return { letter: "s", text: "Yes: " + title(first) + " gives the same outputs.", way: first };
    if (!count) return { letter: "e", text: "No: none of the " + tried.length + " measured ways gives the model back." };
    var text = title(first) + (obvious ? " works" : " fails") + (obvious || all === 1 ? of : " for all " + all + " measured models") + ". ";
    text += count === all
      ? (all > 1 ? "All of them load" : "It loads") + " by another way: " + title(best) + "."
      : obvious === count
        ? "No other way does better."
        : "At best " + count + " load: " + title(best) + ".";
    return { letter: count === all ? "s" : "u", text: text, way: obvious === count ? first : best };
  }

  // Which models these are: named where they are few, else counted.
  function kinds(data, cases, all) {
    var names = {};
    var states = {};
    cases.forEach(function (one) { names[one.kind] = states[one.state] = true; });
    var state = Object.keys(states).length === 1 ? ", " + Object.keys(states)[0] : "";
    var few = Object.keys(names).length <= 3;
    var count = cases.length === all ? "all " + all + " models" : cases.length + (all ? " of " + all : " models");
    return count + state + (few ? ": " + Object.keys(names).map(function (kind) { return data.kinds[kind]; }).join("; ") : "");
  }

  // A message without the configuration of the very model, and cut; `whole` leaves it as it is.
  function short(text, whole) {
    if (whole) return text;
    var line = text.split("\n").filter(Boolean).slice(0, 2).join(" ").split(/Full object config|using config=/)[0];
    return line.length <= 180 ? line : line.slice(0, 180) + "…";
  }

  // Cases with the same verdict and the same message together, the most frequent first.
  function grouped(cases) {
    var groups = {};
    cases.forEach(function (one) {
      var outcome = one.outcome;
      var key = [outcome.v, outcome.at, short(outcome.e || "", false), outcome.v === "s" ? outcome.t : ""].join("|");
      (groups[key] = groups[key] || []).push(one);
    });
    return Object.keys(groups).map(function (key) { return groups[key]; })
      .sort(function (a, b) { return b.length - a.length; });
  }

  function told(data, choice, way, group, all) {
    var form = choice.as;
    var outcome = group[0].outcome;
    var item = element("li", {}, [way ? word(outcome.v) : word("e", "not saved"), " "]);
    if (outcome.v === "s" && outcome.t) item.append(TRAINING[outcome.t] + " ");
    if (outcome.v === "d") item.append(outcome.d + " ");
    if (outcome.at) item.append("when " + { call: "called", train: "trained" }[outcome.at] + ": ");
    if (outcome.e) item.append(element("code", { class: "value" }, short(outcome.e, all <= 2)), " ");
    if (outcome.m && outcome.v !== "e" && all <= 2) item.append(element("span", { class: "quiet" }, "prints: " + outcome.m.join(" ")), " ");
    explained(data, form, way, group[0]).forEach(function (rule) {
      item.append(element("a", { href: "rules/" + rule + ".html" }, rule), " ");
    });
    var known = /[due]/.test(outcome.v) && !explained(data, form, way, group[0]).length && excuse(data, choice, way, group[0]);
    if (known) item.append(element("span", { class: "quiet", title: known.reason }, "(" + known.title + ") "));
    if (all > 1) {
      item.append(element("span", { class: "quiet" }, kinds(data, group, all)));
    }
    return item;
  }

  function show(data, choice, target) {
    var found = look(data, choice);
    var answer = verdict(data, choice, found);
    var all = Object.keys(found.models).length;
    target.textContent = "";
    target.append(element("p", { class: "verdict" }, [word(answer.letter, { s: "loads", u: "partly", e: "no", a: "unknown", d: "" }[answer.letter]), " ", answer.text]));
    if (answer.way) {
      target.append(
        element("p", {}, "The code that was run, with " + environment(choice.with) + ":"),
        element("pre", {}, element("code", {}, data.loads[answer.way].code))
      );
    }
    var helps = recipes(data, choice, found);
    if (helps.length) {
      target.append(element("p", {}, "What works instead, by the rules about these failures. Each program was run in this release:"), element("ul", { class: "recipes" }, helps));
    }
    var list = element("dl", { class: "ways" });
    data.ways[choice.as].forEach(function (way) {
      if (!found.ways[way].length) return;
      list.append(element("dt", {}, data.loads[way].title));
      list.append(element("dd", {}, element("ul", {}, grouped(found.ways[way]).map(function (group) {
        return told(data, choice, way, group, found.ways[way].length);
      }))));
    });
    target.append(list);
    if (found.refused.length && all) {
      target.append(element("p", { class: "quiet" }, "Could not be saved so at all: " + kinds(data, found.refused, 0) + "."));
    }
    if (found.refused.length) target.append(element("ul", {}, grouped(found.refused).map(function (group) {
      return told(data, choice, "", group, found.refused.length);
    })));
    target.append(element("p", {}, element("a", { href: "saved-models/" + choice.as + ".html" }, "All releases: " + data.saves[choice.as].title)));
  }

  // Loads a script once, and hands over the global that it defines.
  function load(source, name, then) {
    if (window[name]) { then(window[name]); return; }
    var script = element("script", { src: source });
    script.onload = function () { then(window[name]); };
    document.head.append(script);
  }

  // ---- inspect a file ----

  // Names of the inspector's formats that the matrix calls otherwise.
  var FORMATS = { "weights.h5": "weights_keras", checkpoint: "tf_checkpoint" };

  function inspect(box, data, files) {
    var file = files[0];
    var target = box.querySelector(".answer");
    target.textContent = "Reading " + file.name + " …";
    load(box.dataset.foretell, "atlasForetell", function (atlasForetell) {
      load(box.dataset.script, "atlasInspect", function (atlasInspect) {
        atlasInspect.together(files, { keras: data.keras }).then(function (report) {
          tell(target, data, file, report);
          foretell(target, data, report, atlasForetell);
        });
      });
    });
  }

  // Text with `code` in it, as nodes.
  function marked(text) {
    return text.split("`").map(function (part, place) { return place % 2 ? element("code", {}, part) : part; });
  }

  // Which version saved a file, as far as the file tells it.
  function savedBy(report) {
    var releases = (report.releases || []).join(", ");
    if (report.tensorflow) return ["Saved by TensorFlow " + report.tensorflow + "."];
    if (report.keras) return ["Saved by Keras " + report.keras + (releases ? ", as it came with TensorFlow " + releases : "") + "."];
    return [];
  }

  function tell(target, data, file, report) {
    target.textContent = "";
    target.append(element("p", { class: "verdict" }, marked(file.name + ": " + (report.kind || "not understood"))));
    if (report.problem) target.append(element("p", {}, [word("u", "problem"), " "].concat(marked(report.problem))));
    var facts = savedBy(report).concat(report.facts || []);
    target.append(element("ul", {}, facts.map(function (fact) { return element("li", {}, marked(fact)); })));
    var form = FORMATS[report.format] || report.format;
    if (!data.saves[form]) return;
    var releases = (report.releases || []).filter(function (name) { return data.environments[name]; });
    var button = element("button", { type: "button", class: "md-button" }, "What loads it?");
    button.addEventListener("click", function () {
      window.atlasPickSavedModel({ as: form, saved: releases[releases.length - 1] });
      document.getElementById("saved-models-picker").scrollIntoView();
    });
    target.append(element("p", {}, button));
  }

  // What will happen to the file in a release that the reader picks: the verdict on the measured kinds that it is like.
  function foretell(target, data, report, atlasForetell) {
    var from = document.getElementById("saved-models-picker").elements.with;
    if (!atlasForetell(report, data, from.value).length) return;
    var choice = from.cloneNode(true);
    choice.value = from.value;
    var list = element("dl", { class: "ways" });
    function update() {
      list.textContent = "";
      atlasForetell(report, data, choice.value).forEach(function (one) {
        if (one.outcome.v === "a") return;
        var form = FORMATS[report.format] || report.format;
        var item = { kind: one.kinds[0], state: "", outcome: one.outcome };
        var pair = { saved: one.saved || from.value, as: form, with: one.with || from.value };
        var line = told(data, pair, one.way, [item], 1);
        if (one.of) line.append(element("span", { class: "quiet" }, "as measured with " + likeness(data, one)));
        list.append(element("dt", {}, data.loads[one.way].title), element("dd", {}, element("ul", {}, line)));
      });
    }
    choice.addEventListener("change", update);
    update();
    target.append(
      element("p", { class: "verdict" }, element("label", {}, ["What will happen with ", choice])),
      element("p", { class: "quiet" }, "Foretold from the measured models that have the same parts; not a test of this file."),
      list
    );
  }

  // The measured models that a prediction is from, and their releases.
  function likeness(data, one) {
    var few = one.kinds.length <= 3;
    var models = few ? one.kinds.map(function (kind) { return data.kinds[kind]; }).join("; ") : one.kinds.length + " kinds of model";
    return models + ", saved with " + environment(one.saved) + ", loaded with " + environment(one.with);
  }

  function startInspect(data) {
    var box = document.getElementById("inspect-model");
    if (!box) return;
    var drop = box.querySelector(".drop");
    var input = drop.querySelector("input");
    drop.hidden = false;
    input.addEventListener("change", function () { if (input.files[0]) inspect(box, data, input.files); });
    ["dragover", "dragleave", "drop"].forEach(function (name) {
      drop.addEventListener(name, function (event) {
        event.preventDefault();
        drop.classList.toggle("over", name === "dragover");
        if (name === "drop" && event.dataTransfer.files[0]) inspect(box, data, event.dataTransfer.files);
      });
    });
  }

  function start() {
    var form = document.getElementById("saved-models-picker");
    var target = document.getElementById("saved-models-answer");
    if (!form || form.dataset.started) return;
    form.dataset.started = "yes";
    form.hidden = false;
    var asked = new URLSearchParams(location.search);
    var fields = Array.prototype.slice.call(form.elements);
    fields.forEach(function (field) {
      var wanted = asked.get(field.name);
      var known = Array.prototype.some.call(field.options || [], function (option) { return option.value === wanted; });
      if (wanted && known) field.value = wanted;
    });
    function update(remember) {
      var choice = {};
      fields.forEach(function (field) { choice[field.name] = field.value; });
      if (remember) {
        var kept = new URLSearchParams();
        Object.keys(choice).forEach(function (name) { if (choice[name]) kept.set(name, choice[name]); });
        history.replaceState(null, "", "?" + kept + location.hash);
      }
      load(target.dataset.source, "atlasSavedModels", function (data) { show(data, choice, target); });
    }
    form.addEventListener("change", function () { update(true); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    window.atlasPickSavedModel = function (choice) {
      fields.forEach(function (field) { if (choice[field.name]) field.value = choice[field.name]; });
      update(true);
    };
    update(false);
    load(target.dataset.source, "atlasSavedModels", startInspect);
  }

  if (window.document$) window.document$.subscribe(start);
  else document.addEventListener("DOMContentLoaded", start);
})();

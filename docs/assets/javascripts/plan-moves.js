// What a move from one environment to another means for each rule. It compares what the old code did there and there,
// letter by letter as scripts/website/plan.py writes them, and so is right for breaks that came and went as well.
// Letters: o works, w works and warns, 1 to 9 runs with another result, e error, c crash, t timeout, - not there, ? unknown.
(function () {
  "use strict";

  var URGENT = ["silent", "error", "warning", "mended"];
  var GROUPS = ["before", "with", "after", "unknown", "between", "mended"];

  function runs(letter) { return /[ow1-9]/.test(letter); }
  function broken(letter) { return /[ect]/.test(letter); }
  function result(letter) { return letter === "w" ? "o" : letter; }

  // What changes for code that runs at `there` when it comes to `here`: silent, error, warning, mended, unknown or nothing.
  function change(there, here) {
    if (there === "?" || here === "?") return "";
    if (there === "-") return broken(here) || /[1-9]/.test(here) ? "unknown" : "";
    if (broken(there)) return runs(here) ? "mended" : "";
    if (broken(here) || here === "-") return "error";
    if (result(there) !== result(here)) return "silent";
    return here === "w" && there !== "w" ? "warning" : "";
  }

  function index(data, name) {
    return data.environments.findIndex(function (one) { return one.name === name; });
  }

  function position(data, name) {
    var minor = data.environments[index(data, name)].minor;
    return data.environments.findIndex(function (one) { return one.name === minor; });
  }

  // Places of the plain releases strictly between two environments, in order of the move.
  function between(data, from, to) {
    var first = Math.min(position(data, from), position(data, to));
    var last = Math.max(position(data, from), position(data, to));
    var found = [];
    for (var place = first + 1; place < last; place++) found.push(place);
    return position(data, from) <= position(data, to) ? found : found.reverse();
  }

  function isDowngrade(data, from, to) { return position(data, to) < position(data, from); }

  // Whether each kind of old code that the rule knows has a fix that works in all of these places.
  function fixed(rule, places) {
    return rule.fixes.length > 0 && rule.fixes.every(function (fixes) {
      return fixes.some(function (works) {
        return places.every(function (place) { return works[place] === "o"; });
      });
    });
  }

  // The first place on the way at which the old code does already what it does at the end.
  function since(rule, way, here) {
    var first = here;
    for (var step = way.length - 1; step >= 0; step--) {
      if (change(rule.old[way[step]], rule.old[here]) !== "" || rule.old[way[step]] === "-") break;
      first = way[step];
    }
    return first;
  }

  function groupOf(rule, kind, there, here) {
    if (kind === "warning") return "after";
    if (kind === "silent" || kind === "error") return fixed(rule, [there, here]) ? "before" : "with";
    return kind;
  }

  // One rule in one move: {rule, kind, group, since, fixed, back} or null when it does not matter.
  function entry(data, rule, from, to) {
    var there = index(data, from);
    var here = index(data, to);
    var way = between(data, from, to);
    var kind = change(rule.old[there], rule.old[here]);
    if (isDowngrade(data, from, to) && kind !== "silent" && kind !== "error") {
      // Old code is as good as it was; but code in the new form may not run any more.
      if (rule.new[there] === "o" && /[-ect1-9]/.test(rule.new[here]))
        return { rule: rule, kind: /[1-9]/.test(rule.new[here]) ? "silent" : "error", group: "with", since: here, fixed: true, form: "new" };
    }
    if (!kind && runs(rule.old[there]) && !isDowngrade(data, from, to)) {
      var hit = way.filter(function (place) { return /silent|error/.test(change(rule.old[there], rule.old[place])); });
      if (hit.length) return { rule: rule, kind: change(rule.old[there], rule.old[hit[0]]), group: "between", since: hit[0], until: hit[hit.length - 1], fixed: true };
    }
    if (!kind) return null;
    return {
      rule: rule,
      kind: kind,
      group: groupOf(rule, kind, there, here),
      since: since(rule, way, here),
      fixed: fixed(rule, [here]),
      back: kind === "silent" && /[1-9]/.test(rule.old[there]) && result(rule.old[here]) === "o"
    };
  }

  // Every entry of a move, the most urgent first.
  function plan(data, from, to) {
    if (from === to) return [];
    var entries = data.rules.map(function (rule) { return entry(data, rule, from, to); }).filter(Boolean);
    return entries.sort(function (a, b) {
      return GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) ||
        URGENT.indexOf(a.kind) - URGENT.indexOf(b.kind) || (a.rule.id < b.rule.id ? -1 : 1);
    });
  }

  // How many entries bite: silent and error, before or with the upgrade; `with` counts those that cannot be done before.
  function count(entries) {
    var bites = entries.filter(isBite);
    return {
      all: bites.length,
      silent: bites.filter(function (one) { return one.kind === "silent"; }).length,
      error: bites.filter(function (one) { return one.kind === "error"; }).length,
      with: bites.filter(function (one) { return one.group === "with"; }).length
    };
  }

  function isBite(one) { return one.group === "before" || one.group === "with"; }

  function shared(one, other) {
    return one.pythons.filter(function (python) { return other.pythons.indexOf(python) >= 0; });
  }

  // Releases to stop at so that each two neighbours have a Python in common: a list of {to, pythons}, null if there is none.
  function pythonPath(data, from, to) {
    var places = [index(data, from)].concat(between(data, from, to), [index(data, to)]);
    var path = [];
    for (var at = 0; at < places.length - 1;) {
      var next = places.length - 1;
      while (next > at && !shared(data.environments[places[at]], data.environments[places[next]]).length) next--;
      if (next === at) return null;
      path.push({ to: data.environments[places[next]].name, pythons: shared(data.environments[places[at]], data.environments[places[next]]) });
      at = next;
    }
    return path;
  }

  // The last release on the way that has the Keras of the start, where the end has a later one.
  function lastWithOldKeras(data, from, to) {
    var start = data.environments[index(data, from)];
    var end = data.environments[index(data, to)];
    if (isDowngrade(data, from, to) || start.keras >= end.keras) return null;
    var same = between(data, from, to).filter(function (place) { return data.environments[place].keras === start.keras; });
    return same.length ? data.environments[same[same.length - 1]].name : null;
  }

  window.atlasMoves = {
    change: change, plan: plan, count: count, index: index, between: between, isDowngrade: isDowngrade, isBite: isBite,
    pythonPath: pythonPath, lastWithOldKeras: lastWithOldKeras
  };
})();

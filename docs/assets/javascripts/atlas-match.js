/* Finds the rules that fit a query: an ID, a symbol, an argument, a message or a whole traceback.
 *
 * AtlasMatch.build(docs) -> index; AtlasMatch.search(index, query) -> [{doc, score, words}], best first.
 * A doc is {location, title, text, tags?, symbols?, messages?, code?, cells?}; only rules have the last five.
 *
 * A name counts whole and in parts (tf.keras.losses.mse, tf, keras, losses, mse; experimental_run_v2,
 * experimental, run, v2), each the more the rarer it is among all docs (inverse document frequency), once per
 * doc. Three words in the order in which a message has them count as a phrase. No stop words, no stemming:
 * in this field "not", "lr" and "layers" are different things.
 */
(function (scope) {
  "use strict";

  var FIELDS = { id: 8, symbols: 5, title: 4, messages: 3, text: 2, code: 1.5 };
  var PHRASE = 2.5;
  var EXACT = 40;
  var COMMON = 0.03; // for each power of ten of measured failures that the rule explains
  var ERROR = /(?:^|[\s.])[A-Z]\w*(?:Error|Exception|Warning)(?::[^\n]{0,400}|$)/gm;
  var NAME = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/g;

  function names(text) {
    return (clean(text).match(NAME) || []).map(function (name) {
      return name.replace(/^tensorflow\.(?!python\b)/, "tf.");
    });
  }

  function clean(text) {
    return text
      .replace(/\u001b\[[\d;]*m/g, "")
      .replace(/[^\s'"(]*[\\/](?:site|dist)-packages[\\/]/g, " ")
      .replace(/\bfrom\s+([\w.]+)\s+import\s+(\w+)/g, "$1.$2");
  }

  function parts(name) {
    var found = [name.toLowerCase()];
    name.split(".").forEach(function (part) {
      found.push(part.toLowerCase());
      var small = part.replace(/([a-z\d])([A-Z])/g, "$1_$2").split(/_+/);
      if (small.length > 1) {
        small.forEach(function (word) {
          if (word.length > 1) found.push(word.toLowerCase());
        });
      }
    });
    return found;
  }

  function tokens(text) {
    var seen = new Set();
    names(text).forEach(function (name) {
      parts(name).forEach(function (part) {
        seen.add(part);
      });
    });
    return seen;
  }

  function phrases(text) {
    var words = (clean(text).toLowerCase().match(/[a-z_][\w.]*\w|[a-z]/g) || []).slice(0, 2000);
    var found = new Set();
    for (var i = 0; i + 2 < words.length; i++) found.add(words.slice(i, i + 3).join(" "));
    return found;
  }

  function add(table, keys, doc, weight) {
    keys.forEach(function (key) {
      var row = table.get(key);
      if (!row) table.set(key, (row = new Map()));
      row.set(doc, Math.max(row.get(doc) || 0, weight));
    });
  }

  function build(docs) {
    var index = { docs: docs, words: new Map(), phrases: new Map(), exact: new Map() };
    docs.forEach(function (doc, number) {
      var weight = doc.symbols ? 1 : 0.4;
      var fields = {
        id: doc.symbols ? doc.location.replace(/.*\/|\.html$/g, "") : "",
        title: doc.title,
        text: doc.text || "",
        symbols: (doc.symbols || []).join(" "),
        messages: (doc.messages || []).join("\n"),
        code: doc.code || "",
      };
      Object.keys(FIELDS).forEach(function (field) {
        add(index.words, tokens(fields[field]), number, FIELDS[field] * weight);
      });
      (doc.messages || []).forEach(function (message) {
        add(index.phrases, phrases(message), number, 1);
      });
      add(index.phrases, phrases(doc.title), number, weight);
      if (!doc.symbols) return;
      var exact = [fields.id];
      doc.symbols.forEach(function (symbol) {
        exact.push(symbol, symbol.replace(/\(\)?/, "."), symbol.replace(/\(.*/, ""));
        exact.push(symbol.replace(/[()=]+$/, "").replace(/.*[.(]/, ""));
      });
      exact.forEach(function (name) {
        add(index.exact, [name.toLowerCase()], number, 1);
      });
    });
    index.sorted = Array.from(index.words.keys()).sort();
    return index;
  }

  function rarity(index, row) {
    return Math.log(1 + index.docs.length / row.size);
  }

  function search(index, query) {
    var scores = new Map();
    var matched = new Map();
    function give(row, amount, word) {
      row.forEach(function (weight, doc) {
        scores.set(doc, (scores.get(doc) || 0) + amount * weight);
        if (!word) return;
        if (!matched.has(doc)) matched.set(doc, new Set());
        matched.get(doc).add(word);
      });
    }
    var text = query.slice(0, 20000);
    var errors = (text.match(ERROR) || []).join("\n");
    var important = tokens(errors);
    tokens(text).forEach(function (word) {
      var row = index.words.get(word);
      if (row) give(row, rarity(index, row) * (important.has(word) ? 2 : 1), word);
    });
    phrases(text).forEach(function (phrase) {
      var row = index.phrases.get(phrase);
      if (row) give(row, rarity(index, row) * PHRASE);
    });
    var whole = text
      .trim()
      .toLowerCase()
      .replace(/^tensorflow\./, "tf.")
      .replace(/^["'`]+|["'`]+$/g, "")
      .replace(/[()=\s]+$/, "")
      .replace("(", ".");
    if (index.exact.has(whole)) give(index.exact.get(whole), EXACT);
    var last = /[A-Za-z_][\w.]*$/.exec(text);
    if (last && last[0].length > 1) complete(index, last[0].toLowerCase(), give);
    return Array.from(scores, function (entry) {
      var doc = index.docs[entry[0]];
      return {
        doc: doc,
        score: entry[1] * (1 + COMMON * Math.log10(1 + (doc.cells || 0))),
        words: Array.from(matched.get(entry[0]) || []),
      };
    }).sort(function (a, b) {
      return b.score - a.score || (a.doc.location < b.doc.location ? -1 : 1);
    });
  }

  function complete(index, start, give) {
    var low = 0;
    var high = index.sorted.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (index.sorted[middle] < start) low = middle + 1;
      else high = middle;
    }
    for (var i = low; i < index.sorted.length && i < low + 30; i++) {
      var word = index.sorted[i];
      if (word.lastIndexOf(start, 0) !== 0) break;
      var row = index.words.get(word);
      if (word !== start) give(row, rarity(index, row) * 0.5, start);
    }
  }

  scope.AtlasMatch = { build: build, search: search };
})(typeof self !== "undefined" ? self : globalThis);

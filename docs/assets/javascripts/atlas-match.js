/* Finds the rules that fit a query: an ID, a symbol, an argument, a message, a line of code or a whole traceback.
 *
 * AtlasMatch.build(rules, pages) -> index; AtlasMatch.search(index, query) -> hits, best first, at most LIMIT:
 * {doc, score, fits, reasons, words}. A rule is a document of scripts/website/search.py; a page is {location, title, text}.
 * `fits` is false where the hit is only the nearest. `reasons` are {kind: "id" | "symbol" | "argument" | "message", text, where}.
 *
 * First, every word gives points to the documents that have it, the more the rarer it is among all (inverse document
 * frequency), once per document; a name counts whole, by its ends and in parts. Then the best are held against the
 * errors in the query: how much of an error is in one of the rule's messages, by words and runs of two and three words,
 * and whether the name that an error accuses is a name of the rule. No stop words, no stemming: in this field "not",
 * "lr" and "layers" are different things.
 */
(function (scope) {
  "use strict";

  var text = scope.AtlasText;
  var FIELDS = { id: 8, symbols: 5, title: 4, messages: 3, text: 2, code: 1.5, more: 0.8 };
  var PAGE = 0.4; // a page that is no rule
  var PHRASE = 1.2;
  var EXACT = 60;
  var IN_TITLE = 30; // where the title of a rule holds the words of the query, one after the other
  var ACCUSED = 60;
  var GIVEN = 40;
  var MESSAGE = 90;
  var COMMON = 0.05; // for each power of ten of measured failures that the rule explains
  var FITS = 0.62; // how much of an error has to be in a rule's message
  var RUNS = 30;
  var FIRST = 8; // for the message that a rule's first example prints first
  var OWN = 1; // weight of a word that no rule has
  var OTHER = 4;
  var LITTLE = -0.2;
  var FEW = 8; // a name that more rules share says little
  var SHORT = 300; // what is longer is no sentence about releases and files
  var CANDIDATES = 60;
  var LIMIT = 50;
  var MOST = 400; // words of a query that are looked up, the rarest

  function build(rules, pages) {
    var docs = rules.concat(pages || []);
    var index = { docs: docs, rows: new Map(), exact: new Map(), told: [], size: docs.length };
    docs.forEach(function (doc, number) {
      var rule = number < rules.length;
      var id = rule ? doc.location.replace(/.*\/|\.html$/g, "") : "";
      var messages = (doc.messages || []).map(function (one) { return one[0]; });
      var fields = {
        id: id,
        title: doc.title,
        text: doc.text || "",
        symbols: (doc.symbols || []).join(" "),
        messages: messages.join("\n"),
        code: doc.code || "",
        more: doc.more || ""
      };
      var weights = new Map();
      Object.keys(FIELDS).forEach(function (field) {
        text.tokens(fields[field]).forEach(function (word) {
          weights.set(word, Math.max(weights.get(word) || 0, FIELDS[field] * (rule ? 1 : PAGE)));
        });
      });
      [["more", 0.8], ["text", 2], ["title", 4]].forEach(function (pair) {
        text.marks(doc[pair[0]] || "").forEach(function (mark) { weights.set(mark, rule ? pair[1] : pair[1] * PAGE); });
      });
      text.grams(text.sequence(text.normal(doc.title))).forEach(function (gram) { weights.set(gram, rule ? 1 : PAGE); });
      if (rule) index.told.push(messages.map(function (message) { return remember(message, weights); }));
      weights.forEach(function (weight, key) { put(index.rows, key, number, weight); });
      if (rule) exact(index.exact, id, doc, number);
    });
    index.sorted = Array.from(index.rows.keys()).filter(function (key) { return key.indexOf(" ") < 0; }).sort();
    return index;
  }

  // What is kept of a message: its words and runs of words, which count for the document as well, and what it accuses.
  function remember(message, weights) {
    var words = text.sequence(message);
    var grams = text.grams(words);
    grams.forEach(function (gram) { weights.set(gram, 1); });
    return { keys: new Set(words.concat(Array.from(grams))), accused: text.accused(message) };
  }

  function put(rows, key, number, weight) {
    var row = rows.get(key);
    if (!row) rows.set(key, (row = { docs: [], weights: [] }));
    row.docs.push(number);
    row.weights.push(weight);
  }

  // The names under which a rule is asked for: its ID, its symbols whole and their last part, their arguments.
  function exact(table, id, doc, number) {
    var all = new Set([id.toLowerCase()]);
    doc.symbols.forEach(function (symbol) {
      var low = symbol.toLowerCase();
      var bare = low.replace(/\(\)/, "");
      all.add(low).add(bare.replace("(", ".").replace("=)", "")).add(low.replace(/\(.*/, ""));
      var last = low.replace(/[()=]+$/, "").replace(/.*[.(]/, "");
      all.add(last).add("=" + symbol.replace(/[()=]+$/, "").replace(/.*[.(]/, "")); // as it is written
      if (!/=\)$/.test(low)) all.add("." + symbol.replace(/.*[.(]/, ""));
      if (/=\)$/.test(low)) all.add(low.replace(/.*\.(?=\w+\()/, "")).add(low.replace(/.*\(/, "("));
      if (/^tf\.keras\./.test(bare)) all.add(bare.slice(3).replace("(", ".").replace("=)", ""));
    });
    all.forEach(function (name) { put(table, name, number, 1); });
    var prefixes = new Set();
    doc.symbols.forEach(function (symbol) {
      var pieces = symbol.toLowerCase().split(/[.(]/);
      for (var i = 3; i < pieces.length; i++) prefixes.add(pieces.slice(0, i).join(".") + ".*");
    });
    prefixes.forEach(function (name) { put(table, name, number, 1); });
  }

  function rarity(index, row) {
    return Math.log(1 + index.size / row.docs.length);
  }

  function weigh(index, key, unknown) {
    var row = index.rows.get(key);
    return row ? rarity(index, row) : unknown;
  }

  function search(index, query) {
    var cleaned = text.clean(query);
    var blocks = text.blocks(cleaned).map(function (block) { return understand(index, block); });
    var scores = new Float64Array(index.size);
    function give(row, amount, mentioned) {
      for (var i = 0; i < row.docs.length; i++) {
        var weight = row.weights[i];
        scores[row.docs[i]] += amount * (mentioned && weight === FIELDS.symbols ? FIELDS.messages : weight);
      }
    }
    var words = text.tokens(text.normal(cleaned));
    if (cleaned.length < SHORT) text.marks(cleaned).forEach(function (mark) { words.add(mark); });
    look(index, words, blocks, give);
    var whole = asked(cleaned);
    if (index.exact.has(whole)) give(index.exact.get(whole), EXACT);
    var written = index.exact.get("=" + query.trim());
    if (written) give(written, 2 * EXACT);
    var wanted = query.trim().toLowerCase();
    if (/ /.test(wanted) && wanted.length < 100) {
      index.docs.forEach(function (doc, number) {
        if (doc.symbols && doc.title.toLowerCase().indexOf(wanted) >= 0) scores[number] += IN_TITLE;
      });
    }
    var given = text.given(cleaned);
    given.forEach(function (key) {
      if (index.exact.has(key)) give(index.exact.get(key), GIVEN);
    });
    var last = /[A-Za-z_][\w.]*$/.exec(query);
    if (last && last[0].length > 1 && query.length < 200) complete(index, last[0].toLowerCase(), give);
    var about = {
      blocks: blocks,
      whole: whole,
      given: given,
      words: words,
      named: named(index, words),
      failed: blocks.some(function (block) { return block.accused.length || (block.error && block.words.length > 3); })
    };
    return best(index, scores)
      .map(function (number) {
        return judge(index, number, scores[number], about);
      })
      .sort(function (a, b) {
        return b.score - a.score || (a.doc.location < b.doc.location ? -1 : 1);
      })
      .slice(0, LIMIT);
  }

  // An error in the query: its words, runs of words, and how much each of them weighs when it is held against a message.
  function understand(index, block) {
    var normal = text.normal(block.text);
    var words = text.sequence(normal);
    var grams = text.grams(words);
    var keys = new Map();
    new Set(words).forEach(function (word) { keys.set(word, weigh(index, word, OWN)); });
    grams.forEach(function (gram) {
      // A run that no rule has, of words that rules have, is another sentence; with a name of the user's it says little.
      var known = gram.split(" ").every(function (word) { return index.rows.has(word); });
      keys.set(gram, weigh(index, gram, known ? OTHER : OWN) * 0.5);
    });
    var total = 0;
    keys.forEach(function (weight) { total += weight; });
    return { weight: block.weight, error: block.error, words: words, grams: grams, keys: keys, total: total, accused: text.accused(normal) };
  }

  // Points for words and runs of words; those in an error count double.
  function look(index, words, blocks, give) {
    var important = new Set();
    var accused = new Set();
    blocks.forEach(function (block) {
      block.accused.forEach(function (one) { text.parts(one.name).forEach(function (part) { accused.add(part); }); });
      block.words.forEach(function (word) { text.parts(word).forEach(function (part) { important.add(part); }); });
      var long = Math.min(1, RUNS / (block.grams.size || 1)); // a long message is no better than a short one
      block.grams.forEach(function (gram) {
        var row = index.rows.get(gram);
        if (row) give(row, rarity(index, row) * PHRASE * block.weight * long);
      });
    });
    var found = [];
    var failed = blocks.some(function (block) { return block.error; });
    words.forEach(function (word) {
      var row = index.rows.get(word);
      // A symbol that an error only mentions, as in the advice at its end, is no more than a word of it.
      var mentioned = important.has(word) && !accused.has(word) && failed;
      if (row) found.push([rarity(index, row) * (important.has(word) ? 2 : 1), row, mentioned]);
    });
    if (found.length > MOST) found.sort(function (a, b) { return b[0] - a[0]; }).length = MOST;
    var share = found.length > 40 ? 40 / found.length : 1; // a long text has many words by chance
    found.forEach(function (one) { give(one[1], one[0] * share, one[2]); });
  }

  function asked(query) {
    return text
      .usual(query.trim().replace(/^["'`\u2018\u2019\u201c\u201d]+|["'`\u2018\u2019\u201c\u201d]+$/g, ""))
      .toLowerCase()
      .replace(/[()=\s]+$/, "")
      .replace("(", ".");
  }

  // The names in a query by which a symbol can be known: dotted, or of more than one word, and not shared by many rules.
  function named(index, words) {
    return Array.from(words).filter(function (word) {
      var row = /[._]/.test(word) && word.length > 5 && index.exact.get(word);
      return row && row.docs.length <= FEW;
    });
  }

  function best(index, scores) {
    var found = [];
    for (var number = 0; number < scores.length; number++) if (scores[number] > 0) found.push(number);
    found.sort(function (a, b) { return scores[b] - scores[a] || a - b; });
    return found.slice(0, CANDIDATES);
  }

  function holds(index, key, number) {
    var row = index.exact.get(key);
    return !!row && row.docs.indexOf(number) >= 0;
  }

  // The points of a document with its messages and names held against the query, and why.
  function judge(index, number, score, query) {
    var doc = index.docs[number];
    var hit = { doc: doc, score: score, fits: false, reasons: [], words: Array.from(query.words) };
    if (!doc.symbols) return hit;
    if (query.whole && holds(index, query.whole, number)) {
      hit.fits = true;
      hit.reasons.push({ kind: /^tfu\d/.test(query.whole) ? "id" : "symbol", text: /^tfu\d/.test(query.whole) ? query.whole : spelled(doc, query.whole) });
    }
    query.given.forEach(function (key) {
      if (!holds(index, key, number)) return;
      hit.fits = true;
      hit.reasons.push({ kind: "argument", text: spelled(doc, key) });
    });
    query.named.forEach(function (name) {
      if (!holds(index, name, number)) return;
      if (!query.failed) hit.fits = true;
      if (hit.reasons.length < 3) hit.reasons.push({ kind: "symbol", text: spelled(doc, name) });
    });
    var denied = false; // an error that accuses a name with which the rule has nothing to do
    query.blocks.forEach(function (block) {
      var near = nearest(index.told[number], block);
      var same = agreement(index, number, block.accused);
      hit.score += block.weight * (MESSAGE * near.share * near.sure * (1 + Math.min(0, same) * 0.65) + ACCUSED * same);
      denied = denied || (same < 0 && block.weight > 0.5);
      if (near.place === 0) hit.score += FIRST * near.share * block.weight;
      if (near.told && near.share >= FITS && near.sure > 0.5 && same >= 0) {
        hit.fits = hit.fits || block.weight > 0.5 || query.blocks.length === 1;
        hit.reasons.push({ kind: "message", text: doc.messages[near.place][0], where: doc.messages[near.place][1] });
      } else if (same > 0.5) {
        hit.fits = true;
        hit.reasons.push({ kind: block.accused[0].form === "argument" ? "argument" : "symbol", text: spelled(doc, block.accused[0].name) });
      }
    });
    if (denied && !hit.reasons.some(function (reason) { return reason.kind === "id"; })) hit.fits = false;
    if (query.blocks.every(function (block) { return agreement(index, number, block.accused) < 0; })) hit.score *= 0.75;
    hit.score *= 1 + COMMON * Math.log10(1 + (doc.cells || 0));
    return hit;
  }

  // A name as the rule writes it.
  function spelled(doc, name) {
    return doc.symbols.filter(function (symbol) {
      var low = symbol.toLowerCase();
      return low === name || low.slice(-name.length) === name || low.replace(/=\)$/, "").slice(-name.length) === name;
    })[0] || name;
  }

  // The message of a rule that has most of an error: {share of the error, how sure, told, place}.
  function nearest(all, block) {
    var found = { share: 0, sure: 0, told: null, place: -1 };
    all.forEach(function (told, place) {
      var common = 0;
      block.keys.forEach(function (weight, key) { if (told.keys.has(key)) common += weight; });
      var share = block.total ? common / block.total : 0;
      if (share > found.share) found = { share: share, sure: 1 - Math.exp(-common / 12), told: told, place: place };
    });
    return found;
  }

  // 1 where the name that an error accuses is one of the rule's, -1 where the error accuses and it is not, 0 where it does not.
  function agreement(index, number, accused) {
    if (!accused.length) return 0;
    var all = index.told[number];
    var most = accused.some(function (one) { return one.form !== "name"; }) ? -1 : 0;
    accused.forEach(function (one) {
      var least = isOfUser(index, one) ? LITTLE : 1;
      keysOf(one).forEach(function (pair) {
        var row = pair[1] > most && index.exact.get(pair[0]);
        if (row && (row.docs.length <= FEW || pair[1] === 1) && row.docs.indexOf(number) >= 0) most = Math.min(pair[1], least);
      });
      all.forEach(function (message) {
        message.accused.forEach(function (other) {
          if (other.form !== one.form || other.name !== one.name) return;
          var near = other.owner.replace(/^tf\./, "") === one.owner.replace(/^tf\./, "");
          most = Math.max(most, near ? 1 : one.owner.indexOf(".") < 0 ? Math.min(0.7, least) : -0.4);
        });
      });
    });
    return most;
  }

  // Whether an argument was refused by a function of a name that no rule has: then it is the user's own, and the argument says little.
  function isOfUser(index, one) {
    var own = one.form === "argument" && one.owner.split(".").pop();
    return !!own && one.owner.indexOf("__init__") < 0 && /_/.test(own) && !index.rows.has(own);
  }

  // The names under which an accused name may stand among the symbols, with how much each is worth.
  function keysOf(one) {
    var owner = one.owner.replace(/^keras\./, "tf.keras.");
    if (one.form === "missing") return [];
    if (one.form === "argument") return [[owner.split(".").pop() + "(" + one.name + "=)", 1], ["(" + one.name + "=)", 0.7]];
    var whole = owner ? owner + "." + one.name : one.name.replace(/^keras\./, "tf.keras.");
    var sure = whole.indexOf(".") > 0 ? 1 : 0.3;
    var keys = [[whole, sure], [(one.owner ? one.owner + "." : "") + one.name, sure], [whole + ".*", 0.9]];
    var last = one.written.split(".").pop();
    return keys.concat([["." + last, owner.indexOf(".") > 0 || one.form === "import" ? 0.4 : 0.7]]);
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
      var row = index.rows.get(word);
      if (word !== start) give(row, rarity(index, row) * 0.5);
    }
  }

  scope.AtlasMatch = { build: build, search: search };
})(typeof self !== "undefined" ? self : globalThis);

/* What can be read out of a pasted text: words, blocks of error, names that are missing or refused.
 *
 * AtlasText.use(patterns): the patterns of scripts/website/normal.py, which bring a message into its normal form.
 */
(function (scope) {
  "use strict";

  var MAX = 20000;
  var compiled = [];
  var known = new Map(); // parts of the names met so far
  var NAME = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/g;
  // Where an error or a warning begins: `ValueError: …`, `keras.src.x.SomeError: …`, `WARNING:absl: …`, `W tensorflow/x.cc:1] …`.
  var TYPE = "(?:[A-Za-z_]\\w*\\.)*_?[A-Z]\\w*(?:Error|Exception|Warning)";
  var START = new RegExp(
    "(?:^|\\n|\\s{2,}|: )[ \\t>|]*(?:" + TYPE + "(?=:|\\s*\\n|\\s*$)|(?:WARNING|ERROR|INFO|FATAL):\\w+:" +
      "|[WEF] \\S+\\.cc:\\d+\\]|Exception encountered|Error encountered:|LLVM ERROR:)|[ \\t]" + TYPE + "(?=: \\S)",
    "g"
  );
  var END = /\n[ \t>|]*(?:Traceback \(most recent|During handling of|The above exception|File "|Arguments received by|Call arguments received)/;

  function use(patterns) {
    compiled = patterns.map(function (pair) { return [new RegExp(pair[0], "g"), pair[1]]; });
  }

  function normal(text) {
    compiled.forEach(function (pair) { text = text.replace(pair[0], pair[1]); });
    return text;
  }

  // A terminal that broke lines in the middle of words broke them all at the same width.
  function unbroken(text) {
    var lines = text.split("\n");
    var width = Math.max.apply(null, lines.map(function (line) { return line.length; }));
    var full = lines.filter(function (line) { return line.length === width; }).length;
    if (full < 2 || width < 60 || width > 250) return text;
    return lines.map(function (line) { return line.length === width ? line : line + "\n"; }).join("");
  }

  // The text without what a screen, a notebook or a mail added, and without the code of libraries.
  function clean(text) {
    text = text.slice(0, MAX).replace(/\r\n?/g, "\n").replace(/(\S{300})\S+/g, "$1 "); // no word is as long
    text = text.replace(/[ \t]{9,}/g, "        ").replace(/(?:\n[ \t]*){4,}/g, "\n\n").replace(/\u001b\[[\d;?]*[A-Za-z]/g, "");
    text = unbroken(text).replace(/^[ \t]*(?:>{1,3} |\.\.\. |In ?\[\d*\]: ?|\| )/gm, "").replace(/[\u2500-\u257f]+/g, " ");
    // Frames of libraries: those of Python, with the line of code below; those of notebooks, to the next empty line.
    var without = text
      .replace(/File "[^"\n]*(?:(?:site|dist)-packages|lib\/python3)[^"\n]*", line \d+(?:, in \S+)?(?:\n(?![ \t]*File )[ \t]+[^\n]*)*/g, " ")
      .replace(/^[^\n"']*(?:site|dist)-packages[\\/][^\n]* in \S*\([^\n]*\)(?:\n[^\n]+)*/gm, " ")
      .replace(/File [^\n"]*(?:site|dist)-packages[\\/][^\n]*(?:\n[ \t]*(?:\d+|-+>)[^\n]*)*/g, " ");
    without = without.replace(/[^\s'"(]*[\\/](?:site|dist)-packages[\\/][^\s'")]*/g, " ");
    without = without.replace(/^[ \t]*-+> ?\d+ /gm, " ").replace(/<ipython-input-[^>]*>/g, " ");
    return without.trim() ? without : text;
  }

  // [{text, weight, error}]: the errors and warnings in a cleaned text; the last error counts most; all of it where there is none.
  function blocks(text) {
    var starts = [];
    START.lastIndex = 0;
    for (var found = START.exec(text); found && starts.length < 40; found = START.exec(text)) starts.push(found.index);
    if (!starts.length) return [{ text: text.slice(0, 1500), weight: 1, error: false }];
    var all = starts.map(function (start, number) {
      var piece = text.slice(start, starts[number + 1]).slice(0, 1500).replace(/^[\s>|]+/, "");
      var end = END.exec(piece);
      return { text: end ? piece.slice(0, end.index) : piece, weight: 0.5, error: true };
    });
    var errors = all.filter(function (one) { return !/^\S*(?:Warning|WARNING|INFO)\b|^W /.test(one.text); });
    if (!errors.length) errors = all;
    errors.forEach(function (one) { one.weight = 0.8; });
    errors[errors.length - 1].weight = 1;
    return all.slice(-8);
  }

  // One name as everybody calls it: every way to write tf.keras is tf.keras.
  function usual(name) {
    if (!/^(?:tensorflow|tf|keras|K)\./.test(name)) return name;
    return name
      .replace(/^K\./, "tf.keras.backend.") // as most programs import it
      .replace(/^tensorflow\.(?!python\b)/, "tf.")
      .replace(/^tf\._api\.v2\.(?:compat\.v2\.)?/, "tf.")
      .replace(/^tensorflow\.python\.keras\.api\._v2\.keras\b/, "tf.keras")
      .replace(/^keras\.(?:_tf_keras|api\._v2)\.keras\b/, "tf.keras")
      .replace(/^keras\.api\b/, "keras");
  }

  function names(text) {
    text = text.replace(/\bfrom\s+([\w.]+)\s+import\s+\(?\s*(\w+)/g, "$1.$2");
    return (text.match(NAME) || []).map(usual);
  }

  // A name, its ends, its parts, the words in them: tf.keras.losses.mse, losses.mse, mse; experimental_run_v2, run.
  function parts(name) {
    var found = known.get(name);
    if (found) return found;
    if (known.size > 60000) known.clear();
    known.set(name, (found = split(name)));
    return found;
  }

  function split(name) {
    var pieces = name.toLowerCase().split(".");
    var found = [];
    for (var i = 0; i < pieces.length; i++) found.push(pieces.slice(i).join("."), pieces[i]);
    name.split(".").forEach(function (part) {
      var small = part.replace(/([a-z\d])([A-Z])/g, "$1_$2").split(/_+/);
      if (small.length < 2) return;
      small.forEach(function (word) { if (word.length > 1) found.push(word.toLowerCase()); });
    });
    return found;
  }

  function tokens(text) {
    var seen = new Set();
    names(text).forEach(function (name) {
      parts(name).forEach(function (part) { seen.add(part); });
    });
    return seen;
  }

  // What a person says of a file or a release in words, and a message only by chance: .keras, .h5, 2.13.
  function marks(text) {
    var found = new Set();
    matches(text, /(?:^|[^\w.])(\.(?:keras|h5|hdf5|weights\.h5|pb|tflite|pkl|model)|v?2\.\d{1,2})(?:\.\d+)?(?![\w])/g, function (m) {
      found.add(m[1].replace("v", "") + "!");
    });
    return found;
  }

  function sequence(text) {
    return (text.toLowerCase().match(/[a-z_]\w*(?:\.[a-z_]\w*)*/g) || []).map(usual).slice(0, 1200);
  }

  function grams(words) {
    var found = new Set();
    for (var i = 0; i + 1 < words.length; i++) {
      found.add(words[i] + " " + words[i + 1]);
      if (i + 2 < words.length) found.add(words[i] + " " + words[i + 1] + " " + words[i + 2]);
    }
    return found;
  }

  function matches(text, pattern, take) {
    pattern.lastIndex = 0;
    for (var found = pattern.exec(text), count = 0; found && count < 60; found = pattern.exec(text), count++) take(found);
  }

  // Names that an error says are missing or refused: {name, owner, form, written}; form is "attribute", "argument", "import", "missing" or "name".
  function accused(text) {
    var found = [];
    function add(form, name, owner) {
      found.push({ form: form, name: usual(name).toLowerCase(), owner: usual(owner || "").toLowerCase(), written: name });
    }
    matches(text, /module ['"]?([\w.]+)['"]? has no attribute ['"]?(\w+)/g, function (m) { add("attribute", m[2], m[1]); });
    matches(text, /(?:^|[^\w.])['"]?(\w+)['"]? object has no attribute ['"]?(\w+)/g, function (m) { add("attribute", m[2], m[1]); });
    matches(text, /type object ['"](\w+)['"] has no attribute ['"](\w+)/g, function (m) { add("attribute", m[2], m[1]); });
    matches(text, /No module named ['"]?([\w.]+)/g, function (m) { add("import", m[1]); });
    matches(text, /cannot import name ['"]?(\w+)['"]?(?: from ['"]?([\w.]+))?/g, function (m) { add("import", m[1], m[2]); });
    matches(text, /([\w.]+)\(\) got an unexpected keyword argument ['"]?(\w+)/g, function (m) { add("argument", m[2], m[1]); });
    matches(text, /unexpected keyword(?: argument)? ['"](\w+)/g, function (m) {
      var name = usual(m[1]).toLowerCase();
      if (!found.some(function (one) { return one.form === "argument" && one.name === name; })) add("argument", m[1]);
    });
    matches(text, /(?:[Uu]nrecognized keyword arguments?(?:\(s\))?|Argument\(s\) not recognized|Invalid keyword argument\(s\) in \S+)(?: passed to (\w+))?[:',\s]*(?:dict_keys\()?([{\[][^\n]*)/g, function (m) {
      (m[2].match(/['"](\w+)['"](?=\s*[:\]},])/g) || []).slice(0, 6).forEach(function (name) {
        add("argument", name.replace(/['"]/g, ""), m[1]);
      });
    });
    matches(text, /missing \S+ required (?:keyword-only |positional )*arguments?: ['"](\w+)/g, function (m) { add("missing", m[1]); });
    matches(text, /([A-Za-z_][\w.]*\w)(?:\(\))?['"]?(?: \(from [\w.]+\))? (?:is|are|was|has been|will be) (?:not supported|deprecated|removed|not available|no longer)/g, function (m) {
      if (/[._]/.test(m[1])) add("name", m[1]);
    });
    return found;
  }

  // Arguments given in code: `adam(lr=)` and `(lr=)` for Adam(lr=0.1).
  function given(text) {
    var found = new Set();
    matches(text, /([A-Za-z_][\w.]*)\(((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\))*)/g, function (call) {
      var name = call[1].split(".").pop().toLowerCase();
      var flat = call[2].replace(/\((?:[^()\n]|\([^()\n]*\))*\)/g, "");
      matches(flat, /(?:^|,)\s*(\w+)\s*=(?!=)/g, function (m) {
        found.add(name + "(" + m[1].toLowerCase() + "=)");
      });
    });
    return found;
  }

  scope.AtlasText = {
    use: use, normal: normal, clean: clean, blocks: blocks, usual: usual, parts: parts,
    tokens: tokens, marks: marks, sequence: sequence, grams: grams, accused: accused, given: given
  };
})(typeof self !== "undefined" ? self : globalThis);

// Which rules are about what somebody uses: read from imports and code, or from the JSON of Semgrep, Ruff or SARIF.
// Text is only searched; nothing of it is run, shown as HTML or sent anywhere.
(function () {
  "use strict";

  var RULE = /\bTFU[1-9]\d{3}\b/gi;
  var NAME = /[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*/g;
  var GENERAL = /^(__init__|call|build|name)$/;

  function unique(list) { return list.filter(function (one, place) { return list.indexOf(one) === place; }); }

  // Every rule ID in the values of a JSON report.
  function idsIn(value) {
    if (typeof value === "string") return (value.match(RULE) || []).map(function (id) { return id.toUpperCase(); });
    if (!value || typeof value !== "object") return [];
    return [].concat.apply([], Object.keys(value).map(function (key) { return idsIn(value[key]); }));
  }

  // Code without comments and without the text of strings, so that no word in them counts.
  function bare(code) {
    return code
      .replace(/("""|''')[\s\S]*?\1/g, '""')
      .replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, '""')
      .replace(/#[^\n]*/g, "")
      .replace(/\\\r?\n/g, " ");
  }

  // One spelling for all roads to the same name.
  function canonical(name) {
    return name
      .replace(/^tensorflow\.compat\.v2\b/, "tf")
      .replace(/^tensorflow(?!\.python\.)(?=\.|$)/, "tf")
      .replace(/^tf\.compat\.v2\b/, "tf")
      .replace(/^(keras|tf_keras)(\.src)?(?=\.|$)/, "tf.keras")
      .replace(/^tf\.keras\.saving(?=\.)/, "tf.keras.models"); // the same functions at two addresses
  }

  // Imports as {alias: full name}; `star` lists modules of which everything was imported.
  function imports(code) {
    var found = { tf: "tf" };
    var star = [];
    var rest = code
      .replace(/^[ \t]*from\s+([\w.]+)\s+import\s+(\([^)]*\)|[^\n;]+)/gm, function (_, module, names) {
        names.replace(/[()]/g, "").split(",").forEach(function (part) {
          var words = part.trim().split(/\s+as\s+/);
          if (words[0] === "*") star.push(canonical(module));
          else if (/^\w+$/.test(words[0])) found[words[1] || words[0]] = canonical(module + "." + words[0]);
        });
        return "";
      })
      .replace(/^[ \t]*import\s+([^\n;]+)/gm, function (_, names) {
        names.split(",").forEach(function (part) {
          var words = part.trim().split(/\s+as\s+/);
          if (/^[\w.]+$/.test(words[0])) found[words[1] || words[0].split(".")[0]] = canonical(words[1] ? words[0] : words[0].split(".")[0]);
          if (/^[\w.]+$/.test(words[0]) && !words[1] && words[0].indexOf(".") > 0) found[" " + words[0]] = canonical(words[0]);
        });
        return "";
      });
    // K = tf.keras.backend
    (rest.match(/^[ \t]*[A-Za-z_]\w*[ \t]*=[ \t]*[A-Za-z_][\w.]*[ \t]*$/gm) || []).forEach(function (text) {
      var sides = text.replace(/\s/g, "").split("=");
      var parts = sides[1].split(".");
      var start = Object.prototype.hasOwnProperty.call(found, parts[0]) ? found[parts[0]] : null;
      if (start && !Object.prototype.hasOwnProperty.call(found, sides[0])) found[sides[0]] = canonical([start].concat(parts.slice(1)).join("."));
    });
    return { names: found, star: star, rest: rest };
  }

  // What a text uses: full names, members of anything (`.fit`), arguments of calls (`lr=`), and whether it is imports alone.
  function read(text) {
    var found = imports(bare(text));
    var onlyImports = !/[A-Za-z_]/.test(found.rest);
    var aliases = Object.keys(found.names).filter(function (alias) { return alias !== "tf" || (onlyImports && /\bas\s+tf\b/.test(text)); });
    var full = aliases.map(function (alias) { return found.names[alias]; });
    var members = [];
    var definitions = (found.rest.match(/\bdef\s+\w+/g) || []).map(function (part) { return part.replace(/def\s+/, ""); });
    (found.rest.match(NAME) || []).forEach(function (name) {
      var parts = name.replace(/\s+/g, "").split(".");
      var start = Object.prototype.hasOwnProperty.call(found.names, parts[0]) ? found.names[parts[0]] : null;
      if (start) full.push(canonical([start].concat(parts.slice(1)).join(".")));
      else if (/^(tensorflow|keras|tf_keras)$/.test(parts[0])) full.push(canonical(parts.join(".")));
      else found.star.forEach(function (module) { full.push(module + "." + parts.join(".")); });
      members = members.concat(parts.slice(1));
    });
    (found.rest.match(/[)\]]\s*\.\s*[A-Za-z_]\w*/g) || []).forEach(function (part) { members.push(part.replace(/^.*\.\s*/, "")); });
    var keywords = (found.rest.match(/[(,]\s*[A-Za-z_]\w*\s*=(?!=)/g) || []).map(function (part) { return part.replace(/[(,=\s]/g, ""); });
    return {
      names: unique(full), members: unique(members.concat(definitions)), keywords: unique(keywords),
      onlyImports: onlyImports
    };
  }

  function last(name) { return name.slice(name.lastIndexOf(".") + 1); }
  function isClass(word) { return /^[A-Z]/.test(word); }

  // Whether a name is used: as it stands, by anything below it, or, where the same object has several addresses, by its own
  // name. An import alone may use all that is below it.
  function named(used, name) {
    return used.names.some(function (one) {
      return one === name || (used.onlyImports && name.indexOf(one + ".") === 0) || one.indexOf(name + ".") === 0 || (last(one) === last(name) && isClass(last(name)) && one.split(".")[1] === name.split(".")[1]);
    });
  }

  // Whether a text uses a symbol of a rule: a name, a member of a class, an argument or an attribute. Where the rule is about
  // what a default does (`loose`), an argument that is not given counts as well.
  function uses(used, symbol, loose) {
    var parts = /^([\w.]+?)(?:\((\w+)=\)|\(\)\.(\w+))?$/.exec(symbol);
    if (!parts) return false;
    var name = canonical(parts[1]);
    var owner = name.split(".").slice(0, -1);
    var member = owner.length > 1 && isClass(last(owner.join("."))) ? last(name) : null;
    var reached = named(used, name) || (member !== null && !GENERAL.test(member) && used.members.indexOf(member) >= 0) ||
      (member !== null && GENERAL.test(member) && named(used, owner.join(".")));
    if (parts[3]) return used.members.indexOf(parts[3]) >= 0 && (isClass(last(name)) || reached);
    if (parts[2]) return used.onlyImports || (loose && isClass(last(name))) ? reached : used.keywords.indexOf(parts[2]) >= 0 && (reached || last(name) === "Layer");
    return reached;
  }

  // The rules that fit a text: {from: "report" or "code", ids, names: how many names were read}.
  function find(data, text) {
    var report = null;
    try { report = JSON.parse(text); } catch (error) { /* then it is code */ }
    if (report && typeof report === "object") {
      var known = data.rules.map(function (rule) { return rule.id; });
      return { from: "report", ids: unique(idsIn(report)).filter(function (id) { return known.indexOf(id) >= 0; }), names: 0 };
    }
    var used = read(text);
    var ids = data.rules.filter(function (rule) {
      return rule.symbols.some(function (symbol) { return uses(used, symbol, rule.loose); });
    }).map(function (rule) { return rule.id; });
    return { from: "code", ids: ids, names: used.names.length + (used.onlyImports ? 0 : used.members.length) };
  }

  window.atlasUses = { find: find, read: read };
})();

/* Takes the place of Material's search worker (it names this way of replacing it in its own source):
 * messages {type: 0 setup, 1 ready, 2 query, 3 result}. The theme inserts what it gets as HTML, so every text
 * is escaped here.
 */
"use strict";

var docs = [];
var index = null;
var SHOWN = 20;

function escape(text) {
  return text.replace(/[&<>"]/g, function (sign) {
    return { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }[sign];
  });
}

function mark(text, words) {
  var found = words
    .filter(function (word) {
      return word.length > 1;
    })
    .sort(function (a, b) {
      return b.length - a.length;
    })
    .map(function (word) {
      return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    });
  if (!found.length) return escape(text);
  return text
    .split(new RegExp("\\b(" + found.join("|") + ")\\b", "gi"))
    .map(function (piece, number) {
      return number % 2 ? "<mark>" + escape(piece) + "</mark>" : escape(piece);
    })
    .join("");
}

function plain(html) {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
}

function items(query) {
  return AtlasMatch.search(index, query)
    .slice(0, SHOWN)
    .map(function (hit) {
      var doc = hit.doc;
      return [
        {
          location: doc.location,
          title: mark(doc.title, hit.words),
          text: mark(doc.text.slice(0, 300), hit.words),
          tags: (doc.tags || []).slice(0, 4).map(escape),
          score: hit.score,
          terms: {},
        },
      ];
    });
}

// Made at the first query, so that a page that is only read does not load it. Rules are in the index that diagnosis
// uses as well; the other pages come from MkDocs, as HTML.
function made() {
  importScripts("atlas-text.js", "atlas-match.js", "atlas-index.js");
  AtlasText.use(atlasIndex.patterns);
  var pages = docs.map(function (doc) {
    return Object.assign({}, doc, { title: plain(doc.title), text: plain(doc.text) });
  });
  return AtlasMatch.build(atlasIndex.rules, pages);
}

addEventListener("message", function (event) {
  if (event.data.type === 0) {
    docs = event.data.data.docs;
    postMessage({ type: 1 });
  } else if (event.data.type === 2) {
    var query = event.data.data;
    var asked = query.trim() !== ""; // the theme asks for nothing when a page opens
    if (asked) index = index || made();
    postMessage({ type: 3, data: { items: asked ? items(query) : [] } });
  }
});

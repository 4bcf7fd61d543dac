// What the table of all rules and the interface diff share: lists of values that are wanted, not wanted, or neither. A
// value's number tells how many rows would have it if its own list were not narrowed, so that the numbers of a list add up.
(function () {
  "use strict";

  var NEXT = { "": "only", only: "not", not: "" };
  var MARKS = { "": "", only: "✓ ", not: "− " };
  var SAID = { "": "", only: ", only these", not: ", not these" };

  function all(selector, root) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }

  // The lists are the fieldsets of a form; `changed` is called when a person pressed a value.
  window.atlasNarrow = function (form, changed) {
    var lists = all("fieldset", form).map(function (set) {
      return { name: set.name, title: set.querySelector("legend").textContent, buttons: all("button", set) };
    });
    lists.forEach(function (list) {
      list.buttons.forEach(function (button) {
        button.addEventListener("click", function () { set(button, NEXT[button.dataset.state || ""]); changed(); });
      });
    });

    function set(button, state) {
      button.dataset.state = state;
      button.querySelector(".mark").textContent = MARKS[state];
      button.querySelector(".said").textContent = SAID[state];
    }

    function valuesIn(list, state) {
      return list.buttons.filter(function (button) { return button.dataset.state === state; });
    }

    function value(button) { return button.value; }
    function name(button) { return button.querySelector(".name").textContent; }

    return {
      clear: function () {
        lists.forEach(function (list) { list.buttons.forEach(function (button) { set(button, ""); }); });
      },

      // On a phone the lists would fill the screen before the first row.
      fold: function () {
        var narrowed = lists.some(function (list) { return valuesIn(list, "only").length || valuesIn(list, "not").length; });
        form.querySelector("details").open = narrowed || window.matchMedia("(min-width: 45em)").matches;
      },

      // From and into the parameters of an address.
      read: function (state) {
        lists.forEach(function (list) {
          var values = (state.get(list.name) || "").split(",");
          list.buttons.forEach(function (button) {
            set(button, values.indexOf(button.value) >= 0 ? "only" : values.indexOf("-" + button.value) >= 0 ? "not" : "");
          });
        });
      },
      write: function (state) {
        lists.forEach(function (list) {
          var values = list.buttons.filter(function (button) { return button.dataset.state; }).map(function (button) {
            return (button.dataset.state === "not" ? "-" : "") + button.value;
          });
          if (values.length) state.set(list.name, values.join(","));
        });
      },

      // The rows that are wanted, of those that `found` lets through; `of(row, name)` is a row's value in a list.
      select: function (rows, found, of) {
        var tests = lists.map(function (list) {
          var only = valuesIn(list, "only").map(value);
          var not = valuesIn(list, "not").map(value);
          return function (one) { return (!only.length || only.indexOf(one) >= 0) && not.indexOf(one) < 0; };
        });
        var counts = lists.map(function () { return {}; });
        var wanted = rows.filter(function (row) {
          if (!found(row)) return false;
          var met = lists.map(function (list, place) { return tests[place](of(row, list.name)); });
          var missed = met.filter(function (one) { return !one; }).length;
          lists.forEach(function (list, place) {
            if (missed > (met[place] ? 0 : 1)) return;
            var one = of(row, list.name);
            counts[place][one] = (counts[place][one] || 0) + 1;
          });
          return missed === 0;
        });
        lists.forEach(function (list, place) {
          list.buttons.forEach(function (button) {
            button.querySelector(".count").textContent = counts[place][button.value] || 0;
            button.classList.toggle("none", !counts[place][button.value]);
          });
        });
        return wanted;
      },

      // The choice in words: " (Impact: Silent; Area: not Layers)", or nothing.
      told: function () {
        var parts = lists.map(function (list) {
          var not = valuesIn(list, "not").map(name);
          var told = valuesIn(list, "only").map(name).concat(not.length ? ["not " + not.join(", not ")] : []).join(", ");
          return told ? list.title + ": " + told : "";
        }).filter(Boolean);
        return parts.length ? " (" + parts.join("; ") + ")" : "";
      }
    };
  };
})();

/* A text field drops the line breaks of what is pasted into it, and with them the borders between words. */
(function () {
  "use strict";
  document.addEventListener("paste", function (event) {
    var field = event.target;
    if (!field.matches || !field.matches("[data-md-component=search-query]")) return;
    var text = (event.clipboardData || window.clipboardData).getData("text");
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    field.setRangeText(text.replace(/\s*[\r\n]+\s*/g, "  "), field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("keyup", { bubbles: true }));
  });
})();

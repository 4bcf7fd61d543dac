/* The form that chooses a pair of releases on the page about Semgrep. The table below it has every pack, so that the
   page is useful without this file; the form takes its data from there. */
;(function () {
  "use strict"

  var form = document.querySelector("form[data-packs]")
  if (!form) return
  var from = form.elements.namedItem("from")
  var to = form.elements.namedItem("to")
  var told = form.querySelector(".pack-told")
  var command = form.querySelector("code")
  var download = form.querySelector(".pack-link")

  read()
  form.hidden = false
  form.addEventListener("input", function () { show(); write() })
  form.addEventListener("submit", function (event) { event.preventDefault() })
  show()

  function read() {
    var given = new URLSearchParams(location.search)
    choose(from, given.get("from"))
    choose(to, given.get("to"))
  }

  function choose(field, value) {
    var known = Array.prototype.some.call(field.options, function (option) { return option.value === value })
    if (known) field.value = value
  }

  function write() {
    var state = new URLSearchParams({ from: from.value, to: to.value })
    history.replaceState(null, "", "?" + state + location.hash)
  }

  function show() {
    var cell = document.querySelector('a[data-from="' + from.value + '"][data-to="' + to.value + '"]')
    command.parentNode.hidden = !cell
    download.parentNode.hidden = !cell
    if (!cell) {
      told.textContent = "Choose a later release to move to."
      return
    }
    var file = from.value + "-to-" + to.value + ".yml"
    var count = Number(cell.getAttribute("data-rules"))
    told.textContent = count + (count === 1 ? " rule matters" : " rules matter") + " on the way from TensorFlow " + from.value + " to " + to.value + "."
    command.textContent = "semgrep --metrics=off --config " + form.getAttribute("data-site") + "/" + file + " ."
    download.href = form.getAttribute("data-packs") + "/" + file
  }
})()

/* What pages can do beyond being read: copy, filter, open the search. All of it is optional: without this file
   every page shows everything it has. A classic script, so that it works on file:// as well. */
;(function () {
  "use strict"

  /* Buttons with data-copy put that text on the clipboard and say so. */
  function copyButtons() {
    document.querySelectorAll(".tools[hidden]").forEach(function (tools) {
      var told = tools.querySelector("[role=status]")
      tools.hidden = false
      tools.addEventListener("click", function (event) {
        var text = event.target.getAttribute("data-copy")
        if (text === null) return
        copy(text).then(
          function () { told.textContent = "Copied: " + event.target.textContent },
          function () { window.prompt("Copy this:", text) }
        )
      })
    })
  }

  function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text)
    return Promise.reject(new Error("no clipboard"))
  }

  /* Links with data-open-search open the search box instead. */
  function searchDoors() {
    var toggle = document.querySelector("[data-md-toggle=search]")
    var field = document.querySelector("[data-md-component=search-query]")
    if (!toggle || !field) return
    document.querySelectorAll("[data-open-search]").forEach(function (door) {
      door.addEventListener("click", function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        if (!toggle.checked) toggle.click()
        field.focus()
      })
    })
  }

  /* The form of a page with tables: each row shows as long as it holds every word. The state is in the URL. */
  function filters() {
    var form = document.querySelector("form[data-filter]")
    if (!form) return
    var fields = Array.prototype.filter.call(form.elements, function (field) { return field.name })
    var count = form.querySelector("[data-count]")
    var groups = Array.prototype.map.call(document.querySelectorAll("[data-group]"), function (group) {
      var heading = group.previousElementSibling
      return { element: group, heading: heading && heading.tagName === "H2" ? heading : null, rows: rowsOf(group) }
    })
    read()
    form.hidden = false
    form.addEventListener("input", apply)
    form.addEventListener("reset", function () { setTimeout(apply) })
    form.addEventListener("submit", function (event) { event.preventDefault() })
    window.addEventListener("popstate", function () { read(); show() })
    show()

    function apply() {
      var state = new URLSearchParams()
      fields.forEach(function (field) { if (field.value) state.set(field.name, field.value) })
      var query = state.toString()
      try {
        history.replaceState(history.state, "", location.pathname + (query ? "?" + query : "") + location.hash)
      } catch (error) { /* some browsers refuse this on file:// */ }
      show()
    }

    function read() {
      var state = new URLSearchParams(location.search)
      fields.forEach(function (field) { field.value = state.get(field.name) || "" })
    }

    function show() {
      var wanted = wordsOf(fields)
      var shown = 0
      var all = 0
      groups.forEach(function (group) {
        var here = 0
        group.rows.forEach(function (row) {
          var hit = meets(row, wanted)
          row.element.hidden = !hit
          here += hit ? 1 : 0
        })
        shown += here
        all += group.rows.length
        group.element.hidden = here === 0
        if (group.heading) group.heading.hidden = here === 0
      })
      count.textContent = shown === all ? all + " shown" : shown + " of " + all + " shown"
    }
  }

  function rowsOf(group) {
    return Array.prototype.map.call(group.querySelectorAll("tbody tr"), function (row) {
      return { element: row, text: row.textContent.toLowerCase() }
    })
  }

  function wordsOf(fields) {
    return fields.map(function (field) { return field.value }).join(" ").toLowerCase().split(/\s+/).filter(Boolean)
  }

  function meets(row, words) {
    return words.every(function (word) { return row.text.indexOf(word) >= 0 })
  }

  /* A box that does not scroll needs no stop of the Tab key. */
  function boxes() {
    document.querySelectorAll(".strip-box, .scroll").forEach(function (box) {
      if (box.scrollWidth <= box.clientWidth) box.removeAttribute("tabindex")
    })
  }

  /* Material puts each copy button of code into a <nav> without a name; landmarks need one each. */
  function codeButtons() {
    function mend() {
      document.querySelectorAll("nav.md-code__nav:not([aria-label])").forEach(function (nav) {
        named += 1
        nav.setAttribute("aria-label", "Code " + named)
      })
    }
    var named = 0
    new MutationObserver(mend).observe(document.body, { childList: true, subtree: true })
    mend()
  }

  copyButtons()
  codeButtons()
  searchDoors()
  filters()
  boxes()
})()

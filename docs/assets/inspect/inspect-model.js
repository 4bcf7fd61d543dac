/* atlasInspect(file, known): what a file of a model is, who saved it and what it contains, told without sending it
   anywhere. See README.txt in this folder. A classic script, and the worker as well: where a page may start no worker,
   as on file://, the same parts run in the page. They read little, and let the page live meanwhile. */
;(function () {
  "use strict"

  const PARTS = [
    "source",
    "hdf5",
    "zip",
    "protobuf",
    "keras-names",
    "keras-config",
    "format-h5",
    "format-keras",
    "format-saved-model",
    "format-checkpoint",
    "format-tflite",
    "report",
  ]
  const MILLISECONDS = 21000 // a second more than the parts give themselves
  const LOADING = 120000
  const NOT_LOADED = "A part of this page could not be loaded. Reload the page and try again."

  if (typeof document === "undefined") asWorker()
  else {
    const atlasInspect = (window.atlasInspect = inPage(document.currentScript.src))
    atlasInspect.together = async (files, known) => {
      const reports = []
      for (const file of files) reports.push(await atlasInspect(file, known))
      return together(reports)
    }
  }

  /* The two files of a SavedModel as one report; of any others, the first. */
  function together(reports) {
    const graph = reports.find((report) => report.format === "saved_model" && report.tensorflow)
    const described = reports.find((report) => report.format === "saved_model" && !report.tensorflow)
    if (!graph || !described) return reports[0]
    const { optimizerState, weights, model } = graph.contains
    return {
      ...graph,
      keras: graph.keras || described.keras,
      contains: { ...described.contains, optimizerState, weights, model: described.contains.model || model },
      facts: graph.facts.filter((fact) => !fact.includes("keras_metadata.pb")).concat(
        described.facts.filter((fact) => !fact.includes("saved_model.pb"))
      ),
    }
  }

  function asWorker() {
    importScripts(...PARTS.map((part) => part + ".js"))
    AtlasInspect.script = told((path) => {
      postMessage("loading")
      importScripts(path)
      postMessage("loaded")
    })
    onmessage = async ({ data }) => postMessage(await AtlasInspect.report(data.file, data.known))
    postMessage("ready")
  }

  function inPage(address) {
    let loaded = null

    return async function atlasInspect(file, known) {
      const report = await work(file, known)
      if (report) return report
      loaded = loaded || PARTS.reduce((before, part) => before.then(() => load(part + ".js")), Promise.resolve())
      try {
        await loaded
      } catch {
        loaded = null
        return failed(NOT_LOADED)
      }
      AtlasInspect.script = told(load)
      return AtlasInspect.report(file, known)
    }

    /* Null where there can be no worker. */
    function work(file, known) {
      return new Promise((resolve) => {
        let worker
        let ready = false
        try {
          worker = new Worker(address)
        } catch {
          return resolve(null)
        }
        const end = (report) => {
          clearTimeout(timer)
          worker.terminate()
          resolve(report)
        }
        let timer
        const limit = (milliseconds, problem) => {
          clearTimeout(timer)
          timer = setTimeout(() => end(failed(problem)), milliseconds)
        }
        limit(LOADING, NOT_LOADED)
        worker.onerror = (event) => {
          event.preventDefault()
          end(ready ? failed("The file could not be read: the browser gave up on it.") : null)
        }
        worker.onmessage = ({ data }) => {
          if (typeof data !== "string") return end(data)
          if (data === "loading") limit(LOADING, NOT_LOADED)
          else limit(MILLISECONDS, "The file was not understood within 20 seconds.")
          if (data !== "ready") return
          ready = true
          worker.postMessage({ file, known })
        }
      })
    }

    function load(path) {
      return new Promise((resolve, reject) => {
        const script = document.createElement("script")
        script.src = new URL(path, address)
        script.onload = resolve
        script.onerror = reject
        document.head.append(script)
        script.remove()
      })
    }
  }

  /* `load`, whose failure is told to the reader of the page. */
  function told(load) {
    return async (path) => {
      try {
        await load(path)
      } catch {
        throw new AtlasInspect.Unreadable(NOT_LOADED)
      }
    }
  }

  function failed(problem) {
    const contains = {
      model: null,
      layers: [],
      custom: [],
      lambda: false,
      mixed: false,
      oldGru: false,
      losses: [],
      lossesOwn: [],
      optimizer: null,
      optimizerState: false,
      weights: null,
    }
    return { kind: null, format: null, tensorflow: null, keras: null, releases: [], needs: null, contains, facts: [], problem }
  }
})()

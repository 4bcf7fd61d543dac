/* atlasForetell(report, data, target): what will happen to an inspected file in an environment, from the saved-model
   matrix (saved-models-data.js). A classic script for the page; nothing of the file is needed but its report.

   A model fares as the worst of the measured kinds whose parts it has: what one layer breaks stays broken among others.
   Of each kind that load counts whose releases are nearest. Of what the file does not tell, the most frequent verdict
   of all kinds. */
;(function () {
  "use strict"

  // Names of the inspector's formats that the matrix calls otherwise.
  const FORMS = { "weights.h5": "weights_keras", checkpoint: "tf_checkpoint" }
  const WORST = ["s", "d", "u", "e", "a"]
  // Layers that load wherever a model loads: having none of them makes a measured kind no less alike.
  const PLAIN = new Set(
    `Activation Add AveragePooling1D AveragePooling2D Concatenate Conv1D Conv2D Dense Dropout Flatten
    GlobalAveragePooling1D GlobalAveragePooling2D InputLayer MaxPooling1D MaxPooling2D ReLU Reshape`.split(/\s+/)
  )
  const OLD_GRU = "ValueError: GRU(reset_after=False) is not compatible with GRU(reset_after=True)"
  const MODELS = new Set(["Sequential", "Functional"])
  const SHORT_NAME = /^(mse|mae|mape|msle|kld|MSE|MAE|MAPE|MSLE|KLD)$/

  function foretell(report, data, target) {
    const form = FORMS[report.format] || report.format
    if (!data.saves[form]) return []
    if (report.needs && minor(target) < minor(report.needs)) {
      return fails(`The file says that it needs TensorFlow ${report.needs} or later.`)
    }
    // No release of TensorFlow 2 writes such a file, so that no measured kind is like it; real models are.
    if (report.contains.oldGru && form === "h5") return fails(OLD_GRU)
    const saved = savedBy(report, data)
    const model = describe(report)
    return data.ways[form].map((way) => {
      const cases = []
      for (const kind of Object.keys(data.records)) {
        const found = alike(kind, form, way)
        if (found) cases.push({ kind, ...found })
      }
      return verdict(cases, way)
    }).filter(Boolean)

    function fails(message) {
      return data.ways[form].map((way) => ({ way, outcome: { v: "e", e: message }, kinds: [], of: 0 }))
    }

    /* The load of a kind that stands for the file's, or null. */
    function alike(kind, form, way) {
      const traits = data.contains[kind]
      const near = nearest(data, kind, model.state, form, way, saved, target)
      if (!near) return null
      if (!model.known) return near
      const { outcome } = near
      const own = nearest(data, kind, model.state, form, "load_model_compile_false", saved, target)
      const compiles = way === "load_model" && model.state === "trained"
      if (traits.loss === "own") return compiles && model.losses.has("own") ? near : null
      // A kind that is compiled otherwise tells of the model alone; one that is compiled so, of that as well.
      if (compiles && own) {
        if (!model.losses.has(traits.loss)) return fits(traits, own.outcome) ? own : null
        if (own.outcome.v === "s" && outcome.v !== "s") return near
      }
      return fits(traits, outcome) ? near : null
    }

    /* Whether the file has what the kind has, or the very class that a failure is about. */
    function fits(traits, outcome) {
      const named = /class '(\w+)'/.exec(outcome.e || "")
      if (named && traits.layers.includes(named[1]) && !PLAIN.has(named[1])) return model.layers.has(named[1])
      if (traits.special && !model.special.has(traits.special)) return false
      if (traits.custom.length && !model.custom) return false
      if (MODELS.has(traits.model) !== MODELS.has(model.model)) return false
      // Up to 2.2 a Sequential model is written without its InputLayer, which is a trouble of its own.
      if (traits.model === "Sequential" && model.model !== "Sequential" && early(saved)) return false
      return traits.layers.every((layer) => PLAIN.has(layer) || model.layers.has(layer))
    }

    function verdict(cases, way) {
      if (!cases.length) return null
      const rank = (one) => WORST.indexOf(one.outcome.v)
      let first
      if (model.known) first = cases.reduce((worst, one) => (rank(one) > rank(worst) ? one : worst))
      else {
        const count = (one) => cases.filter((other) => other.outcome.v === one.outcome.v).length
        first = cases.reduce((most, one) => (count(one) > count(most) ? one : most))
      }
      const same = cases.filter((one) => one.outcome.v === first.outcome.v).map((one) => one.kind)
      return { way, outcome: first.outcome, saved: first.saved, with: first.with, kinds: same, of: cases.length }
    }
  }

  function describe(report) {
    const { contains, format } = report
    const compiled = contains.optimizerState || (contains.optimizer && !/saved_model|export/.test(format))
    const names = contains.losses || []
    const own = contains.lossesOwn || []
    return {
      model: contains.model || (contains.layers.length ? "Functional" : null),
      known: Boolean(contains.model || contains.layers.length),
      layers: new Set(contains.layers),
      custom: contains.custom.length > 0,
      special: new Set(contains.mixed ? ["mixed precision"] : []),
      state: compiled ? "trained" : "fresh",
      losses: new Set(names.map((name) => (own.includes(name) ? "own" : SHORT_NAME.test(name) ? "short" : "full"))),
    }
  }

  /* The environment that saved the file, or the one whose Keras of the same major version is the nearest before it. */
  function savedBy(report, data) {
    const known = report.releases.filter((name) => data.environments[name])
    if (known.length) return known[known.length - 1]
    const number = (version) => version.split(/[.-]/).slice(0, 3).map(Number)
    const order = (one, other) => number(one).reduce((found, part, place) => found || part - number(other)[place], 0)
    const all = Object.keys(data.keras)
      .filter((version) => !report.keras || version[0] === report.keras[0])
      .sort(order)
    const before = report.keras ? all.filter((version) => order(version, report.keras) <= 0) : []
    return data.keras[before.length ? before[before.length - 1] : all[0]][0]
  }

  function minor(name) {
    return Number(name.split("-")[0].split(".")[1])
  }

  function early(name) {
    return minor(name) < 3
  }

  /* Releases between which files and loaders changed least: Keras 3, Keras 2, and Keras 2 up to 2.2. */
  function era(name) {
    if (/tf_keras/.test(name)) return 1
    return minor(name) >= 16 ? 2 : early(name) ? 0 : 1
  }

  function apart(one, other) {
    const legacy = /tf_keras/.test(one) === /tf_keras/.test(other) ? 0 : 0.5
    const later = minor(one) < minor(other) ? 0.25 : 0 // of two as near the later one
    return 100 * Math.abs(era(one) - era(other)) + Math.abs(minor(one) - minor(other)) + legacy + later
  }

  function nearest(data, kind, state, form, way, saved, target) {
    const record = data.records[kind]
    const rows = ((record.loads[state] || record.loads.fresh || {})[form] || {})[way] || {}
    const names = Object.keys(data.environments)
    let best = null
    for (const source of Object.keys(rows)) {
      const far = apart(source, saved) * 1000
      if (best && far > best.far) continue
      decode(rows[source]).forEach((number, place) => {
        const other = names[place]
        if (number === null || Math.abs(era(other) === 2) !== Math.abs(era(target) === 2)) return
        const all = far + apart(other, target)
        if (!best || all < best.far) best = { far: all, outcome: record.outcomes[number], saved: source, with: other }
      })
    }
    return best
  }

  /* The cells of a row such as "0*16 3*7 -". */
  function decode(row) {
    return row.split(" ").flatMap((part) => {
      const [text, count] = part.split("*")
      return Array(Number(count || 1)).fill(text === "-" ? null : Number(text))
    })
  }

  window.atlasForetell = foretell
})()

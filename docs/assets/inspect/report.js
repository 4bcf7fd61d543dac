/* What is told of a file, and which reader tells it. The content decides, never the name. */
var AtlasInspect = globalThis.AtlasInspect || {}
;(function (inspect) {
  "use strict"

  const { Unreadable } = inspect
  const MOST_FACTS = 40
  const LONGEST_NAME = 200
  const FOREIGN = [
    [/^\x89PNG|^\xff\xd8\xff|^GIF8/, "This is a picture."],
    [/^\x1f\x8b|^BZh|^\xfd7zXZ|^7z\xbc\xaf|^Rar!/, "This is a packed archive. Unpack it and drop the file inside."],
    [/^%PDF/, "This is a PDF document."],
    [/^\x80[\x02-\x05]/, "This is a Python pickle. A pickled model can only be read in the environment that wrote it."],
    [/^\x93NUMPY/, "This is a NumPy array."],
    [
      /^\n[^]{1,4}\n[^]+\x12/,
      "This looks like a graph without its SavedModel, such as a frozen graph of TensorFlow 1.",
    ],
    [/^saved_model_schema_version:/, "This is a SavedModel as text. Drop the binary `saved_model.pb`."],
    [
      /^model_checkpoint_path:/,
      "This text only names the newest checkpoint. Drop the file `.index` that stands beside it.",
    ],
    [
      /(^|\n)class_name: /,
      "This looks like the YAML of a model, which no TensorFlow since 2.6 reads. Rebuild the model from it by hand.",
    ],
  ]

  class Report {
    constructor(known) {
      this.known = known || {}
      Object.assign(this, { kind: null, format: null, tensorflow: null, keras: null, releases: [], needs: null })
      this.contains = {
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
      this.facts = []
      this.problem = null
    }

    is(format, kind) {
      this.format = format
      this.kind = kind
    }

    fact(sentence) {
      if (this.facts.length < MOST_FACTS) this.facts.push(sentence)
    }

    describe(config) {
      Object.assign(this.contains, inspect.config.describe(config))
      const { layers, custom } = this.contains
      this.contains.layers = layers.map((name) => name.slice(0, LONGEST_NAME))
      this.contains.custom = custom.map((name) => name.slice(0, LONGEST_NAME))
      if (this.contains.lambda)
        this.fact("A Lambda layer has Python bytecode inside, which other Python versions may not run.")
      if (this.contains.oldGru)
        this.fact("A GRU layer is written without `reset_after`: its weights fit a GRU with `reset_after=False` alone.")
    }

    /* What `compile` was given, as it stands in the file. */
    compiledWith(training) {
      this.contains.optimizer = inspect.config.optimizer(training)
      Object.assign(this.contains, inspect.config.losses(training))
      const own = this.contains.lossesOwn.map((name) => `\`${name.slice(0, LONGEST_NAME)}\``)
      if (own.length) this.fact(`It is compiled with losses or metrics that are not Keras's own: ${own.join(", ")}.`)
    }

    tensorflowIs(version) {
      const minor = /^\d+\.\d+/.exec(version || "")
      if (!minor) return
      this.tensorflow = version.slice(0, LONGEST_NAME)
      this.releases = [minor[0]]
    }

    /* The version of Keras: exactly that of a release, else that of releases whose Keras has the same minor. */
    savedBy(version) {
      if (typeof version !== "string" || !version) return
      this.keras = version.slice(0, LONGEST_NAME)
      if (this.tensorflow) return
      const minor = (text) => text.split(".").slice(0, 2).join(".") + (text.endsWith("-tf") ? "-tf" : "")
      const near = Object.keys(this.known).filter((known) => minor(known) === minor(version))
      const exact = this.known[version]
      this.releases = inOrder(exact || near.flatMap((known) => this.known[known]))
      if (!this.releases.length)
        this.fact(`Keras ${this.keras} came with no release of TensorFlow: it was installed on its own.`)
      else if (!exact)
        this.fact(
          `Keras ${this.keras} itself came with no release of TensorFlow; those named have a Keras close to it.`
        )
    }

    /* Releases from one to another, where a file tells no more. */
    between(first, last) {
      const all = inOrder(Object.values(this.known).flat())
      this.releases = all.filter((minor) => order(minor, first) >= 0 && (!last || order(minor, last) <= 0))
    }

    plain() {
      const { known, ...plain } = this
      return plain
    }
  }

  function order(one, other) {
    const [a, b] = [one, other].map((minor) => minor.split(".").map(Number))
    return a[0] - b[0] || a[1] - b[1]
  }

  function inOrder(minors) {
    return [...new Set(minors)].sort(order)
  }

  /* Never rejects: what goes wrong is told in `problem`. */
  inspect.report = async (file, known) => {
    const report = new Report(known && known.keras)
    try {
      await read(new inspect.Source(file), report)
    } catch (error) {
      const expected = error instanceof Unreadable || error instanceof RangeError
      if (!expected) console.warn(error)
      report.problem =
        error instanceof Unreadable
          ? error.message
          : "The file is damaged in a way that this page cannot make sense of."
    }
    return report.plain()
  }

  async function read(source, report) {
    if (!source.size) {
      throw new Unreadable(
        "The file is empty. If it is a folder, open it and drop `saved_model.pb` or the file inside."
      )
    }
    const start = String.fromCharCode(...(await source.head(1024)))
    if (start.startsWith("\x89HDF\r\n\x1a\n")) return inspect.h5(source, report)
    if (/^PK\x03\x04|^PK\x05\x06/.test(start)) return inspect.keras(source, report)
    if (start.slice(4, 8) === "TFL3") return inspect.tflite(source, report)
    if (await inspect.isCheckpoint(source)) return inspect.checkpoint(source, report)
    if (/^(\xef\xbb\xbf)?\s*\{/.test(start)) return inspect.modelJson(source, report)
    if (start.startsWith("\x08\x01\x12")) return inspect.savedModel(source, report)
    if (/^\n[^]{1,5}(\x10.)?\x1a\x04root"/.test(start)) return inspect.kerasMetadata(source, report)
    return foreign(source, start)
  }

  function foreign(source, start) {
    const [, what] = FOREIGN.find(([pattern]) => pattern.test(start)) || []
    if (what) throw new Unreadable(what)
    if (/\.data-\d+-of-\d+$/.test(source.name)) {
      throw new Unreadable(
        "These are the values of a checkpoint, without their names. Drop the file `.index` that stands beside it."
      )
    }
    const known = "`.h5`, `.keras`, `saved_model.pb`, `.tflite`, `.index` of a checkpoint, or `.json`"
    const kind = /[\x00-\x08\x0e-\x1f]/.test(start)
      ? "This is no file of a model that this page knows"
      : "This is a text file, no model"
    throw new Unreadable(`${kind}. Drop one of these: ${known}. If it should be one, it is damaged.`)
  }
})(AtlasInspect)

/* `.keras` archives and the JSON of a model. */
var AtlasInspect = globalThis.AtlasInspect || {}
;(function (inspect) {
  "use strict"

  const { Unreadable } = inspect
  const MOST_JSON = 16 << 20
  const NOT_FOLDER = "A zip archive, but no `.keras` file. "

  inspect.keras = async (source, report) => {
    const entries = await inspect.zip.directory(source)
    if (!entries.has("config.json")) foreign([...entries.keys()])
    const read = async (name) => inspect.json(await inspect.zip.text(entries.get(name)))
    report.is("keras", "A whole Keras model in a `.keras` archive")
    if (entries.has("metadata.json")) metadata(await read("metadata.json"), report)
    compiled(await read("config.json"), report)
    report.contains.weights = null
    if (!entries.has("model.weights.h5") && !entries.has("model.weights.npz")) {
      report.fact("The archive has no weights: it holds the configuration alone.")
      report.contains.weights = 0
      report.contains.optimizerState = false
    }
    if ([...entries.keys()].some((name) => name.startsWith("assets/"))) {
      report.fact("The archive has assets, such as the vocabulary of a layer.")
    }
  }

  inspect.modelJson = async (source, report) => {
    if (source.size > MOST_JSON) throw new Unreadable("A JSON file of more than 16 MB. It was not read.")
    let content
    try {
      content = JSON.parse(inspect.text(await source.head(MOST_JSON)))
    } catch {
      throw new Unreadable("The file begins like JSON and is not valid JSON. If it was cut off, copy it again.")
    }
    if (typeof content.class_name === "string" && "config" in content) {
      report.is(
        "json",
        "The configuration of a Keras model as JSON (`model.to_json`, or `config.json` of a `.keras` file)"
      )
      report.savedBy(content.keras_version)
      if ("module" in content && !content.keras_version) {
        report.between("2.13", null)
        report.fact(
          "The file does not say which version wrote it. It is written as Keras 3, and Keras 2 in `.keras` files, do."
        )
      }
      compiled(content, report)
      report.contains.optimizerState = false
      report.contains.weights = 0
      report.fact("The weights are not in the file.")
    } else if (typeof content.keras_version === "string") {
      report.is("keras", "`metadata.json` of a `.keras` file")
      metadata(content, report)
      report.problem = "This is only one part of a `.keras` file. Drop the whole file, or its `config.json`."
    } else if (content.weight_map) {
      throw new Unreadable(
        "This is the list of a model's weights files. Drop one of the `.weights.h5` files that it names."
      )
    } else throw new Unreadable("A JSON file, but not the configuration of a Keras model.")
  }

  function metadata(content, report) {
    report.savedBy(content.keras_version)
    if (typeof content.date_saved === "string")
      report.fact(`It was saved on ${content.date_saved.replace("@", " at ")}.`)
  }

  /* That a compiled model's archive has the optimizer's state is inferred: the weights in it are not read. */
  function compiled(config, report) {
    report.describe(config)
    const compile = config.compile_config
    const yes = Boolean(compile && Object.keys(compile).length)
    report.compiledWith(compile)
    report.contains.optimizerState = yes
    if (compile) report.fact(yes ? "The model is compiled." : "The model is not compiled.")
  }

  function foreign(names) {
    const model = names.find((name) =>
      /(^|\/)(saved_model\.pb|[^/]+\.keras|config\.json|[^/]+\.h5|[^/]+\.tflite)$/.test(name)
    )
    if (model) throw new Unreadable(`${NOT_FOLDER}It has \`${model}\` inside: unpack it and drop that.`)
    if (names.some((name) => /(^|\/)data\.pkl$/.test(name)))
      throw new Unreadable(`${NOT_FOLDER}It was saved by PyTorch.`)
    throw new Unreadable(`${NOT_FOLDER}A \`.keras\` file has a \`config.json\`, this has none.`)
  }
})(AtlasInspect)

/* HDF5 files of Keras: whole models, weights of `save_weights`, weights in the layout of `.keras` files. */
var AtlasInspect = globalThis.AtlasInspect || {}
;(function (inspect) {
  "use strict"

  const STATE = new Set(["optimizer", "metrics"]) // groups of `.weights.h5` that hold no weights of the model

  inspect.h5 = async (source, report) => {
    const file = await inspect.Hdf5.open(source)
    report.savedBy(file.text("keras_version"))
    const objects = await file.objects()
    const tops = new Set(objects.map((object) => object.path[0]))
    const datasets = objects.filter((object) => object.dataset)
    const config = file.text("model_config")
    if (config !== null) wholeModel()
    else if (file.has("layer_names") || file.has("layer_names0")) legacyWeights()
    else if (datasets.some((object) => object.path.at(-2) === "vars")) weights()
    else throw new inspect.Unreadable("This is an HDF5 file, but neither a model nor weights of Keras.")

    function wholeModel() {
      report.is("h5", "A whole Keras model in an HDF5 file (`model.save` as `.h5`)")
      report.describe(inspect.json(config))
      const training = file.text("training_config")
      if (training !== null) report.compiledWith(inspect.json(training))
      report.contains.optimizerState = tops.has("optimizer_weights")
      report.contains.weights = datasets.filter((object) => object.path[0] === "model_weights").length
      report.fact(
        training === null ? "The model was not compiled, or saved without its optimizer." : "The model is compiled."
      )
      if (/\.keras$/i.test(source.name))
        report.fact("The name says `.keras`, but inside it is HDF5, not the zip archive of Keras 3.")
    }

    function legacyWeights() {
      report.is("weights_h5", "Weights alone, as `save_weights` of Keras 2 wrote them to `.h5`")
      report.contains.weights = datasets.length
      const layers = file.has("layer_names") ? file.count("layer_names") : "many"
      report.fact(`The weights are of ${layers} layers. The model itself is not in the file.`)
    }

    function weights() {
      report.is("weights.h5", "Weights alone, in the `.weights.h5` layout that Keras has since TensorFlow 2.12")
      report.contains.weights = datasets.filter((object) => !STATE.has(object.path[0])).length
      report.contains.optimizerState = tops.has("optimizer")
      const old = tops.has("_layer_checkpoint_dependencies")
      report.between("2.12", old ? "2.14" : null)
      if (tops.has("layers")) report.between("2.15", null)
      report.fact("The file does not say which version wrote it; the releases are those that write this layout.")
      report.fact("The model itself is not in the file.")
    }
  }
})(AtlasInspect)

/* What a model's configuration tells, in both ways in which Keras has written it: {class_name, config} in Keras 2, with
   {module, registered_name} besides since 2.13 and in Keras 3. */
var AtlasInspect = globalThis.AtlasInspect || {}
;(function (inspect) {
  "use strict"

  const LAYER_KEYS = new Set(["layers", "layer", "cell", "cells", "forward_layer", "backward_layer"])
  const PASSED_OVER = new Set(["build_config", "compile_config", "inbound_nodes", "input_layers", "output_layers"])
  const OF_KERAS = /^(tf_)?keras(\.|$)|^tensorflow\.(python\.)?keras(\.|$)|^builtins$/
  const OPTIMIZERS = "Adadelta Adafactor Adagrad Adam Adamax AdamW Ftrl Lion Muon Nadam RMSprop SGD".split(" ")
  const MOST_NAMES = 100
  const FUNCTIONAL = new Set(["Model", "Functional"]) // 2.0 to 2.2 call a functional model `Model`

  /* {model, layers, custom, lambda, mixed, oldGru} of a configuration. It comes from JSON: without circles, of any depth. */
  function describe(config) {
    const found = { layers: new Set(), custom: new Set(), lambda: false, mixed: false, oldGru: false }
    const stack = [[config, ""]]
    while (stack.length) {
      const [value, key] = stack.pop()
      if (value === null || typeof value !== "object") continue
      if (isKerasObject(value)) note(value, key, found)
      const children = Array.isArray(value)
        ? value.map((item) => [item, key])
        : Object.entries(value)
            .filter(([name]) => !PASSED_OVER.has(name))
            .map(([name, child]) => [child, listOfLayers(value, name, child) ? "layers" : name])
      for (const child of children.reverse()) stack.push(child)
    }
    return {
      model: modelName(config),
      layers: [...found.layers],
      custom: [...found.custom],
      lambda: found.lambda || found.layers.has("Lambda"),
      mixed: found.mixed,
      oldGru: found.oldGru,
    }
  }

  /* Up to Keras 2.2.2 the configuration of a Sequential model is the list of its layers. */
  function listOfLayers(parent, name, value) {
    return name === "config" && Array.isArray(value) && parent.class_name === "Sequential"
  }

  function note(object, key, found) {
    const name = object.class_name
    for (const key of ["activation", "recurrent_activation"]) {
      const given = object.config && object.config[key]
      if (typeof given === "string" && isOwnActivation(given)) found.custom.add(given)
    }
    // Keras up to 2.1.2 had no `reset_after`, and computed as with False; for TensorFlow 2 it is True where none is given.
    if (name === "GRU" && object.config && !("reset_after" in object.config)) found.oldGru = true
    if (/^mixed_/.test(object.config && object.config.name) && /Policy$/.test(name)) found.mixed = true
    if (name.startsWith("__")) {
      if (name === "__lambda__") found.lambda = true
    } else if (name === "function") {
      if (typeof object.config === "string" && !/^(tf_)?keras/.test(object.module)) found.custom.add(object.config)
    } else {
      const layer = LAYER_KEYS.has(key) || /(^|\.)layers(\.|$)/.test(object.module || "")
      if (layer) found.layers.add(name)
      if (!ofKeras(object, layer || key === "")) found.custom.add(name)
    }
  }

  /* A function is written by its name alone, and a lambda by none. Some layers are named as activations: LeakyReLU. */
  function isOwnActivation(name) {
    return !inspect.kerasActivations.has(name) && !inspect.kerasNames.has(name)
  }

  function isKerasObject(value) {
    return typeof value.class_name === "string" && "config" in value
  }

  /* Without a module only names of layers and models can be judged. */
  function ofKeras(object, layer) {
    if ("module" in object) return OF_KERAS.test(object.module || "")
    return !layer || inspect.kerasNames.has(object.class_name)
  }

  function modelName(config) {
    const name = config && config.class_name
    if (typeof name !== "string") return null
    return FUNCTIONAL.has(name) && config.config && config.config.layers ? "Functional" : name
  }

  /* The optimizer's class in what `compile` was given: an object, or a name such as `adam` (Keras 2.12 to 2.15).
     Keras 2.11 to 2.15 write their own classes as `Custom>Adam`. */
  function optimizer(training) {
    const given = training && (training.optimizer_config || training.optimizer)
    const name = given && typeof given === "object" ? given.class_name : given
    if (typeof name !== "string") return null
    return OPTIMIZERS.find((known) => known.toLowerCase() === name) || name.replace(/^Custom>/, "")
  }

  /* {losses, lossesOwn}: names of the losses and metrics that `compile` was given, and those that Keras does not have. */
  function losses(training) {
    const names = new Set()
    const stack = training ? [training.loss, training.metrics, training.weighted_metrics] : []
    while (stack.length) {
      const value = stack.pop()
      if (typeof value === "string") names.add(value.replace(/^Custom>/, ""))
      else if (Array.isArray(value)) stack.push(...value)
      else if (value && typeof value === "object") {
        if (typeof value.class_name !== "string") stack.push(...Object.values(value))
        else if (value.class_name === "function") stack.push(value.config)
        else {
          if (!/Wrapper$/.test(value.class_name)) names.add(value.class_name)
          stack.push(value.config && value.config.fn)
        }
      }
    }
    const own = [...names].filter((name) => !inspect.kerasFunctions.has(name))
    return { losses: [...names].slice(0, MOST_NAMES), lossesOwn: own.slice(0, MOST_NAMES) }
  }

  inspect.config = { describe, optimizer, losses }
})(AtlasInspect)

/* `saved_model.pb` and `keras_metadata.pb`. The graph itself, most of the file, is skipped unread. Field numbers are
   those of tensorflow/core/protobuf/{saved_model,meta_graph,saved_object_graph}.proto. */
var AtlasInspect = globalThis.AtlasInspect || {}
;(function (inspect) {
  "use strict"

  const { Unreadable, protobuf, text } = inspect
  const LARGE = 500e6
  const LAYERS = new Set(["_tf_keras_layer", "_tf_keras_input_layer", "_tf_keras_rnn_layer"])
  const MODELS = { _tf_keras_sequential: "Sequential", _tf_keras_network: "Functional" }

  inspect.savedModel = async (source, report) => {
    const graphs = []
    for await (const field of protobuf.fieldsOf(source, 0, source.size)) {
      if (field.number === 2 && field.length) graphs.push(await metaGraph(source, field))
      if (graphs.length > 50) throw new Unreadable("The file has more than 50 graphs. It was not read.")
    }
    if (!graphs.length) throw new Unreadable("The file begins like a SavedModel and has no graph. It is damaged.")
    const [graph] = graphs
    report.tensorflowIs(graph.version)
    const nodes = graph.nodes
    const root = nodes[0] || { children: new Map() }
    const child = (name) => nodes[root.children.get(name)]
    if (nodes.some((node) => node.identifier.startsWith("_tf_keras_"))) kerasModel()
    else if (child("_misc_assets") && child("serve")) {
      report.is("export", "A SavedModel for serving (`model.export`)")
      report.fact("It can be called, and not trained on or loaded as a Keras model.")
    } else report.is("tf_saved_model", "A SavedModel without a Keras model in it")
    if (!nodes.length) report.fact("It has no object graph: TensorFlow 1 saved it, or an estimator.")
    const optimizer = child("optimizer")
    const own = optimizer && nodes[optimizer.children.get("_variables")]
    const ownCount = own ? own.children.size : 0
    report.contains.optimizerState = ownCount > 1 || nodes.some((node) => node.slots)
    const variables = child("variables")
    const variableNodes = nodes.filter((node) => node.variable).length
    report.contains.weights = variables ? variables.children.size : Math.max(0, variableNodes - ownCount)
    tell()
    if (source.size > LARGE) {
      report.fact(
        `The file has ${Math.round(source.size / 1e6)} MB: weights were baked into the graph. It was not read whole.`
      )
    }

    function kerasModel() {
      report.is("saved_model", "A Keras SavedModel")
      const empty = nodes.some((node) => LAYERS.has(node.identifier) && !node.metadata)
      if (empty) {
        report.contains.model = MODELS[root.identifier] || null
        if (root.identifier === "_tf_keras_model")
          report.fact("The model is of a class of its own, a subclass of `Model`.")
        report.fact(
          "`keras_metadata.pb`, which describes the layers, must stand beside this file. Drop it to see them."
        )
      } else {
        describeNodes(nodes, report)
        report.fact("The layers are described in this file: it needs no `keras_metadata.pb`.")
      }
    }

    function tell() {
      const tags = graphs.map((one) => one.tags.join(", ") || "none").join("; ")
      report.fact(`Tags: ${tags}. The graph uses ${graph.operations} kinds of operations.`)
      for (const { name, inputs } of graph.signatures) {
        report.fact(`Signature \`${name}\`, ${inputs.length ? "inputs: " + inputs.join(", ") : "without inputs"}.`)
      }
      report.fact("The weights are in the folder `variables`, which must stand beside this file.")
    }
  }

  inspect.kerasMetadata = async (source, report) => {
    const nodes = []
    for (const { number, value } of protobuf.fields(await source.head(source.size))) {
      if (number !== 1) continue
      const fields = named(value, { 4: "identifier", 5: "metadata" })
      nodes.push({ identifier: text(fields.identifier), metadata: text(fields.metadata) })
    }
    report.is("saved_model", "`keras_metadata.pb`, the description of the layers of a Keras SavedModel")
    describeNodes(nodes, report)
    report.contains.optimizerState = null
    report.fact("TensorFlow 2.5 and later write this file. Drop `saved_model.pb`, too, to see which release it was.")
  }

  async function metaGraph(source, { start, length }) {
    const graph = { version: null, tags: [], operations: 0, signatures: [], nodes: [] }
    for await (const field of protobuf.fieldsOf(source, start, length)) {
      if (![1, 5, 7].includes(field.number) || field.value !== undefined) continue
      const bytes = await source.bytes(field.start, field.length)
      if (field.number === 1) metaInfo(bytes, graph)
      else if (field.number === 5) signature(bytes, graph)
      else
        for (const { number, value } of protobuf.fields(bytes)) if (number === 1) graph.nodes.push(node(message(value)))
    }
    return graph
  }

  function metaInfo(bytes, graph) {
    for (const { number, value } of protobuf.fields(bytes)) {
      if (number === 2)
        for (const operation of protobuf.fields(message(value))) graph.operations += operation.number === 1
      if (number === 4) graph.tags.push(text(message(value)))
      if (number === 5) graph.version = text(message(value))
    }
  }

  function signature(bytes, graph) {
    const { key, value } = named(bytes, { 1: "key", 2: "value" })
    const name = text(key)
    if (name === "__saved_model_init_op" || graph.signatures.length >= 20) return
    const inputs = []
    for (const field of protobuf.fields(value)) {
      if (field.number === 1) inputs.push(text(named(message(field.value), { 1: "key" }).key))
    }
    graph.signatures.push({ name, inputs: inputs.sort() })
  }

  function node(bytes) {
    const found = { children: new Map(), identifier: "", metadata: "", slots: 0, variable: false }
    for (const { number, value } of protobuf.fields(bytes)) {
      if (number === 1) {
        const { id, name } = named(message(value), { 1: "id", 2: "name" })
        found.children.set(text(name), id.length === 0 ? 0 : id)
      } else if (number === 3) found.slots += 1
      else if (number === 4) {
        const { identifier, metadata } = named(message(value), { 1: "identifier", 3: "metadata" })
        found.identifier = text(identifier)
        found.metadata = text(metadata)
      } else if (number === 7) found.variable = true
    }
    return found
  }

  /* The first node that is a model is the root. */
  function describeNodes(nodes, report) {
    const parts = nodes.filter((node) => node.identifier.startsWith("_tf_keras_") && node.metadata)
    const described = parts.map((node) => ({ ...node, content: inspect.json(node.metadata) }))
    const layers = described.filter((node) => LAYERS.has(node.identifier)).map(({ content }) => content)
    const model = described.find((node) => !LAYERS.has(node.identifier) && node.identifier !== "_tf_keras_metric")
    const content = model ? model.content : {}
    report.describe({ class_name: content.class_name, config: { ...content.config, layers } })
    if (!content.config || !content.config.layers) report.contains.model = content.class_name || null
    report.savedBy(content.keras_version || (described[0] && described[0].content.keras_version))
    report.compiledWith(content.training_config)
    report.fact(content.training_config ? "The model is compiled." : "The model was not compiled.")
  }

  /* The last value of each field that is asked for; bytes where there is none. */
  function named(bytes, names) {
    const found = {}
    for (const name of Object.values(names)) found[name] = new Uint8Array(0)
    for (const { number, value } of protobuf.fields(bytes)) if (number in names) found[names[number]] = value
    return found
  }

  function message(value) {
    if (value instanceof Uint8Array) return value
    throw new Unreadable("The file begins like a SavedModel, but what follows is damaged.")
  }
})(AtlasInspect)

/* The `.index` of a checkpoint: a table, as LevelDB has them, of the names of its variables. */
var AtlasInspect = globalThis.AtlasInspect || {}
;(function (inspect) {
  "use strict"

  const { Unreadable, protobuf } = inspect
  const FOOTER = 48
  const MAGIC = [0x57, 0xfb, 0x80, 0x8b, 0x24, 0x75, 0x47, 0xdb]
  const MOST_BLOCKS = 20000
  const VALUE = "/.ATTRIBUTES/VARIABLE_VALUE"
  const SLOT = "/.OPTIMIZER_SLOT/"

  inspect.isCheckpoint = async (source) => {
    if (source.size < FOOTER) return false
    const tail = await source.bytes(source.size - MAGIC.length, MAGIC.length)
    return MAGIC.every((byte, place) => tail[place] === byte)
  }

  inspect.checkpoint = async (source, report) => {
    report.is("checkpoint", "The index of a TensorFlow checkpoint")
    const names = await keys(source)
    report.fact("The values are in the files `.data-00000-of-…`, which must stand beside this one.")
    report.fact("A checkpoint does not say which version wrote it.")
    if (!names.has("_CHECKPOINTABLE_OBJECT_GRAPH")) {
      report.contains.weights = [...names].filter(Boolean).length
      report.fact("It is one of TensorFlow 1: its variables are found by their names, not by objects.")
      return
    }
    const values = [...names].filter((name) => name.endsWith(VALUE))
    const counter = values.includes("save_counter" + VALUE)
    const optimizer = values.filter((name) => name.includes(SLOT) || /(^|\/)optimizer\//.test(name))
    report.contains.optimizerState = optimizer.some((name) => name.includes(SLOT) || /\/_variables\/[1-9]/.test(name))
    report.contains.weights = values.length - optimizer.length - (counter ? 1 : 0)
    if (counter) report.fact("`tf.train.Checkpoint` saved it.")
    else report.is("weights_checkpoint", "The index of weights that `save_weights` wrote as a TensorFlow checkpoint")
  }

  async function keys(source) {
    const footer = await source.bytes(source.size - FOOTER, FOOTER)
    let at = 0
    const next = () => {
      const [value, after] = protobuf.varint(footer, at)
      at = after
      return value
    }
    const [, , start, size] = [next(), next(), next(), next()]
    const names = new Set()
    let blocks = 0
    for (const { value } of entries(await block(source, start, size))) {
      if (++blocks > MOST_BLOCKS) damaged()
      const [from, after] = protobuf.varint(value, 0)
      for (const { key } of entries(await block(source, from, protobuf.varint(value, after)[0])))
        names.add(inspect.text(key))
    }
    return names
  }

  async function block(source, start, size) {
    const bytes = await source.bytes(start, size + 1)
    if (bytes[size] !== 0)
      throw new Unreadable("The index of this checkpoint is compressed, which TensorFlow does not do.")
    return bytes.subarray(0, size)
  }

  /* Each key shares some first bytes with the one before. At the block's end stand places to start from. */
  function* entries(bytes) {
    if (bytes.length < 4) damaged()
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    const end = bytes.length - 4 - 4 * view.getUint32(bytes.length - 4, true)
    let key = new Uint8Array(0)
    for (let at = 0; at < end;) {
      const lengths = []
      while (lengths.length < 3) {
        const [length, after] = protobuf.varint(bytes, at)
        lengths.push(length)
        at = after
      }
      const [shared, own, length] = lengths
      if (shared > key.length || at + own + length > end) damaged()
      const whole = new Uint8Array(shared + own)
      whole.set(key.subarray(0, shared))
      whole.set(bytes.subarray(at, at + own), shared)
      key = whole
      yield { key, value: bytes.subarray(at + own, at + own + length) }
      at += own + length
    }
  }

  function damaged() {
    throw new Unreadable("The index of this checkpoint is damaged. Copy it again, with its `.data` files.")
  }
})(AtlasInspect)

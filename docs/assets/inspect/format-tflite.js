/* `.tflite`, a FlatBuffer: tables whose fields are found through a list of offsets. Field numbers are those of
   tensorflow/compiler/mlir/lite/schema/schema.fbs and conversion_metadata.fbs. */
var AtlasInspect = globalThis.AtlasInspect || {}
;(function (inspect) {
  "use strict"

  const { Unreadable } = inspect
  const MOST = 10000

  inspect.tflite = async (source, report) => {
    report.is("tflite", "A TensorFlow Lite model")
    const model = await table(source, 0)
    report.fact(`Schema version ${await model.integer(0)}.`)
    const description = await model.text(3)
    if (description) report.fact(`Its description: ${description}`)
    report.fact(
      `It uses ${(await model.vector(1)).length} kinds of operations in ${(await model.vector(2)).length} subgraphs.`
    )
    report.contains.weights = null
    const buffers = await model.vector(4)
    for (const at of await model.vector(6)) {
      const metadata = await table(source, at)
      const name = await metadata.text(0)
      const buffer = buffers[await metadata.integer(1)]
      if (buffer === undefined) continue
      const content = await (await table(source, buffer)).bytes(0)
      if (name === "min_runtime_version") {
        report.needs = (/^\d+\.\d+/.exec(upToNul(content)) || [null])[0]
        report.fact(`It needs the TensorFlow Lite runtime of ${upToNul(content)} or later.`)
      }
      if (name === "CONVERSION_METADATA") await conversion(content, report)
    }
  }

  async function conversion(content, report) {
    const source = new inspect.Source(new Blob([content]), Infinity)
    const environment = await (await table(source, 0)).table(0)
    const version = environment && (await environment.text(0))
    if (!version) return
    report.tensorflowIs(version)
    report.fact(`TensorFlow ${version} converted it.`)
  }

  /* A table, given where the offset to it stands. */
  async function table(source, pointer) {
    const start = pointer + (await source.view(pointer, 4)).getUint32(0, true)
    const fields = start - (await source.view(start, 4)).getInt32(0, true)
    const size = (await source.view(fields, 2)).getUint16(0, true)

    async function place(field) {
      if (4 + 2 * field + 2 > size) return null
      const offset = (await source.view(fields + 4 + 2 * field, 2)).getUint16(0, true)
      return offset ? start + offset : null
    }
    const behind = async (at) => at + (await source.view(at, 4)).getUint32(0, true)
    const bytes = async (field) => {
      const at = await place(field)
      if (at === null) return new Uint8Array(0)
      const data = await behind(at)
      return source.bytes(data + 4, (await source.view(data, 4)).getUint32(0, true))
    }

    return {
      bytes,
      text: async (field) => inspect.text(await bytes(field)),
      table: async (field) => {
        const at = await place(field)
        return at === null ? null : table(source, at)
      },
      integer: async (field) => {
        const at = await place(field)
        return at === null ? 0 : (await source.view(at, 4)).getUint32(0, true)
      },
      /* Where the offsets to the tables of a vector stand. */
      vector: async (field) => {
        const at = await place(field)
        if (at === null) return []
        const data = await behind(at)
        const count = (await source.view(data, 4)).getUint32(0, true)
        if (count > MOST || data + 4 + 4 * count > source.size) {
          throw new Unreadable("The file begins as TensorFlow Lite, but what follows is damaged.")
        }
        return Array.from({ length: count }, (_, number) => data + 4 + 4 * number)
      },
    }
  }

  function upToNul(bytes) {
    return inspect.text(bytes).replace(/\0[^]*$/, "")
  }
})(AtlasInspect)

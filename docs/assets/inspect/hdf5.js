/* Links and attributes of HDF5 files, read by h5wasm. What is in datasets is never read. */
var AtlasInspect = globalThis.AtlasInspect || {}
;(function (inspect) {
  "use strict"

  const { Unreadable } = inspect
  const PACKED = ["vendor/h5wasm-0.10.3-part1.js", "vendor/h5wasm-0.10.3-part2.js"]
  const MOST_OBJECTS = 50000
  const MOST_IN_MEMORY = 300e6
  let unpacked = null

  inspect.h5wasm = []

  class Hdf5 {
    static async open(source) {
      const whole = source.size <= MOST_IN_MEMORY
      if (!whole && typeof FileReaderSync === "undefined") {
        throw new Unreadable(
          `The file has ${Math.round(source.size / 1e6)} MB. Where this page is opened from disk, it reads HDF5 files of ` +
            "up to 300 MB; on a website, such as one started by `mkdocs serve`, of any size."
        )
      }
      const { h5wasm, Module } = await library()
      source.start()
      const { FS } = Module
      FS.mkdir("/dropped")
      if (whole) FS.writeFile("/dropped/file", new Uint8Array(await source.blob.arrayBuffer()), { canOwn: true })
      else FS.mount(FS.filesystems.WORKERFS, { blobs: [{ name: "file", data: source.blob }] }, "/dropped")
      return checked(() => new Hdf5(source, Module, new h5wasm.File("/dropped/file", "r")))
    }

    constructor(source, module, file) {
      Object.assign(this, { source, module, file, attributes: file.attrs })
    }

    has(name) {
      return name in this.attributes
    }

    /* How many values an attribute has. */
    count(name) {
      return checked(() => this.attributes[name].metadata.total_size)
    }

    /* An attribute of one string; null where there is none, or it is of another kind. */
    text(name) {
      if (!this.has(name)) return null
      return checked(() => {
        const { metadata, value } = this.attributes[name]
        const string = metadata.type === this.module.H5T_class_t.H5T_STRING.value && metadata.total_size === 1
        return string ? [value].flat()[0] : null
      })
    }

    /* What hard links lead to, {path, dataset}; the path is a list of names. */
    async objects() {
      const { source, module, file } = this
      const names = checked(() => module.get_names(file.file_id, "/", true))
      if (names.length > MOST_OBJECTS) throw new Unreadable(`The file has more than ${MOST_OBJECTS} objects.`)
      const found = []
      for (const name of names) {
        await source.breathe()
        checked(() => {
          if (module.get_symbolic_link(file.file_id, name) !== null) return
          if ("filename" in module.get_external_link(file.file_id, name)) return
          const dataset = module.get_type(file.file_id, name) === module.H5G_DATASET
          found.push({ path: name.split("/"), dataset })
        })
      }
      return found
    }
  }

  /* A new one for each file: what a damaged file left in its memory ends with it. */
  async function library() {
    unpacked = unpacked || (await unpack())
    await inspect.script(unpacked)
    const { h5wasm } = globalThis
    const Module = await h5wasm.ready
    Module.activate_throwing_error_handler() // else errors are written to the console, and reading goes on
    return { h5wasm, Module }
  }

  async function unpack() {
    if (typeof DecompressionStream === "undefined") throw new Unreadable("This browser is too old to read HDF5 files.")
    for (const part of PACKED) await inspect.script(part)
    const bytes = Uint8Array.from(atob(inspect.h5wasm.join("")), (character) => character.charCodeAt(0))
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))
    const script = new Blob([await new Response(stream).blob()], { type: "text/javascript;charset=utf-8" })
    return URL.createObjectURL(script)
  }

  function checked(question) {
    try {
      return question()
    } catch (error) {
      const cut = /truncated file/.test(error.message)
      throw new Unreadable(
        cut
          ? "The HDF5 file is not whole. Copy or download it again."
          : "The file begins as HDF5, but what follows is damaged. Copy or download it again."
      )
    }
  }

  inspect.Hdf5 = Hdf5
})(AtlasInspect)

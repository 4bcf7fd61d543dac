/* The directory of zip archives, and single small texts out of them, read by zip.js. */
var AtlasInspect = globalThis.AtlasInspect || {}
;(function (inspect) {
  "use strict"

  const { Unreadable } = inspect
  const LIBRARY = "vendor/zip.js-2.24.0.js"
  const MOST_ENTRIES = 20000
  const MOST_TEXT = 16 << 20

  /* Entries of zip.js by name. */
  async function directory(source) {
    if (!globalThis.zip) await inspect.script(LIBRARY)
    source.start()
    const reader = Object.assign(new zip.Reader(), {
      size: source.size,
      readUint8Array: (offset, length) => source.bytes(offset, Math.max(0, Math.min(length, source.size - offset))),
    })
    const entries = new Map()
    await checked(async () => {
      for await (const entry of new zip.ZipReader(reader).getEntriesGenerator()) {
        entries.set(entry.filename, entry)
        if (entries.size > MOST_ENTRIES) {
          throw new Unreadable(
            `The archive has more than ${MOST_ENTRIES} files. A \`.keras\` file has a handful; this is something else.`
          )
        }
      }
    })
    return entries
  }

  function text(entry) {
    if (entry.encrypted)
      throw new Unreadable("The archive is encrypted. Keras cannot read it either: unpack and pack it again.")
    if (entry.uncompressedSize > MOST_TEXT)
      throw new Unreadable("The model's configuration in this archive has more than 16 MB. It was not read.")
    return checked(() => entry.getData(new zip.TextWriter(), { useWebWorkers: false, checkCrc32: true }))
  }

  async function checked(reading) {
    try {
      return await reading()
    } catch (error) {
      if (error instanceof Unreadable) throw error
      const messages = {
        [zip.ERR_EOCDR_NOT_FOUND]: "The zip archive has no end: it was not copied whole. Copy or download it again.",
        [zip.ERR_UNSUPPORTED_COMPRESSION]: "The archive is packed in a way that neither this page nor Keras reads.",
      }
      throw new Unreadable(messages[error.message] || "The zip archive is damaged. Copy or download it again.")
    }
  }

  inspect.zip = { directory, text }
})(AtlasInspect)

/* A file read piece by piece, so that its size does not matter. Every offset and length is checked, because they come
   from the file: whatever is wrong with them ends as an `Unreadable`, whose message is for the reader of the page. */
var AtlasInspect = globalThis.AtlasInspect || {}
;(function (inspect) {
  "use strict"

  const SECONDS = 20
  const WINDOW = 1 << 16
  const WINDOWS = 64
  const MOST_AT_ONCE = 32 << 20
  const MOST_IN_ALL = 256 << 20
  const PAUSE_EVERY = 40 // milliseconds; without a worker the page must stay alive

  class Unreadable extends Error {}

  class Source {
    constructor(blob) {
      this.blob = blob
      this.size = blob.size
      this.name = blob.name || ""
      this.windows = []
      this.read = 0
      this.start()
    }

    /* The time that loading a library took does not count. */
    start() {
      this.paused = Date.now()
      this.deadline = this.paused + 1000 * SECONDS
    }

    /* The bytes from `offset` on as a DataView. It is valid for ever; nobody writes to it. */
    async view(offset, length) {
      if (!(offset >= 0 && length >= 0 && offset + length <= this.size)) {
        throw new Unreadable(
          "The file ends in the middle of what it announces. It is damaged, or was not copied whole."
        )
      }
      if (length > MOST_AT_ONCE) {
        throw new Unreadable("One part of the file has more than 32 MB where a few KB are usual. It was not read.")
      }
      await this.breathe()
      const held = this.windows.find(
        (window) => offset >= window.start && offset + length <= window.start + window.buffer.byteLength
      )
      if (held) return new DataView(held.buffer, offset - held.start, length)
      const start = offset - (offset % 4096)
      const buffer = await this.load(start, Math.min(this.size, Math.max(start + WINDOW, offset + length)))
      return new DataView(buffer, offset - start, length)
    }

    async bytes(offset, length) {
      const view = await this.view(offset, length)
      return new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
    }

    /* As many bytes as there are, up to `length`. */
    head(length) {
      return this.bytes(0, Math.min(length, this.size))
    }

    async load(start, end) {
      this.read += end - start
      if (this.read > MOST_IN_ALL) throw new Unreadable("The file refers to itself again and again. It is damaged.")
      let buffer
      try {
        buffer = await this.blob.slice(start, end).arrayBuffer()
      } catch {
        throw new Unreadable(
          "The browser may not read this. If it is a folder, open it and drop the file inside: " +
            "`saved_model.pb` of a SavedModel, `config.json` of an unzipped `.keras`."
        )
      }
      this.windows.unshift({ start, buffer })
      this.windows.length = Math.min(this.windows.length, WINDOWS)
      return buffer
    }

    async breathe() {
      const now = Date.now()
      if (now > this.deadline) throw new Unreadable(inspect.TOO_SLOW)
      if (now - this.paused < PAUSE_EVERY) return
      await new Promise((resolve) => setTimeout(resolve))
      this.paused = Date.now()
    }
  }

  inspect.TOO_SLOW = "The file was not understood within 20 seconds, and the inspection was given up."
  inspect.Unreadable = Unreadable
  inspect.Source = Source

  /* A 64-bit number of a file, exact up to 2^53; more than that is no offset of any file. */
  inspect.uint64 = (view, at) => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32

  inspect.text = (bytes) => new TextDecoder().decode(bytes)

  inspect.json = (text) => {
    try {
      return JSON.parse(text)
    } catch {
      throw new Unreadable("The model's configuration in this file is no valid JSON. The file is damaged.")
    }
  }
})(AtlasInspect)

/* The wire format of protocol buffers: fields one after the other, nothing known of their meaning. */
var AtlasInspect = globalThis.AtlasInspect || {}
;(function (inspect) {
  "use strict"

  const { Unreadable } = inspect
  const LENGTHS = { 1: 8, 5: 4 } // of the wire types with a fixed length
  const LONGEST_TAG = 20 // a field's number and its length, as two variable-length integers

  /* The fields of a message in memory: {number, value}, where value is an integer or the bytes. */
  function* fields(bytes) {
    for (let at = 0; at < bytes.length;) {
      const field = head(bytes, at)
      if (field.start + field.length > bytes.length) damaged()
      yield { number: field.number, value: field.value ?? bytes.subarray(field.start, field.start + field.length) }
      at = field.start + field.length
    }
  }

  /* The same of a part of a file, read only at the fields' heads: {number, value, start, length}. */
  async function* fieldsOf(source, start, length) {
    const end = start + length
    if (!(end <= source.size)) damaged()
    for (let at = start; at < end;) {
      const field = head(await source.bytes(at, Math.min(LONGEST_TAG, end - at)), 0)
      field.start += at
      if (field.start + field.length > end) damaged()
      yield field
      at = field.start + field.length
    }
  }

  function head(bytes, at) {
    const [tag, next] = varint(bytes, at)
    const number = Math.floor(tag / 8)
    const type = tag % 8
    if (number < 1) damaged()
    if (type === 0) {
      const [value, start] = varint(bytes, next)
      return { number, value, start, length: 0 }
    }
    if (type === 2) {
      const [length, start] = varint(bytes, next)
      return { number, start, length }
    }
    if (!(type in LENGTHS)) damaged()
    return { number, start: next, length: LENGTHS[type] }
  }

  function varint(bytes, at) {
    let value = 0
    for (let place = 0; place < 10 && at + place < bytes.length; place++) {
      value += (bytes[at + place] & 127) * 2 ** (7 * place)
      if (bytes[at + place] < 128) return [value, at + place + 1]
    }
    return damaged()
  }

  function damaged() {
    throw new Unreadable("The file is damaged, or was not copied whole. Copy or download it again.")
  }

  inspect.protobuf = { fields, fieldsOf, varint }
})(AtlasInspect)

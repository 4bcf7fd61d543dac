import tensorflow as tf

records = tf.data.Dataset.from_tensor_slices([b"first", b"second"])
with tf.io.TFRecordWriter("records.tfrecord") as writer:
    for record in records:
        writer.write(record.numpy())

result = [record.numpy() for record in tf.data.TFRecordDataset("records.tfrecord")]

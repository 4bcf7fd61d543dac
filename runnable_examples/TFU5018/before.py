import tensorflow as tf

records = tf.data.Dataset.from_tensor_slices([b"first", b"second"])
writer = tf.data.experimental.TFRecordWriter("records.tfrecord")
writer.write(records)

result = [record.numpy() for record in tf.data.TFRecordDataset("records.tfrecord")]
